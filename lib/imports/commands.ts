import "server-only"
import { eq, sql } from "drizzle-orm"
import { imports } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found } from "../errors"
import type { Answers } from "../fields/input"
import { queueDuplicateSearch } from "../groups/similarity/commands"
import { beginImported, importMemberships } from "../memberships/importing/commands"
import { versionInForce } from "../places/queries"
import { sidesOf, staffOnlyIn } from "./answers/commands"
import type { Draft, Drafted } from "./columns/drafts"
import type { Mapping } from "./columns/fields"
import type { Asked } from "./columns/given"
import { FOLLOWS, KEPT, KEPT_FIELDS, KEPT_IN_JSON } from "./columns/kept"
import { asList, type ReadList } from "./columns/lists"
import { companionsOf, consentSaid, followsFrom, noteCompanions, saidOf } from "./companions/commands"
import { findableRows, findingBeside, type MakeFindable } from "./finding/commands"
import type { OnDuplicate } from "./input"
import { type Companions, type Judged, judging } from "./matching/judge"
import { listHeld, listPlaces, listStanding } from "./matching/queries"
import { type Made, noteMade, numberGroups } from "./numbers/commands"
import { writePeopleOf } from "./people/commands"
import { settling } from "./people/queries"
import { mayImport } from "./policy"
import { count, inOrder, nothingYet, type Result } from "./result"
import { dateSizes, noteSizes, sizedBy } from "./sizes/commands"
import { insertNew, type NewRows, newRows } from "./writing/commands"
import { AT_ONCE, inParts } from "./writing/parts"
import { joinWords, ListWords, noteWords } from "./writing/words"

/** What rows of a list are held against. */
async function readCompanions(ctx: Ctx, list: ReadList): Promise<Companions> {
  const standing = await listStanding(ctx)
  const places = await listPlaces(ctx, standing, list)
  return { standing, places, held: await listHeld(ctx, list.says), settle: await settling(ctx, list) }
}

/** Judges a list against the groups there are; writes nothing. Gives each row in the order of the file, and what it comes to. */
export async function checkList(
  ctx: Ctx,
  list: ReadList | Drafted,
  onDuplicate: (row: number) => OnDuplicate,
) {
  ensure(mayImport(ctx.actor), "Only workers and managers can bring lists in.")
  const read = "drafts" in list ? asList(list) : list
  const judge = judging(read, await readCompanions(ctx, read), onDuplicate)
  const result = nothingYet()
  const all: Judged[] = []
  const asked: Asked[] = []
  for (const piece of read.pieces()) {
    for (const one of piece.asked) asked.push(one)
    const judged = piece.drafts.map(judge)
    count(result, judged, piece)
    for (const one of judged) all.push(one)
  }
  return { judged: all.sort((a, b) => a.draft.row - b.draft.row), result: inOrder(result), asked }
}

/** What a row says counts; what it does not say stays. */
const SAID_OR_KEPT = sql.raw(
  KEPT_FIELDS.filter((field) => !FOLLOWS.has(field))
    .map((field) => `${KEPT[field][0]} = coalesce(d."${field}", g.${KEPT[field][0]})`)
    .join(", "),
)

async function updateKnown(ctx: Ctx, rows: Judged[]) {
  const changed = new Map<string, { answers?: Answers }>()
  for (const { known, changes, answers } of rows) {
    if (!known?.id || Object.keys({ ...changes, ...answers }).length === 0) continue
    const earlier = changed.get(known.id)
    const all = { ...earlier?.answers, ...answers }
    changed.set(known.id, { ...earlier, ...changes, id: known.id, answers: all } as { answers: Answers })
  }
  const day = ctx.today
  for (const said of inParts([...changed.values()])) {
    await ctx.tx.execute(sql`
      update groups g set ${SAID_OR_KEPT},
        ward_code = case when d.postcode is null then g.ward_code else p.ward_code end, district_code = case when d.postcode is null then g.district_code else p.district_code end,
        place_version = case when d.postcode is null then g.place_version when p.postcode is not null then ${versionInForce} end,
        place_resolved_at = case when d.postcode is null then g.place_resolved_at when p.postcode is not null then ${ctx.now.toISOString()}::timestamptz end,
        stage_since = coalesce(d."stageSince", case when d.stage is null then g.stage_since else ${day}::date end),
        stage_reason = coalesce(d."stageReason", case when d.stage is null then g.stage_reason end), ${consentSaid(day)}, custom = g.custom || d.answers,
        needs_details_since = null, version = g.version + 1, updated_at = ${ctx.now.toISOString()}::timestamptz
      from json_to_recordset(${JSON.stringify(said)}::json) as d(id uuid, ${sql.raw(KEPT_IN_JSON)}, answers jsonb)
      left join postcodes p on p.postcode = replace(d.postcode, ' ', '')
      where g.id = d.id`)
  }
}

