import { randomBytes, randomUUID } from "node:crypto"
import fs from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { drizzle } from "drizzle-orm/postgres-js"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import postgres from "postgres"
import { afterAll, expect, it } from "vitest"
import { beforeMigrations } from "@/db/before"
import { migrateDatabase } from "@/db/migrate"
import { addressFor } from "./support/postgres"

/** The migration by which feedback got questions of its own. */
const TAG = "0043_courses_and_feedback"

const admin = process.env.TRELLIS_TEST_POSTGRES ?? ""
const name = `trellis_test_${Date.now()}_${randomBytes(4).toString("hex")}`
const root = await fs.mkdtemp(path.join(os.tmpdir(), "trellis-before-"))
const server = postgres(admin, { max: 1, onnotice: () => {} })

afterAll(async () => {
  await server.unsafe(`drop database if exists ${name} with (force)`)
  await server.end()
  await fs.rm(root, { recursive: true, force: true })
})

/** The tables as they were before that migration, without the rules: those of today name columns that came later. */
async function before(owner: string) {
  await fs.cp("drizzle", path.join(root, "drizzle"), { recursive: true })
  const file = path.join(root, "drizzle/meta/_journal.json")
  const journal = JSON.parse(await fs.readFile(file, "utf8"))
  const at = journal.entries.findIndex(({ tag }: { tag: string }) => tag === TAG)
  await fs.writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }))
  const sql = postgres(owner, { max: 1, onnotice: () => {} })
  try {
    await beforeMigrations(sql)
    await migrate(drizzle(sql), { migrationsFolder: path.join(root, "drizzle") })
  } finally {
    await sql.end()
  }
}

it("What was said before feedback had questions of its own is kept as answers to the usual three", async () => {
  await server.unsafe(`create database ${name} owner trellis_owner`)
  const owner = addressFor(admin, "trellis_owner", name)
  await before(owner)
  const all = new URL(admin)
  all.pathname = `/${name}`
  const sql = postgres(all.href, { max: 1, onnotice: () => {} })
  try {
    const id = () => randomUUID()
    const [lio, event, date, ann, bea] = [id(), id(), id(), id(), id()]
    await sql`insert into lios (id, slug, name, kind) values (${lio}, 'old', 'Old CVS', 'cvs')`
    await sql`insert into calendar_dates (lio_id, id, kind, title, on_day, at_time, minutes, zone, changed_at)
      values (${lio}, ${event}, 'event', 'First aid', '2026-06-04', '10:00', 60, 'Europe/London', now())`
    await sql`insert into bookable_events (lio_id, id, open_to) values (${lio}, ${event}, 'public')`
    await sql`insert into calendar_occurrences (lio_id, id, date_id, rule_day, starts_at, ends_at)
      values (${lio}, ${date}, ${event}, '2026-06-04', '2026-06-04T09:00Z', '2026-06-04T10:00Z')`
    await sql`insert into calendar_answers (lio_id, id, occurrence_id, name, state, position, answered_at)
      values (${lio}, ${ann}, ${date}, 'Ann', 'yes', 1, now()), (${lio}, ${bea}, ${date}, 'Bea', 'yes', 2, now())`
    await sql`insert into event_feedback (lio_id, answer_id, useful, change, better, said_at)
      values (${lio}, ${ann}, 5, 'Lock the door', null, now()), (${lio}, ${bea}, 2, null, 'Tea', now())`
    await migrateDatabase(owner)
    const questions = await sql`select id, title, kind, required from feedback_questions order by position`
    expect(questions.map(({ title }) => title)).toEqual([
      ...["How useful was it to you?", "What will you do differently after it?", "What could we do better?"],
    ])
    expect(questions.map(({ required }) => required)).toEqual([true, false, false])
    const [useful, change, better] = questions.map(({ id }) => id)
    expect(await sql`select answers from event_feedback order by answers::text like '%o1%' desc`).toEqual([
      { answers: { [useful]: { choice: "o1" }, [change]: { text: "Lock the door" } } },
      { answers: { [useful]: { choice: "o4" }, [better]: { text: "Tea" } } },
    ])
    const forced = await sql`select relname from pg_class where relforcerowsecurity and relname in
      ('bookable_events', 'calendar_answers', 'calendar_occurrences', 'event_feedback', 'feedback_questions')`
    expect(forced).toHaveLength(5)
  } finally {
    await sql.end()
  }
}, 30_000)
