import { randomUUID } from "node:crypto"
import { afterAll, expect, it } from "vitest"
import { databaseBefore } from "./support/before"

/** As it was before addresses stood apart, and whoever was elected had the seat that they took. */
const { sql, migrated, drop } = await databaseBefore("0072_election_seats_and_addresses")
afterAll(drop)

it("Addresses and seats of those who stood before are kept where they stand now", async () => {
  const id = () => randomUUID()
  const [lio, board, seat, other, group, election] = [id(), id(), id(), id(), id(), id()]
  const [ann, ben, cat, annStands, benStands, catStands] = [id(), id(), id(), id(), id(), id()]
  await sql`insert into lios (id, slug, name, kind) values (${lio}, 'old', 'Old CVS', 'cvs')`
  await sql`insert into boards (lio_id, id, name) values (${lio}, ${board}, 'Health Board')`
  await sql`insert into seats (lio_id, id, board_id, title) values (${lio}, ${seat}, ${board}, 'Seat 1'), (${lio}, ${other}, ${board}, 'Seat 2')`
  await sql`insert into groups (lio_id, id, name, name_key) values (${lio}, ${group}, 'Shed', 'shed')`
  await sql`insert into people (lio_id, id, name) values (${lio}, ${ann}, 'Ann'), (${lio}, ${ben}, 'Ben'), (${lio}, ${cat}, 'Cat')`
  await sql`insert into elections (lio_id, id, board_id, title, places, rule_asked, member_months, endorsements, network_endorses,
      nominations_until, roll_on, voting_from, voting_until, closed_at, outcome)
    values (${lio}, ${election}, ${board}, 'Seats', 1, 'usual', 0, 0, false, '2026-01-01', '2026-01-02', '2026-02-01', '2026-03-01', '2026-03-01', 'elected')`
  await sql`insert into election_seats (lio_id, election_id, seat_id) values (${lio}, ${election}, ${other})`
  await sql`insert into nominations (lio_id, id, election_id, group_id, person_id, name, email, nominated_at, elected_as, runner_up) values
    (${lio}, ${annStands}, ${election}, ${group}, ${ann}, 'Ann', 'ann@old.example', '2025-12-01', 1, false),
    (${lio}, ${benStands}, ${election}, ${group}, ${ben}, 'Ben', 'ben@old.example', '2025-12-01', null, true),
    (${lio}, ${catStands}, ${election}, ${group}, ${cat}, 'Cat', 'cat@old.example', '2025-12-01', null, false)`
  // Ann had another seat of this board before.
  await sql`insert into seat_terms (lio_id, seat_id, person_id, holds, chosen_by, starts_on, created_at) values
    (${lio}, ${seat}, ${ann}, 'representative', 'election', '2020-01-01', '2020-01-01'),
    (${lio}, ${other}, ${ann}, 'representative', 'election', '2026-03-03', '2026-03-02')`
  await migrated()
  const kept =
    await sql`select n.name, n.seat_id, a.email from nominations n join nomination_addresses a on a.nomination_id = n.id order by n.name`
  expect(kept).toEqual([
    { name: "Ann", seat_id: other, email: "ann@old.example" },
    { name: "Ben", seat_id: null, email: "ben@old.example" },
    { name: "Cat", seat_id: null, email: "cat@old.example" },
  ])
  const forced = await sql`select relname from pg_class where relforcerowsecurity and relname in
    ('nominations', 'nomination_addresses', 'elections', 'election_seats', 'seat_terms')`
  expect(forced).toHaveLength(5)
}, 30_000)
