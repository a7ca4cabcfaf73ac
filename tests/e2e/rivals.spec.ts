import { expect, test } from "@playwright/test"
import { fill, idsOf, routes } from "./support/pages"
import { cookieOf } from "./support/place"
import {
  giveCalendars,
  NADIA,
  type Person,
  type Room,
  rivalRooms,
  somebodyElse,
  TEXTS,
} from "./support/rival-rooms"
import { lettersSoFar } from "./support/thread"
import { tells, wordsIn } from "./support/words-in"

const base = process.env.TRELLIS_URL ?? "http://localhost:3100"
const LISTS =
  "groups people sessions tasks needs cases events memberships funding resources health-checks opportunities"
const FORMATS = ["csv", "json", "xlsx", "ods"]

/** These texts of a room its people find by search. */
const FOUND = ["terms", "decision", "task", "question", "answer", "file"] as const

/** Whatever the server says to somebody at an address, as words: also what stands in PDF, Excel, Word and zip files. */
async function ask(address: string, cookie?: string) {
  const answer = await fetch(base + address, { redirect: "manual", headers: cookie ? { cookie } : {} })
  const words = await wordsIn(Buffer.from(await answer.arrayBuffer()))
  return { status: answer.status, words: `${answer.headers.get("location") ?? ""} ${words}` }
}

/** Does the work for all of them, a few at a time. */
async function each<T>(all: T[], work: (one: T) => Promise<void>) {
  const left = [...all]
  const one = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next)
  }
  await Promise.all([one(), one(), one(), one()])
}

/** The addresses of a room and of what hangs on it. */
function addressesOf({ id, opportunityId, groups, people, ids }: Room): string[] {
  const all = routes()
  const filled = (route: string, put: string, of: string, more: Record<string, string> = {}) =>
    fill("demo", route, { ...more, [put]: of })
  const below = (folder: string) => all.filter((route) => route.startsWith(`${folder}/[id]`))
  return [
    // Everywhere where something has an id, the room’s and those of what is in it.
    ...all
      .filter((route) => route.includes("["))
      .map((route) => fill("demo", route.replaceAll(/\[\w+\]/g, id), {})),
    ...ids.files.flatMap((file) => below("files").map((route) => filled(route, "[id]", file))),
    ...ids.files.map((file) => `/demo/resources/${id}/file/${file}`),
    ...ids.things.flatMap((thing) => [
      `/demo/tasks/${thing}`,
      `/demo/consortia/${thing}`,
      `/demo/thread/task/${thing}`,
    ]),
    ...ids.events.map((event) => `/demo/groups/${groups[0]}/history/${event}`),
    ...groups.flatMap((group) =>
      below("groups").map((route) => filled(route, "[id]", group, { "[eventId]": ids.events[0] ?? "" })),
    ),
    ...below("people").map((route) => filled(route, "[id]", people[0]?.id ?? "")),
    ...below("opportunities").map((route) => filled(route, "[id]", opportunityId)),
    `/demo/consortia/new?opportunity=${opportunityId}`,
  ]
}

/** What lists and finds things, looked for by the words that stand in a room. */
function listings({ key, id }: Room): string[] {
  const words = TEXTS.map(key)
  return [
    ...words.flatMap((word) => [
      `/demo/search?q=${word}`,
      `/api/search?lio=demo&q=${word}`,
      ...["task", "file", "opportunity", "consortium"].map(
        (kind) => `/api/search?lio=demo&q=${word}&kind=${kind}`,
      ),
    ]),
    `/demo/search?q=${id}`,
    ...LISTS.split(" ").flatMap((list) => [
      `/demo/${list}?q=${words[2]}&whose=team&state=all`,
      ...FORMATS.map((format) => `/demo/${list}/export?whose=team&state=all&format=${format}`),
      `/demo/${list}?whose=team&state=all&format=json`,
    ]),
    "/demo/groups/changes?whose=team",
    "/demo/settings/outbox?state=all",
    "/demo/consortia?format=json",
    "/sitemap.xml",
  ]
}

type Who = { name: string; email: string | null; mayNot: Room[] }

/** Whoever has no business in the one room or in both: of each kind of person, one. */
function strangers(rooms: [Room, Room], other: string): Who[] {
  const [one, two] = rooms
  const of = ({ people }: Room, which: Person["kind"]) =>
    people.find(({ kind }) => kind === which)?.email ?? ""
  return [
    { name: "the lead of a rival", email: one.lead, mayNot: [two] },
    { name: "the lead of the other rival", email: two.lead, mayNot: [one] },
    { name: "whoever recused themselves and is in the other room", email: NADIA, mayNot: [one] },
    { name: "somebody of a group who wasn’t let in", email: of(one, "outside"), mayNot: rooms },
    { name: "somebody of a rival who wasn’t let in", email: of(two, "outside"), mayNot: rooms },
    { name: "somebody who was let in and hasn’t come", email: of(one, "named"), mayNot: rooms },
    { name: "a manager", email: "manager@demo.example", mayNot: rooms },
    { name: "a worker", email: "worker@demo.example", mayNot: rooms },
    { name: "a viewer", email: "viewer@demo.example", mayNot: rooms },
    { name: "the lead of a group in a third consortium", email: "lead@demo.example", mayNot: rooms },
    { name: "somebody of another group", email: other, mayNot: rooms },
    { name: "a manager of another LIO", email: "manager@other.example", mayNot: rooms },
    { name: "a visitor", email: null, mayNot: rooms },
  ]
}

