import type { Browser } from "@playwright/test"
import { fillDay, inDatabase } from "./elections"
import { letterTo, somebody } from "./thread"

const UNIQUE = (Date.now() % 10_000_000).toString(36)

/** What is written in a room: a word by which it’s looked for, and a word that stands beside it, so that a search which says back what was typed gives nothing away. */
export const TEXTS = ["terms", "decision", "task", "question", "answer", "file", "content", "sentto"] as const
type Text = (typeof TEXTS)[number]

export type Person = {
  id: string
  email: string
  groupId: string
  kind: "lead" | "inside" | "named" | "outside"
}
/** One of two rooms that bid against each other. */
export type Room = {
  id: string
  opportunityId: string
  lead: string
  groups: string[]
  people: Person[]
  /** By this word each text is looked for. */
  key: (text: Text) => string
  /** These stand in the room and nowhere else. */
  secrets: string[]
  secret: (text: Text) => string
  /** Its files, tasks, decisions, questions, and what happened in it. */
  ids: { files: string[]; things: string[]; events: string[] }
}

const LEADS = ["Aldervale Good Neighbours", "Carers Together Aldervale"]
const STEMS = ["plover", "kestrel"]
const SUMS = ["48117", "51339"]
export const NADIA = "nadia@lunchclub.example"
const PEOPLE_EACH = 15

/** The two rivals of the demo, with fifteen people in each, and of each group one more: of the first to be let in, of the others not. */
async function twoRooms(): Promise<Room[]> {
  const rooms: Room[] = []
  for (const [n, name] of LEADS.entries())
    rooms.push(
      await inDatabase(async (tx) => {
        const [room] = await tx<{ id: string; opportunityId: string; groups: string[] }[]>`
          select c.id, c.opportunity_id as "opportunityId", (select array_agg(o.group_id order by o.leads desc) from consortium_groups o
            where o.consortium_id = c.id and o.accepted_at is not null) as groups
          from consortia c join consortium_groups cg on cg.consortium_id = c.id and cg.leads join groups g on g.id = cg.group_id where g.name = ${name}`
        if (!room) throw new Error(`${name} leads no consortium.`)
        const [, second = ""] = room.groups
        const inside = await tx<{ email: string; id: string; groupId: string; leads: boolean }[]>`
          select p.id, p.email, cp.group_id as "groupId", cp.group_id = ${room.groups[0] ?? ""} and r.speaks = 'lead' as leads
          from consortium_people cp join people p on p.id = cp.person_id join roles r on r.person_id = p.id and r.group_id = cp.group_id
          where cp.consortium_id = ${room.id} and cp.entered_at is not null and cp.left_at is null`
        const people: Person[] = inside.map(({ leads, ...one }) => ({
          ...one,
          kind: leads ? "lead" : "inside",
        }))
        const outside = room.groups.map((groupId, at) => ({
          groupId,
          kind: at === 0 ? ("named" as const) : ("outside" as const),
        }))
        const more = Array.from({ length: PEOPLE_EACH - inside.length }, (_, at) => ({
          groupId: room.groups[at % room.groups.length] ?? second,
          kind: "inside" as const,
        }))
        for (const [at, { groupId, kind }] of [...more, ...outside].entries()) {
          const email = `${STEMS[n]}-${at}-${UNIQUE}@rivals.example`
          const [made] = await tx<{ id: string }[]>`
            insert into people (lio_id, name, email) values (current_setting('app.lio_id')::uuid, ${`Robin Rival ${at}`}, ${email}) returning id`
          const id = made?.id ?? ""
          await tx`insert into roles (lio_id, person_id, group_id, role, speaks) values (current_setting('app.lio_id')::uuid, ${id}, ${groupId}, 'volunteer', 'member')`
          if (kind === "inside")
            await tx`
              insert into consortium_people (lio_id, consortium_id, opportunity_id, group_id, person_id, named_at, entered_at, entered_as)
              values (current_setting('app.lio_id')::uuid, ${room.id}, ${room.opportunityId}, ${groupId}, ${id}, now(), now(), ${id})`
          people.push({ id, email, groupId, kind })
        }
        const word = (text: string) => `${STEMS[n]}${text}${UNIQUE}`
        const secret = (text: string) => `${word(text)}quite`
        return {
          ...room,
          people,
          lead: people.find(({ kind }) => kind === "lead")?.email ?? "",
          key: word,
          secret,
          secrets: [...TEXTS.map(secret), SUMS[n] ?? "", Number(SUMS[n]).toLocaleString("en-GB")],
          ids: { files: [], things: [], events: [] },
        }
      }),
    )
  return rooms
}

