import { only, type Rule } from "./sources"

const HEAD = /^(?:for(?: await)? \(|while \(|do \{)/
/** Awaits, but for the last thing that a loop does: it throws, or gives back what it waited for. */
const AWAITS = /(?<!throw |return )\bawait\b/
const indentOf = (line: string) => line.length - line.trimStart().length

/** What stands behind the parentheses of a loop on their own line: its body, where that is one statement. */
function behindParens(head: string) {
  let depth = 0
  for (let at = head.indexOf("("); at >= 0 && at < head.length; at += 1) {
    if (head[at] === "(") depth += 1
    if (head[at] === ")") depth -= 1
    if (depth === 0) return head.slice(at + 1)
  }
  return ""
}

/** The lines that are indented further than one of them, without those of functions that are only made there. */
function bodyOf(lines: string[], at: number): string[] {
  let body: string[] = []
  let made: number | null = null
  for (const line of lines.slice(at + 1)) {
    const indent = indentOf(line)
    if (line.trim() && indent <= indentOf(lines[at] ?? "")) {
      if (!/^[)\]]/.test(line.trim())) break
      // Until here it was the head, over several lines.
      body = []
    }
    if (made !== null && indent > made) continue
    made = /\basync\b/.test(line) ? indent : null
    body.push(line.replace(/\basync\b.*/, ""))
  }
  return body
}

/** The loops that wait each time round, by their heads, and lists of promises that are not written out. */
function waitingLoops(text: string): string[] {
  const lines = text.split("\n")
  const loops = lines.flatMap((line, at) => {
    const head = line.trim()
    if (!HEAD.test(head)) return []
    return AWAITS.test([behindParens(head), ...bodyOf(lines, at)].join("\n")) ? [head] : []
  })
  const lists = [...text.matchAll(/Promise\.all(?:Settled)?\(\s*([\w.]+)/g)].map(
    ([, list]) => `Promise.all(${list}`,
  )
  return [...loops, ...lists]
}

/** Loops that wait, by what keeps them short. What grows with an LIO's data is read and written in sets. */
const WHY: Record<string, string[]> = {
  "once a kind of thing, and these are few": [
    "lib/partnerships/briefs/gathering/queries.ts: Promise.all(Object.entries",
    "lib/duplicates/merging/commands.ts: for (const pointer of await pointersOf(ctx)) {",
    'lib/duplicates/people/commands.ts: for (const pointer of await pointersOf(ctx, "people")) {',
    "lib/groups/commands.ts: for (const [what, told] of [",
    "lib/groups/importing/undo/commands.ts: for (const [kind, table, key] of [",
    "lib/groups/list/apart/queries.ts: for (const statement of ids.length > 0 ? statements : [])",
    "lib/groups/stage/commands.ts: for (const to of new Set(rows.map((row) => row.to))) {",
    "lib/housekeeping/commands.ts: Promise.all(retentions",
    "lib/housekeeping/commands.ts: for (const { what, days, clear } of await listRetention()) {",
    "lib/imports/writing/words.ts: for (const list of LIST_NAMES) {",
    "lib/navigation/queries.ts: Promise.all(counts",
    "lib/jobs/tasks.ts: Promise.all(ROOMS_WITH_JOBS.map",
    "lib/partnerships/elections/moving/commands.ts: Promise.all(moments.map",
    "lib/partnerships/elections/seating/commands.ts: for (const [at, one] of elected.entries()) {",
    "lib/partnerships/elections/seating/commands.ts: for (const [at, { id: nominationId, seatId }] of taking.entries()) {",
  ],
  "once an LIO, behind its own door": [
    "lib/digest/joint.ts: for (const [lio, theirs] of digestsByLio) {",
    "lib/digest/joint.ts: for (const [other, parts] of Map.groupBy(",
    "lib/finder/helping/queries.ts: Promise.all(lios.map",
    "lib/email/preferences/queries.ts: for (const [at, key] of linksIn(token, purpose).entries()) {",
    "lib/email/sending/joint.ts: for (const [lio, theirs] of Map.groupBy(refs, (ref) => ref.lio)) {",
    "lib/email/sending/joint.ts: for (const [other, mine] of Map.groupBy(going, ({ head }) => head.lio)) {",
    "lib/email/sending/joint.ts: for (const [other, theirs] of Map.groupBy(pairs, (one) => one.lio)) {",
    "lib/jobs/tasks.ts: for (const lio of await listLioIds()) {",
    "lib/sign-in/commands.ts: for (const lio of link.lios) {",
  ],
  "so many hundreds of rows at a time": [
    "lib/digest/commands.ts: for (let from = 0; from < due.length; from += KEPT_AT_ONCE) {",
    "lib/email/sending.ts: for (;;) {",
    "lib/email/sending.ts: while (written < size) {",
    "lib/groups/list/queries.ts: for (;;) {",
    "lib/imports/commands.ts: for (const piece of list.pieces()) {",
    "lib/imports/wizard/commands.ts: for (const part of inParts(filled, KEPT_AT_ONCE))",
    "lib/journal/commands.ts: for (let at = 0; at < lines.length; at += AT_ONCE)",
    "lib/opportunities/alerts/queries.ts: for (let from = 0; from < queries.length; from += SEARCHES_AT_ONCE) {",
  ],
  "a letter is drawn, put into a folder or handed to a mail server by itself": [
    "lib/digest/outbox.ts: Promise.all(chosen.map",
    "lib/email/providers/outbox.ts: Promise.all(letters.map",
    "lib/email/providers/smtp.ts: Promise.all(letters.map",
    "lib/email/sending/commands.ts: Promise.all(rows",
  ],
  "what one person chose in one form: ten files, the first people of a group, the sheets of a workbook, two people, the callers of a session":
    [
      "lib/duplicates/people/commands.ts: for (const id of ids)",
      "lib/files/commands.ts: for (const upload of uploads) {",
      "lib/groups/details/commands.ts: for (const [at, contact] of contacts.entries()) {",
      "lib/groups/picker/commands.ts: for (const name of names) {",
      "lib/lios/areas/looking/queries.ts: for (const typed of typedPlaces(words)) looked.push(await lookAt(ctx, typed, meant))",
      "lib/imports/wizard/commands.ts: for (const { sheet, rows, headers, top, first } of filled) {",
    ],
  "rows ticked on one page of a list: each is changed, and changed back, as its own room does it": [
    "lib/cells/many/commands.ts: for (const id of ids) {",
    "lib/cells/many/queries.ts: for (const one of id.slice(0, MOST_AT_ONCE)) {",
    "lib/undo/commands.ts: for (const one of ids) {",
  ],
  "the later merges into one group, each in its turn as it builds on the one before": [
    "lib/duplicates/merging/later.ts: for (const [at, merge] of later.entries())",
    "lib/duplicates/merging/later.ts: for (const merge of later) {",
  ],
  "the meetings of boards this week, and their reports that are due: a few, each made as staff would": [
    "lib/partnerships/cycle/commands.ts: for (const { id } of ahead) await makeBrief(ctx, { meetingId: id })",
    "lib/partnerships/cycle/commands.ts: for (const { id } of unsent) await sendBrief(ctx, { meetingId: id })",
    "lib/partnerships/cycle/commands.ts: for (const due of first) letters.push(...(await reportLetters(ctx, due, false)))",
    "lib/partnerships/cycle/commands.ts: for (const due of again) letters.push(...(await reportLetters(ctx, due, true)))",
  ],
  "the parts of a document, which PostgreSQL has nothing to do with": [
    "lib/documents/pdf/write.ts: for (let attempt = 1; attempt <= TRIES; attempt++) {",
    "lib/documents/word/blocks.ts: for (const block of blocks)",
    "lib/documents/word/blocks.ts: for (const item of items) made.push(...(await this.blocks(item, inside)))",
    "lib/documents/word/write.ts: Promise.all(document.notes.map",
  ],
  "the dates of events with a place to give, each held in a transaction of its own": [
    "lib/events/jobs.ts: for (const id of dates) await asSystem(lio, (ctx) => settleDate(ctx, id))",
  ],
  "the colleagues of one LIO, each behind their own door": [
    "lib/daily-letter/commands.ts: for (const email of addresses)",
  ],
  "web addresses, eight at a time and outside any transaction": [
    "lib/resources/checking/links.ts: for (let from = 0; from < urls.length; from += AT_ONCE) {",
    "lib/resources/checking/links.ts: Promise.all(some.map",
  ],
  "a web address and where it leads on to: two redirects at most": [
    "lib/resources/checking/links.ts: for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {",
  ],
  "the ten addresses at most of an LIO, each with five packages at most, outside any transaction": [
    "lib/opportunities/sources/commands.ts: for (const source of sources) outcomes.push(await ask(lio, at, source, fetch))",
    "lib/opportunities/sources/commands.ts: for (let next: string | null = address; next && !asked.has(next) && asked.size < MOST_PAGES; ) {",
  ],
  "twenty resources a round with the files on each, read one by one as a reader needs memory": [
    "lib/resources/reading/commands.ts: for (const { id, of, files } of unread) {",
    "lib/resources/reading/commands.ts: for (const file of files) {",
  ],
  "the addresses of one letter": ["lib/email/outcomes/reports.ts: for (const to of event.data.to) {"],
  "fifty at most, and only what a stopped worker left open: each closes or goes on by its own job": [
    "lib/consultations/closing/commands.ts: for (const { id } of due) {",
    "lib/partnerships/elections/moving/commands.ts: for (const { id } of due) {",
  ],
  "by halves, to find the one person whom something else names": [
    "lib/people/importing/commands.ts: for (const part of [ids.slice(0, half), ids.slice(half)]) await letPeopleGo(ctx, part)",
  ],
}
const KNOWN = Object.fromEntries(
  Object.entries(WHY).flatMap(([why, loops]) => loops.map((loop) => [loop, why])),
)

/** However many rows there are, the statements stay as many: tests/statements*.test.ts count them. */
export const loopRules: Rule[] = [
  {
    says: "nothing waits once a row",
    find: (sources) =>
      [...only(sources, /^lib\//)].flatMap(([file, text]) =>
        waitingLoops(text).map((loop) => `${file}: ${loop}`),
      ),
    known: KNOWN,
    seed: {
      files: {
        "lib/needs/commands.ts": [
          "for (const id of ids) {",
          "  if (id) await closeNeed(ctx, id)",
          "}",
          "for (const id of ids) await closeNeed(ctx, id)",
          "for (const one of await listNeeds(ctx)) told.push(one)",
          "for (const id of ids) if (id) throw await refusalOf(ctx, id)",
          "for (const id of ids) {",
          "  jobs.push(async () => {",
          "    await closeNeed(ctx, id)",
          "  })",
          "}",
          "for (const [kind, ids] of [",
          "  ['need', needs],",
          "] as const) {",
          "  await closeAll(ctx, kind, ids)",
          "}",
          "await Promise.all([listNeeds(ctx), listTasks(ctx)])",
          "await Promise.all(",
          "  ids.map((id) => closeNeed(ctx, id)),",
          ")",
        ].join("\n"),
      },
      found: [
        "lib/needs/commands.ts: for (const id of ids) {",
        "lib/needs/commands.ts: for (const id of ids) await closeNeed(ctx, id)",
        "lib/needs/commands.ts: for (const [kind, ids] of [",
        "lib/needs/commands.ts: Promise.all(ids.map",
      ],
    },
  },
]