test("of the room of a rival nobody sees a word: every address, search, feed, export, file and email, tried and counted", async ({
  browser,
}, info) => {
  // Some 15,000 tries: it waits longer on a busy machine.
  test.setTimeout(1_800_000)
  const rooms = await rivalRooms(browser)
  const all = strangers(rooms, await somebodyElse())
  await giveCalendars(all.flatMap(({ email }) => email ?? []))
  const inside = rooms.flatMap(({ people }) =>
    people.filter(({ kind }) => kind === "lead" || kind === "inside"),
  )
  expect(inside.length).toBe(30)
  const tries: Record<string, number> = {}
  const wrong: string[] = []
  const look = async (who: string, address: string, cookie: string | undefined, mayNot: Room[]) => {
    tries[who] = (tries[who] ?? 0) + 1
    const { status, words } = await ask(address, cookie)
    if (status >= 500 || status === 429) wrong.push(`${who} at ${address}: ${status}`)
    for (const secret of mayNot.flatMap(({ secrets }) => secrets))
      if (tells(words, secret)) wrong.push(`${who} at ${address}: reads ${secret}`)
    return words
  }

  await test.step("the people of a room see all of it, or nobody could tell", async () => {
    for (const room of rooms) {
      const cookie = await cookieOf(base, room.lead)
      const pages = ["", "/terms", "/bid"].map((page) => `/demo/consortia/${room.id}${page}`)
      const files = room.ids.files.map((file) => `/demo/files/${file}/content`)
      for (const text of FOUND) {
        const { words } = await ask(`/demo/search?q=${room.key(text)}`, cookie)
        expect(words, `searching for ${text}`).toContain(room.secret(text))
      }
      const seen = (await Promise.all([...pages, ...files].map((address) => ask(address, cookie)))).map(
        ({ words }) => words,
      )
      const missing = room.secrets.filter((secret) => !seen.some((words) => words.includes(secret)))
      expect(missing).toEqual([])
    }
  })

  await test.step("every address there is", async () => {
    const idsFor = await idsOf("demo")
    const usual = routes().map((route) => fill("demo", route, idsFor(route)))
    for (const { name, email, mayNot } of all) {
      const cookie = email ? await cookieOf(base, email) : undefined
      const addresses = [...usual, ...mayNot.flatMap((room) => [...addressesOf(room), ...listings(room)])]
      await each([...new Set(addresses)], async (address) => {
        const words = await look(name, address, cookie, mayNot)
        for (const [feed] of words.matchAll(/\/demo\/calendar\/mine\.ics\?key=[\w.%-]+/g))
          await look(`${name}: calendar`, feed, undefined, mayNot)
      })
    }
  })

  await test.step("thirty people, each at all that a rival’s room is", async () => {
    const [one, two] = rooms
    const at = (room: Room) => [
      ...["", "/terms", "/people", "/bid"].map((page) => `/demo/consortia/${room.id}${page}`),
      ...room.ids.files.flatMap((file) => [`/demo/files/${file}`, `/demo/files/${file}/content`]),
      ...TEXTS.map((text) => `/demo/search?q=${room.key(text)}`),
      ...["/demo/consortia", "/demo/home", `/demo/opportunities/${room.opportunityId}`],
      ...room.groups.flatMap((group) => [`/demo/groups/${group}`, `/demo/groups/${group}/files`]),
    ]
    const rivalOf = (person: Person) => (one.people.includes(person) ? two : one)
    await each(inside, async (person) => {
      const cookie = await cookieOf(base, person.email)
      for (const address of at(rivalOf(person)))
        await look("one of thirty", address, cookie, [rivalOf(person)])
    })
  })

  await test.step("no email that was sent says a word", async () => {
    const secrets = rooms.flatMap((room) => room.secrets)
    expect((await lettersSoFar()).length).toBeGreaterThanOrEqual(2)
    for (const { subject, text, html } of await lettersSoFar()) {
      tries.emails = (tries.emails ?? 0) + 1
      for (const secret of secrets)
        if (tells(`${subject} ${text} ${html}`, secret)) wrong.push(`an email, ${subject}: reads ${secret}`)
    }
  })

  const total = Object.values(tries).reduce((sum, count) => sum + count, 0)
  console.log(tries)
  info.annotations.push({ type: "tries", description: `${total}: ${JSON.stringify(tries)}` })
  expect(wrong).toEqual([])
  const calendars = Object.keys(tries).filter((who) => who.endsWith(": calendar"))
  expect(calendars.length, "all but the visitor and the other LIO have a calendar").toBe(all.length - 2)
  expect(total).toBeGreaterThan(12_000)
})
