import { sql } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, describe, expect, it, vi } from "vitest"
import * as make from "@/db/seed/factories"
import { settleLetters } from "@/lib/email/outcomes/commands"
import { NotAllowed } from "@/lib/errors"
import { beginAgain } from "@/lib/partnerships/elections/moving/commands"
import { listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import { turnoutInWords } from "@/lib/partnerships/elections/results/words"
import { dispute } from "@/lib/partnerships/elections/roll/commands"
import { fillingFor, newCode } from "@/lib/partnerships/elections/voting/box"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const voters = await v.voices(16, "Voter")
const [ann, ben, cat, dan] = voters as [Voice, Voice, Voice, Voice]
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** Whoever runs PostgreSQL: no wall holds them. */
const everywhere = new URL(process.env.TRELLIS_TEST_POSTGRES ?? "")
everywhere.pathname = new URL(process.env.TRELLIS_APP_URL ?? "").pathname
const root = postgres(everywhere.href, { max: 1, onnotice: () => {} })
afterAll(() => root.end())

const seed = (at: number) => (at * 2_654_435_761) >>> 0

/** What the web process writes and answers with while votes come in through the form of the ballot: log, addresses, cookies. */
async function throughTheForm(id: string, votes: { voice: Voice; first: string }[]) {
  const [lines, addresses, made]: [string[], string[], string[]] = [[], [], []]
  const jar = new Map<string, string>()
  vi.resetModules()
  vi.doMock("next/headers", () => ({
    headers: async () => new Headers({ "x-trellis-asker": "203.0.113.7" }),
    cookies: async () => ({
      get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  }))
  const { voteForm } = await import("@/app/[lio]/elections/actions")
  const { log, logTo } = await import("@/lib/log")
  log.level = "trace"
  logTo({ write: (line) => lines.push(line) })
  for (const method of ["log", "info", "warn", "error", "debug"] as const)
    vi.spyOn(console, method).mockImplementation((...parts) => void lines.push(parts.join(" ")))
  const before = { errors: {}, values: {} }
  for (const { voice, first } of votes) {
    const code = newCode()
    made.push(code)
    const form = new FormData()
    const fields = { lio: "ribble", key: v.keyFor(id, voice.personId), made: code, choice: first }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set("roll", await v.placeOf(id, voice.groupId))
    const led = await voteForm(before as never, form).catch((thrown: { digest?: string }) => thrown.digest)
    addresses.push(typeof led === "string" ? led : JSON.stringify(led))
  }
  vi.doUnmock("next/headers")
  vi.resetModules()
  return { lines, addresses, made, cookies: [...jar] }
}

describe("Whoever reads the web server’s logs, too", () => {
  /** Voting is open now, as it’s the form that asks what time it is. */
  const openNow = async (title: string) => {
    const { id } = await v.opened(title, [ann, ben])
    await root`update elections set opened_at = now() - interval '1 day', voting_from = now() - interval '1 day',
      nominations_until = now() - interval '2 days' where id = ${id}`
    return { id, standing: await w.asViewer((ctx) => listStanding(ctx, id)) }
  }
  const secretsOf = (standing: { id: string; name: string }[], made: string[]) => [
    ...standing.flatMap((one) => [one.id, one.name]),
    ...made,
    ...made.map((code) => code.replaceAll("-", "")),
  ]

  it("finds no line for a vote, and in no address who was voted for or a receipt", async () => {
    const { id, standing } = await openNow("Logged")
    const choice = (at: number) => standing[seed(at * 13 + 1) % 2]?.id ?? ""
    const votes = voters.slice(2, 14).map((voice, at) => ({ voice, first: choice(at) }))
    const seen = await throughTheForm(id, votes)
    expect(seen.addresses).toHaveLength(12)
    for (const address of seen.addresses) {
      const url = new URL(address.split(";")[2] ?? "", "http://localhost")
      expect(url.pathname).toBe("/ribble/elections/vote")
      expect([...url.searchParams.keys()].sort()).toEqual(["key", "roll", "voted"])
      const token = Buffer.from(url.searchParams.get("key")?.split(".")[0] ?? "", "base64url").toString()
      expect(Object.keys(JSON.parse(token)).sort()).toEqual(["about", "expires", "lio", "person", "purpose"])
    }
    expect(new Set(seen.addresses.map(({ length }) => length)).size, "all of one length").toBe(1)
    expect(seen.lines).toEqual([])
    for (const secret of secretsOf(standing, seen.made)) expect(seen.addresses.join()).not.toContain(secret)
    expect(seen.cookies.map(([, value]) => value).sort(), "on that phone alone").toEqual(seen.made.toSorted())
  })

  it("nor where a vote could not be saved, and the log says why", async () => {
    const { id, standing } = await openNow("Broken")
    await root.unsafe(`create function broken() returns trigger language plpgsql as $$ begin raise exception 'No room left'; end $$;
      create trigger broken before update on ballot_boxes for each row execute function broken()`)
    const first = standing[0]?.id ?? ""
    const seen = await throughTheForm(id, [{ voice: voters[3] as Voice, first }])
    await root.unsafe("drop trigger broken on ballot_boxes; drop function broken()")
    expect(seen.addresses.join(), "it stays on the form").toContain("wasn’t saved")
    expect(seen.lines.join()).toContain("No room left")
    for (const secret of [
      ...secretsOf(standing, seen.made),
      "Voter 4",
      v.keyFor(id, voters[3]?.personId ?? ""),
    ])
      expect(seen.lines.join()).not.toContain(secret)
    const [box] =
      await root`select encode(locked, 'hex') as locked from ballot_boxes where election_id = ${id}`
    expect(seen.lines.join()).not.toContain(String(box?.locked).slice(0, 64))
  })

  it("can’t tell from the size of the page that shows a vote whose name stands on it", () => {
    const sizes = Array.from({ length: 400 }, () => fillingFor(newCode(), ["a"]).length)
    const middle = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeGreaterThan(900)
    expect(middle).toBeGreaterThan(400)
    expect(middle).toBeLessThan(620)
    const code = newCode()
    expect(fillingFor(code, ["a"]), "however often it is looked at").toBe(fillingFor(code, ["a"]))
    expect(fillingFor(code, ["b"])).not.toBe(fillingFor(code, ["a"]))
  })
})

describe("Whoever holds the outbox", () => {
  it("finds no link that votes or stands in what has been sent, in a digest either", async () => {
    const { id } = await v.opened("Sent out", [ann, ben])
    const withLink = () =>
      root<{ letter: string }[]>`select distinct letter from letters where lio_id = ${w.ribble.id}
        and concat(props, html, text, part) ~ 'key=[A-Za-z0-9_.-]{20}' order by letter`
    expect((await withLink()).length).toBeGreaterThan(2)
    const key = v.keyFor(id, ann.personId)
    await root`insert into letters (lio_id, letter, stream, to_email, subject, html, text, frozen_at, part)
      values (${w.ribble.id}, 'digest', 'digest', 'joined@ribble.example', 'News', ${`<a href="/ribble/elections/take-part?key=${key}">Vote</a> and more`},
        ${`Vote: /ribble/elections/take-part?key=${key}`}, now(), ${root.json({ said: { html: `/elections/nominee?key=${key}"` } })})`
    await w.system(async (ctx) => {
      const batch = crypto.randomUUID()
      const sent = await ctx.tx.execute<{ id: string }>(
        sql`update letters set batch_id = ${batch}::uuid where sent_at is null and skipped is null returning id`,
      )
      await settleLetters(
        ctx,
        batch,
        sent.map((one) => [one.id, { kind: "sent" as const }]),
        null,
      )
    })
    expect(await withLink()).toEqual([])
    const [digest] = await root`select html, text from letters where to_email = 'joined@ribble.example'`
    expect(digest, "the words stay").toMatchObject({
      html: '<a href="/ribble/elections/take-part?key=">Vote</a> and more',
      text: "Vote: /ribble/elections/take-part?key=",
    })
  })
})

const lettersOf = async (letter: string) =>
  (
    await w.system((ctx) =>
      ctx.tx.execute<{ email: string; props: object }>(
        sql`select to_email as email, props from letters where letter = ${letter} order by to_email, created_at`,
      ),
    )
  ).map(({ email, props }): Record<string, unknown> => ({ email, ...props }))

describe("A vote that somebody else cast", () => {
  it("is told to the group’s people by the clock, once, so that a vote cast by somebody else is noticed and put right", async () => {
    const { id } = await v.opened("Noticed seat", [ann, ben])
    const [first] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id) as [string]
    await w.system((ctx) =>
      make.speaker(ctx, {
        ...{ name: "Zoe Other", email: "zoe@ribble.example", speaks: "lead" as const },
        groups: [{ id: cat.groupId }] as never,
      }),
    )
    const told = async () =>
      (await lettersOf("election-voted")).filter(({ title }) => title === "Noticed seat")
    await v.vote(id, cat, { order: [first], rule: "choice" })
    expect(await told(), "no email is written with a vote").toEqual([])
    await v.move(id, 31)
    await v.move(id, 32)
    expect((await told()).map(({ email, groups }) => [email, groups])).toEqual([
      ["voter-2@ribble.example", ["Voter 3"]],
      ["zoe@ribble.example", ["Voter 3"]],
    ])
    expect(JSON.stringify(await told()), "it opens no ballot").not.toContain("key=")
    await expect(
      w.asWorker((ctx) => beginAgain(ctx, { id })),
      "nothing is wrong",
    ).rejects.toThrow("goes on")
    const said = { id: await v.placeOf(id, cat.groupId), reason: "None of us has voted." }
    await expect(w.asViewer((ctx) => dispute(ctx, said))).rejects.toThrow(NotAllowed)
    const silent = { ...said, id: await v.placeOf(id, dan.groupId) }
    await expect(w.asWorker((ctx) => dispute(ctx, silent))).rejects.toThrow("hasn’t voted")
    await w.asWorker((ctx) => dispute(ctx, said))
    await w.asWorker((ctx) => beginAgain(ctx, { id }))
    expect((await lettersOf("election-ballot")).filter(({ way }) => way === "anew").length).toBeGreaterThan(3)
    await v.vote(id, cat, { order: [first], rule: "choice", now: inDays(33) })
    await w.asWorker((ctx) => dispute(ctx, said))
    await v.move(id, 43)
    expect(await told(), "and of the vote that stands").toHaveLength(4)
    await w.asWorker((ctx) => showResult(ctx, { id }))
    const result = await w.asPublic((ctx) => getResult(ctx, id))
    expect(result).toMatchObject({ voted: 1, disputed: 1 })
    expect(result && turnoutInWords(result)).toContain(
      "1 group says that the vote counted for it wasn’t its own",
    )
    await expect(w.asWorker((ctx) => dispute(ctx, said))).rejects.toThrow("isn’t open")
  })
})
