import { expect } from "@playwright/test"
import { openDatabase } from "./place"
import { buttonIn, letterTo, type Somebody } from "./thread"

/** The network whose groups choose. */
const NETWORK = "Older People’s Forum"
/** The main contact of a group. */
export type Voice = { name: string; email: string; group: string }

/** Does something as whoever keeps the database, in the demo. */
export async function inDatabase<T>(work: (tx: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const sql = openDatabase()
  const done = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    return work(tx as unknown as ReturnType<typeof openDatabase>)
  })
  await sql.end()
  return done as T
}

/** Three groups of the network that are members, each with its main contact; those after so many others. */
export const threeVoices = (after = 0) =>
  inDatabase(
    (tx) => tx<Voice[]>`
      select p.name, p.email, g.name as "group" from network_groups x join networks n on n.id = x.network_id and n.name = ${NETWORK}
        join groups g on g.id = x.group_id and g.stage = 'member' join people p on p.id = g.main_contact_id and p.email is not null
      where x.joined_at is not null and x.left_at is null and p.email not like '%@demo.example'
        and not exists (select from suppressions s where s.email = p.email) and not exists (select from preferences f where f.person_id = p.id)
      order by g.name limit 3 offset ${after}`,
  )

/** Lets so much time go by that the next moment of the vote for a seat has come, and has the clock look after it. */
export const comesTo = (seat: string, moment: "nominations_until" | "voting_from" | "voting_until") =>
  inDatabase(async (tx) => {
    const order = ["nominations_until", "voting_from", "voting_until"]
    for (const [at, column] of order.slice(0, order.indexOf(moment) + 1).entries())
      await tx`update elections set ${tx(column)} = now() - make_interval(mins => ${3 - at}) where title = ${seat}`
    await tx`update elections set roll_on = current_date where title = ${seat} and roll_frozen_at is null`
    await tx`select enqueue('move-election', json_build_object('lio', lio_id, 'id', id), now(), null, null) from elections where title = ${seat}`
  })

/** Types a day that is so many days from now. */
export async function fillDay({ main }: Somebody, legend: string, days: number) {
  const day = new Date(Date.now() + days * 86_400_000)
  const group = main.getByRole("group", { name: legend })
  await group.getByLabel("Day").fill(String(day.getDate()))
  await group.getByLabel("Month").fill(String(day.getMonth() + 1))
  await group.getByLabel("Year").fill(String(day.getFullYear()))
}

/** On the page of a seat, staff plan a vote of the network for it and others, and announce it, after a look. Gives the address of its page. */
export async function announceVote(
  staff: Somebody,
  others: string[] = [],
  looks = async () => {},
): Promise<string> {
  await staff.press("Choose by a vote")
  for (const seat of others) await staff.pick(seat)
  await staff.choose("Which groups choose?", `Groups of ${NETWORK}`)
  await staff.fill("How many other groups must endorse each nomination?", "1")
  await fillDay(staff, "The roll is fixed on", 0)
  await staff.press("Save")
  await staff.isTold("Check it, then announce it.")
  await looks()
  await staff.press("Announce it")
  await staff.isTold("It’s announced.")
  return staff.page.url().replace(/\?.*/, "")
}

/** Somebody puts themselves up by the link in their email. */
export async function standFor(seat: string, person: Somebody, voice: Voice) {
  const letter = await letterTo(voice.email, `Who should speak for groups? ${seat}`)
  await person.page.goto(buttonIn(letter, "Stand, or put somebody up"))
  await person.sees("Stand, or put somebody up")
  await person.pick("I do")
  await person.fill("What do you say to groups?", `I am ${voice.name}, and I listen.`)
  await person.press("Send the nomination")
  await person.sees("You’re put up. We’ll check it and email you.")
}

/** A group endorses some of those who stand, by the link in its email. */
export async function endorseAll(seat: string, person: Somebody, voice: Voice, standing: Voice[]) {
  const letter = await letterTo(voice.email, `Who should speak for groups? ${seat}`)
  await person.page.goto(buttonIn(letter, "Stand, or put somebody up"))
  for (const { name } of standing) {
    await person.press(`Endorse ${name}`)
    await person.sees("Your endorsement counts.")
  }
}

/** Staff find nominations valid. */
export async function findValid(staff: Somebody, page: string, standing: Voice[]) {
  for (const { name } of standing) {
    await staff.page.goto(page)
    const card = staff.main.locator(".card", { has: staff.page.getByRole("heading", { name }) })
    await card.getByText("Check this nomination").click()
    await card.getByLabel("Yes").check()
    await card.getByRole("button", { name: "Save and tell them" }).click()
    await staff.isTold(`${name} stands.`)
  }
}

/** Staff see a sentence on a page as soon as the clock has done what leads to it. */
export const soonSees = (staff: Somebody, page: string, words: string) =>
  expect(async () => {
    await staff.page.goto(page)
    await expect(staff.main.getByText(words)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 60_000 })

/** The address of somebody’s ballot, as their email has it. */
export const ballotOf = async (seat: string, voice: Voice) =>
  buttonIn(await letterTo(voice.email, `Your vote: ${seat}`), "Vote")
