import { spawn } from "node:child_process"
import path from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, expect, it } from "vitest"
import { postAll } from "@/lib/email/commands"
import { postOffice } from "./support/post-office"
import { world } from "./support/world"

const w = await world()
const office = await postOffice()
afterAll(() => office.close())

const PEOPLE = 400
const KILLS = 5

const root = path.resolve(import.meta.dirname, "..")
const script = path.join(root, "tests/support/send-letters.ts")

/** Starts a worker; it is killed as soon as the post office has taken so many letters. */
function work(minutesAhead: number, killAfter: number) {
  const child = spawn(process.execPath, ["--import", "./bin/register.mjs", script, String(minutesAhead)], {
    cwd: root,
    env: { ...process.env, EMAIL_URL: office.url },
    stdio: "inherit",
  })
  const watch = setInterval(() => office.taken.length >= killAfter && child.kill("SIGKILL"), 1)
  return new Promise<void>((ended) =>
    child.once("exit", () => {
      clearInterval(watch)
      ended()
    }),
  )
}

it("a worker killed again and again: everybody gets one letter, at most one more, and that one is marked", async () => {
  await w.system((ctx) =>
    postAll(
      ctx,
      Array.from({ length: PEOPLE }, (_, n) => ({
        letter: "staff-invitation" as const,
        stream: "service" as const,
        to: { email: `p${n}@many.example` },
        props: { level: "worker" as const, url: "/x" },
      })),
    ),
  )
  for (let kill = 1; kill <= KILLS; kill++) await work(kill * 3, (PEOPLE / (KILLS + 1)) * kill)
  await work((KILLS + 1) * 3, Number.POSITIVE_INFINITY)

  const got = Map.groupBy(office.taken, (mail) => mail.recipient)
  expect(got.size).toBe(PEOPLE)
  const twice = [...got.values()].filter((mails) => mails.length > 1)
  expect(twice.every((mails) => mails.length === 2 && mails[1]?.headers.has("x-trellis-repeat"))).toBe(true)
  expect(twice.length).toBeLessThanOrEqual(KILLS * 5)
  const [row] = await w.system(async (ctx) => [
    ...(await ctx.tx.execute<{ sent: number; repeated: string[] }>(sql`
      select count(*) filter (where sent_at is not null)::int as sent,
        coalesce(json_agg(to_email) filter (where repeated_at is not null), '[]') as repeated from letters`)),
  ])
  expect(row?.sent).toBe(PEOPLE)
  expect(twice.every(([mail]) => row?.repeated.includes(mail?.recipient ?? ""))).toBe(true)
})
