import { type SpawnOptions, spawn } from "node:child_process"
import net from "node:net"
import path from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { migrateDatabase, NewerDatabase } from "@/db/migrate"
import { asSystem } from "@/lib/access/doors"
import { post } from "@/lib/email/commands"
import { sendWaiting } from "@/lib/email/sending"
import { enqueue } from "@/lib/jobs/commands"
import { foundLio } from "@/lib/lios/commands"
import { mailroom } from "./support/mailroom"
import { world } from "./support/world"

const w = await world()
const { office, smtp, clock, later } = await mailroom(w)
const root = path.resolve(import.meta.dirname, "..")

/** A mail server that takes the call and never says a word. */
const silent = net.createServer((socket) => socket.on("error", () => {}))
await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done))
afterAll(() => silent.close())

const toSignIn = (lio: string) =>
  asSystem(lio, (ctx) =>
    post(ctx, {
      ...{ letter: "sign-in", stream: "service", to: { email: "manager@ribble.example" } },
      props: { url: "http://x/", minutes: 20 },
    }),
  )

const spawnWorker = (how: SpawnOptions) =>
  spawn(process.execPath, ["--import", "./bin/register.mjs", "bin/worker.ts"], {
    cwd: root,
    stdio: "inherit",
    ...how,
  })

describe("A worker", () => {
  it("whose mail server hangs does everything else all the same", async () => {
    const lios = ["ribble", "other"]
    for (let n = 0; n < 4; n++) {
      const slug = `dale-${n}x`
      await foundLio(w.operator, { slug, name: `Dale ${n}`, kind: "cvs", manager: `m${n}@dale.example` })
      lios.push(slug)
    }
    for (const lio of lios) await toSignIn(lio)
    const worker = spawnWorker({
      env: { ...process.env, EMAIL_URL: `smtp://127.0.0.1:${(silent.address() as net.AddressInfo).port}` },
    })
    try {
      const held = async (task: string) =>
        (
          await w.operator`select 1 from graphile_worker.jobs where task_identifier = ${task} and locked_at is not null`
        ).length
      await expect.poll(() => held("send-letters"), { timeout: 120_000 }).toBe(3)
      await w.system((ctx) => enqueue(ctx, "find-duplicates", {}))
      const left = async () =>
        (await w.operator`select 1 from graphile_worker.jobs where task_identifier = 'find-duplicates'`)
          .length
      await expect.poll(left, { timeout: 120_000 }).toBe(0)
      expect(await held("send-letters")).toBe(3)
    } finally {
      worker.kill("SIGKILL")
    }
  })

  it("does a round as one job an LIO, and what fails in one stops no other", {
    timeout: 60_000,
  }, async () => {
    await w.operator`delete from graphile_worker._private_jobs`
    await w.operator`update lios set timezone = 'Not/A_Zone' where id = ${w.ribble.id}`
    await w.operator`select graphile_worker.add_job('each-lio-make-digests'), graphile_worker.add_job('each-lio-tend-memberships')`
    const worker = spawnWorker({ stdio: "ignore" })
    try {
      const left = async () => [
        ...(await w.operator<{ name: string; lio: string | null; failed: boolean }[]>`
          select j.task_identifier as name, p.payload ->> 'lio' as lio, j.last_error is not null as failed
          from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
          where j.task_identifier ~ 'make-digests|tend-memberships' order by 1, 2`),
      ]
      await expect
        .poll(left, { timeout: 120_000 })
        .toEqual(
          ["make-digests", "tend-memberships"].map((name) => ({ name, lio: w.ribble.id, failed: true })),
        )
    } finally {
      worker.kill("SIGKILL")
      await w.operator`update lios set timezone = 'Europe/London' where id = ${w.ribble.id}`
    }
  })
})

describe("After an outage of the mail server", () => {
  it("a letter that somebody waits for goes at once, and those that waited with it", async () => {
    office.feels(() => ({ at: "RCPT", code: 421, text: "4.3.2 Closing" }))
    await toSignIn("ribble")
    for (let minute = 0; minute < 20; minute++) {
      await sendWaiting("ribble", { door: smtp(), clock })
      later(1)
    }
    expect(office.taken).toHaveLength(0)
    await sendWaiting("ribble", { door: smtp(), clock })
    office.feels(() => null)
    later(0.25)
    await toSignIn("ribble")
    await sendWaiting("ribble", { door: smtp(), clock })
    expect(office.taken).toHaveLength(2)
  })
})

describe("A database of a newer version", () => {
  it("is refused with a sentence, and nothing in it is changed", async () => {
    const url = process.env.TRELLIS_OWNER_URL ?? ""
    await w.operator`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.now() + 1e12})`
    await w.operator`drop function fold(text) cascade`
    await expect(migrateDatabase(url)).rejects.toThrow(NewerDatabase)
    const [kept] = await w.operator`select to_regprocedure('fold(text)') is null as untouched`
    expect(kept?.untouched).toBe(true)
    await w.operator`delete from drizzle.__drizzle_migrations where hash = 'later'`
    await migrateDatabase(url)
  })
})