/** The lead of a room writes telling words into all that can hold words there. */
async function writeIn(browser: Browser, room: Room, sum: string) {
  const lead = await somebody(browser, room.lead)
  const words = (text: Text) => `${room.key(text)} ${room.secret(text)}`
  const at = `/demo/consortia/${room.id}`
  const { main } = lead
  const open = async (page: string, fold: string | RegExp) => {
    await lead.page.goto(at + page)
    await main.locator("summary", { hasText: fold }).first().click()
  }
  await open("", "Add a task")
  await lead.fill("What’s to be done?", words("task"))
  await main.getByLabel("Who does it?").selectOption({ index: 1 })
  await fillDay(lead, "By when?", 3)
  await lead.press("Add the task")
  await lead.isTold("Added the task.")
  await open("", "Write down a decision")
  await lead.fill("What was decided?", words("decision"))
  await lead.press("Write it down")
  await lead.isTold("Written down.")
  await open("", "Ask a question")
  await lead.fill("Your question", words("question"))
  await lead.press("Send")
  await lead.isTold("Sent.")
  const question = main.getByRole("listitem").filter({ hasText: room.secret("question") })
  await question.locator("summary").click()
  await question.getByLabel("Your answer").fill(words("answer"))
  await question.getByRole("button", { name: "Send" }).click()
  await lead.sees(room.secret("answer"))
  await open("", "Upload a file")
  await main.getByLabel("File", { exact: true }).setInputFiles({
    ...{ name: `${room.key("file")} ${room.secret("file")}.txt`, mimeType: "text/plain" },
    buffer: Buffer.from(words("content")),
  })
  await lead.press("Upload")
  await lead.sees("Uploaded")
  await open("/terms", / the terms$/)
  await lead.fill("Terms", words("terms"))
  await lead.press("Save as a new version")
  await lead.isTold("Saved.")
  await open("/bid", /The bid has gone in|Change this/)
  await fillDay(lead, "When did it go in?", 0)
  await lead.fill("To whom?", words("sentto"))
  await lead.fill("For how much?", sum)
  await lead.press("Save")
  await lead.isTold("Saved.")
  const named = room.people.find(({ kind }) => kind === "named")
  await open("/people", "Let in somebody from")
  await main
    .getByLabel("Who?")
    .first()
    .selectOption(named?.id ?? "")
  await lead.press("Let them in")
  await lead.isTold("can come in now")
  await letterTo(named?.email ?? "", "You’ve been let into a room")
  await lead.page.context().close()
  room.ids = await inDatabase(async (tx) => {
    const of = async (query: string) =>
      (await tx.unsafe<{ id: string }[]>(query.replaceAll("$", `'${room.id}'`))).map(({ id }) => id)
    return {
      files: await of("select id from files where on_id = $"),
      things: await of(
        "select id from consortium_tasks where consortium_id = $ union all select id from consortium_decisions where consortium_id = $ union all select id from consortium_posts where consortium_id = $",
      ),
      events: await of("select id from events where audience = 'consortium:' || $"),
    }
  })
}

/** Two rooms of the demo that bid for the same, thirty people in them, and in each of them words that stand nowhere else. */
export async function rivalRooms(browser: Browser): Promise<[Room, Room]> {
  const [one, two] = await twoRooms()
  if (!one || !two) throw new Error("The demo has no two rivals.")
  await writeIn(browser, one, SUMS[0] ?? "")
  await writeIn(browser, two, SUMS[1] ?? "")
  return [one, two]
}

/** Somebody who speaks for a group that bids with nobody. */
export const somebodyElse = () =>
  inDatabase(async (tx) => {
    const [one] = await tx<{ email: string }[]>`
      select p.email from people p join roles r on r.person_id = p.id and r.speaks is not null and r.ended_on is null
      where p.email is not null and p.left_at is null and p.email not like '%@rivals.example'
        and not exists (select from staff s where s.person_id = p.id)
        and not exists (select from roles o join consortium_groups cg on cg.group_id = o.group_id where o.person_id = p.id)
      order by p.email limit 1`
    if (!one) throw new Error("Everybody bids together.")
    return one.email
  })

/** Gives each of these people a calendar of their own, whose address stands on the page of the calendar. */
export const giveCalendars = (emails: string[]) =>
  inDatabase(
    (tx) => tx`
      insert into calendar_feeds (lio_id, person_id, id, made_at) select lio_id, id, gen_random_uuid(), now() from people
      where email = any (${emails}) and left_at is null on conflict do nothing`,
  )
