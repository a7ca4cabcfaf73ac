import { randomUUID } from "node:crypto"
import { afterAll, expect, it } from "vitest"
import { databaseBefore } from "./support/before"

/** As it was before feedback got questions of its own. */
const { sql, migrated, drop } = await databaseBefore("0043_courses_and_feedback")
afterAll(drop)

it("What was said before feedback had questions of its own is kept as answers to the usual three", async () => {
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
  await migrated()
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
}, 30_000)