async function writeEvents(
  ctx: Ctx,
  importId: string,
  fileName: string,
  rows: { groupId: string; what: string; summary: string; to: unknown; from: unknown }[],
) {
  const person = personOf(ctx.actor)
  const name = person?.name ?? (ctx.actor.kind === "system" ? ctx.actor.name : "Import")
  for (const part of inParts(rows)) {
    await ctx.tx.execute(sql`
      insert into events (lio_id, at, what, summary, subject_kind, subject_id, group_id, audience, actor_id, actor_name, via, "from", "to")
      select ${ctx.lio.id}, ${ctx.now.toISOString()}::timestamptz, e.what, e.summary || ${` (${fileName})`}, 'import', ${importId}::uuid, e."groupId", case e.what when 'answer.changed' then 'staff' else 'group:' || e."groupId" end, ${person?.personId ?? null}::uuid, ${name}, 'import', e."from", e."to"
      from json_to_recordset(${JSON.stringify(part)}::json) as e("groupId" uuid, what text, summary text, "from" jsonb, "to" jsonb)`)
  }
}

/** Begins an import in the list of imports. */
export async function beginImport(ctx: Ctx, of: { fileName: string; headers: string[]; mapping: Mapping }) {
  ensure(mayImport(ctx.actor), "Only workers and managers can bring lists in.")
  const [made] = await ctx.tx
    .insert(imports)
    .values({ ...of, lioId: ctx.lio.id, personId: personOf(ctx.actor)?.personId ?? null, createdAt: ctx.now })
    .returning({ id: imports.id })
  return found(made)
}

/** Hears how many rows are written, while an import runs. */
export type Tell = (rows: number) => Promise<unknown>

type Write = {
  importId: string
  fileName: string
  before: Map<string, Record<string, unknown>>
  words: ListWords
  /** Left out: triggers do it. */
  find?: MakeFindable
  tell?: Tell
}

type Of = Omit<Write, "before" | "words">

type Fresh = Draft & { id: string }
/** Judged rows with what PostgreSQL is to hear of the new groups, as far as it can be said before the part before them is written. */
type Ready = { judged: Judged[]; fresh: Fresh[]; rows: NewRows | null; findable: string | null }

function makeReady({ find, words }: Write, judged: Judged[]): Ready {
  const fresh = judged
    .filter((one) => one.verdict === "new")
    .map(({ draft, known }) => ({ ...draft, id: found(known).id }))
  return {
    judged,
    fresh,
    rows: words.knows(fresh) ? newRows(fresh, words) : null,
    findable: find ? findableRows(fresh) : null,
  }
}

/** Writes judged rows: the groups, and all that hangs on them. */
const writeRows = (ctx: Ctx, of: Write, ready: Ready) =>
  Promise.all([writeGroups(ctx, of, ready), ready.findable === null ? null : of.find?.(ready.findable)])

async function writeGroups(
  ctx: Ctx,
  { importId, fileName, before, words }: Write,
  { judged, fresh, rows }: Ready,
) {
  const written = judged.flatMap((one) => {
    const groupId = one.known?.id
    return groupId && (one.verdict === "new" || one.verdict === "update") ? [{ ...one, groupId }] : []
  })
  const changed = written.filter((one) => one.verdict === "update")
  await words.learn(
    ctx,
    written.map(({ draft }) => draft),
  )
  if (fresh.length > 0) await insertNew(ctx, { importId, fileName }, rows ?? newRows(fresh, words))
  const made: Made = new Map(changed.map(({ groupId }) => [groupId, {}]))
  await noteCompanions(ctx, before, changed)
  const sized = new Set(sizedBy(changed))
  await noteSizes(ctx, before, [...sized])
  await updateKnown(ctx, changed)
  const day = ctx.today
  const dated = new Map(changed.map(({ groupId, draft }) => [groupId, draft.sizesAsAt]))
  await dateSizes(
    ctx,
    [...sized].map((id) => ({ id, on: dated.get(id) ?? day })),
  )
  await numberGroups(ctx, changed, made)
  await joinWords(ctx, words, changed, made)
  const { addressed, contacts } = await writePeopleOf(ctx, written)
  noteMade(made, "addresses", addressed)
  const staffOnly = await staffOnlyIn(ctx, changed)
  const events = changed.flatMap(({ draft, groupId, changes, answers, was: stood }) => {
    const was = { ...stood, ...before.get(groupId) }
    const open = sidesOf(answers, was.custom, (question) => !staffOnly.has(question))
    const closed = sidesOf(answers, was.custom, (question) => staffOnly.has(question))
    const fields = [
      ...Object.keys(changes),
      ...companionsOf(changes),
      ...(sized.has(groupId) ? ["sizesAsAt"] : []),
      ...(contacts.has(groupId) ? ["mainContactId"] : []),
    ]
    const from = { ...Object.fromEntries(fields.map((field) => [field, was[field] ?? null])), ...open.from }
    const contact = contacts.has(groupId) ? { mainContactId: contacts.get(groupId) } : {}
    const sizes = sized.has(groupId) ? { sizesAsAt: draft.sizesAsAt ?? day } : {}
    const to = {
      ...followsFrom(changes, day),
      ...changes,
      ...sizes,
      ...contact,
      ...open.to,
      ...saidOf(made.get(groupId)),
    }
    const told = { groupId, summary: `Changed by row ${draft.row}` }
    return [
      ...(Object.keys(closed.to).length > 0 ? [{ ...told, what: "answer.changed", ...closed }] : []),
      ...(Object.keys(to).length > 0 || Object.keys(closed.to).length === 0
        ? [{ ...told, what: "group.changed", from, to }]
        : []),
    ]
  })
  await writeEvents(ctx, importId, fileName, events)
  await importMemberships(
    ctx,
    written.flatMap(({ draft, groupId }) => (draft.period ? [{ groupId, ...draft.period }] : [])),
  )
  await beginImported(
    ctx,
    written.map(({ verdict, draft, groupId, changes }) => ({
      groupId,
      stage: verdict === "new" || "stage" in changes ? draft.stage : null,
      known: verdict === "update",
    })),
  )
}

/** Writes a list: all of it or, when anything fails, nothing. Run again, it makes nothing new. */
export async function applyRows(
  ctx: Ctx,
  importId: string,
  fileName: string,
  list: ReadList | Drafted,
  onDuplicate: (row: number) => OnDuplicate,
  tell?: Tell,
): Promise<Result> {
  ensure(mayImport(ctx.actor), "Only workers and managers can bring lists in.")
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${ctx.lio.id}`}, 0))`)
  const of = { importId, fileName, tell }
  const read = "drafts" in list ? asList(list) : list
  const write = read.rows > AT_ONCE ? writeLong : writeAll
  const result = await write(ctx, of, read, onDuplicate)
  const { problems: _problems, ...counts } = result
  await ctx.tx
    .update(imports)
    .set({ counts, checkedAt: ctx.now, confirmedAt: ctx.now, finishedAt: ctx.now })
    .where(eq(imports.id, importId))
  if (counts.new + counts.updated > 0) await queueDuplicateSearch(ctx)
  return result
}

async function writeLong(ctx: Ctx, of: Of, list: ReadList, onDuplicate: (row: number) => OnDuplicate) {
  // A vacuum in the middle would count the new rows as none, and PostgreSQL then looks keys up by the wrong index (decision 013).
  await ctx.tx.execute(sql`lock table groups in share update exclusive mode`)
  return findingBeside(ctx, (find) => writeAll(ctx, { ...of, find }, list, onDuplicate))
}

/** Lets what came from PostgreSQL meanwhile be answered. */
const breathe = () => new Promise((done) => setImmediate(done))

async function writeAll(ctx: Ctx, of: Of, list: ReadList, onDuplicate: (row: number) => OnDuplicate) {
  const beside = await readCompanions(ctx, list)
  const before = new Map(beside.standing.map((group) => [group.id, { ...group }]))
  const judge = judging(list, beside, onDuplicate)
  const words = new ListWords()
  const write = { ...of, before, words }
  const result = nothingYet()
  // While PostgreSQL writes one part, the next is read, judged and put in words for it.
  let writing: Promise<unknown> = Promise.resolve()
  let judged: Judged[] = []
  const writeJudged = async () => {
    const ready = makeReady(write, judged)
    judged = []
    await writing
    writing = writeRows(ctx, write, ready)
    writing.catch(() => {})
    await of.tell?.(result.rows)
  }
  for (const piece of list.pieces()) {
    const said = piece.drafts.map(judge)
    count(result, said, piece)
    judged.push(...said)
    if (judged.length >= AT_ONCE) await writeJudged()
    await breathe()
  }
  await writeJudged()
  await writing
  await noteWords(ctx, of.importId, words)
  return inOrder(result)
}
