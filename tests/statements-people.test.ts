import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { daysAfter } from "@/lib/days"
import { runDigest } from "@/lib/digest/commands"
import { unmergeGroups } from "@/lib/duplicates/merging/commands"
import { mergePeople, unmergePeople } from "@/lib/duplicates/people/commands"
import { settleLetters } from "@/lib/email/outcomes/commands"
import type { Outcome } from "@/lib/email/providers/provider"
import { leavePerson } from "@/lib/groups/leaving/commands"
import { clearEndedContacts } from "@/lib/groups/roles/contacts/commands"
import { addType } from "@/lib/memberships/types/commands"
import { typeOf } from "./support/membership"
import { merge } from "./support/merging"
import { membersOf, sameForMany, statementsOf } from "./support/statements"
import { world } from "./support/world"

const w = await world()
const saidOf = (what: string) =>
  w.system(async (ctx) => [
    ...(await ctx.tx.execute<{ summary: string; id: string; said: boolean; group: boolean }>(sql`
      select summary, subject_id as id, "from" is not null as said, group_id is not null as "group" from events where what = ${what}`)),
  ])
/** Somebody who leads so many groups, and is the main contact of each. */
const contactOf = (many: number) =>
  w.system(async (ctx) => {
    const groups = await membersOf(ctx, many)
    const email = `${crypto.randomUUID()}@ribble.example`
    const person = await make.speaker(ctx, { name: "Cora Contact", email, groups, speaks: "lead" })
    const ids = sql`any (${sql.param(groups.map(({ id }) => id))}::uuid[])`
    await ctx.tx.execute(sql`update groups set main_contact_id = ${person.id} where id = ${ids}`)
    return { ...person, email, groups }
  })
const contactless = (ids: string[]) =>
  w.system(async (ctx) => {
    const [row] = await ctx.tx.execute<{ many: number }>(sql`
      select count(*)::int as many from groups where id = any (${sql.param(ids)}::uuid[]) and main_contact_id is null and version = 2`)
    return row?.many
  })

describe("However many groups somebody belongs to, the statements stay as many", () => {
  it("when roles of main contacts have ended", async () => {
    await sameForMany(async (many) => {
      const { id, groups } = await contactOf(many)
      await w.system((ctx) =>
        ctx.tx.execute(
          sql`update roles set ended_on = ${daysAfter(ctx.today, -1)}::date where person_id = ${id}`,
        ),
      )
      return async () => {
        expect(await w.system(clearEndedContacts)).toBe(many)
        expect(await w.system(clearEndedContacts)).toBe(0)
        expect(await contactless(groups.map((group) => group.id))).toBe(many)
      }
    })
    const told = (await saidOf("group.changed")).filter(({ summary }) => /no main contact/.test(summary))
    expect(told).toHaveLength(10)
    for (const one of told) expect(one).toMatchObject({ said: true, group: true })
  })

  it("when they have left", async () => {
    await sameForMany(async (many) => {
      const { id, groups } = await contactOf(many)
      return async () => {
        const left = await w.asWorker((ctx) => leavePerson(ctx, { id }))
        expect(left.groups.map((group) => group.name)).toEqual(groups.map(({ name }) => name).sort())
      }
    })
  })

  it("when they are made one of two, and two again", async () => {
    const counts: number[][] = []
    for (const many of [2, 8]) {
      const [kept, gone] = [await contactOf(many), await contactOf(many)]
      let id = ""
      const two = { keptId: kept.id, goneId: gone.id }
      const done = [
        await statementsOf(async () => {
          id = (await w.asWorker((ctx) => mergePeople(ctx, two))).id
        }),
        await statementsOf(() => w.asWorker((ctx) => unmergePeople(ctx, { id }))),
      ]
      counts.push(done)
    }
    expect(counts[1]).toEqual(counts[0])
  })
})

describe("However much hangs on two groups, the statements stay as many", () => {
  it("when both were members at the same times and are made one, and two again", async () => {
    const type = await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
    const counts: number[][] = []
    for (const many of [2, 8]) {
      const groups = await w.system((ctx) => membersOf(ctx, 2))
      const [kept, gone] = groups.map(({ id }) => id) as [string, string]
      await w.system((ctx) =>
        ctx.tx.execute(sql`
          insert into memberships (lio_id, group_id, type_id, starts_on, ends_on, fee_pence, created_at)
          select ${ctx.lio.id}, g, ${type.id}, current_date - 400 * at, current_date - 400 * at + 300, 2000, now()
          from generate_series(1, ${many}::int) at, unnest(${sql.param([kept, gone])}::uuid[]) g`),
      )
      let id = ""
      const done = [
        await statementsOf(async () => {
          id = (await w.asWorker((ctx) => merge(ctx, kept, gone))).id
        }),
        await statementsOf(() => w.asWorker((ctx) => unmergeGroups(ctx, { id }))),
      ]
      counts.push(done)
    }
    expect(counts[1]).toEqual(counts[0])
  })
})

describe("However many letters come back, the statements stay as many", () => {
  it("when their addresses do not exist", async () => {
    await sameForMany(async (many) => {
      const batchId = crypto.randomUUID()
      const people = await Promise.all(Array.from({ length: many }, () => contactOf(1)))
      const letters = await w.system(async (ctx) => [
        ...(await ctx.tx.execute<{ id: string }>(sql`
          insert into letters (lio_id, letter, stream, person_id, to_email, to_name, batch_id, created_at, frozen_at)
          select ${ctx.lio.id}, 'digest', 'digest', p.id, p.email, p.name, ${batchId}, now(), now() from people p
          where p.id = any (${sql.param(people.map(({ id }) => id))}::uuid[]) returning id`)),
      ])
      const outcomes = letters.map(({ id }): [string, Outcome] => [
        id,
        { kind: "refused", why: "550 no such user", noSuchAddress: true },
      ])
      return () => w.system((ctx) => settleLetters(ctx, batchId, outcomes, null))
    })
    const told = await saidOf("address.suppressed")
    expect(told).toHaveLength(10)
    for (const { summary, group } of told) {
      expect(summary).toMatch(
        /^Emails to Cora Contact come back.* Group .*: the main contact cannot be reached/,
      )
      expect(group).toBe(true)
    }
  })
})

describe("However many people get a digest, the statements stay as many", () => {
  it("when they are made", async () => {
    const sent: number[] = []
    await sameForMany(async (many) => {
      const at = new Date(Date.now() + many * 14 * 86_400_000)
      await w.system(async (ctx) => {
        const groups = await membersOf(ctx, many * 4)
        await ctx.tx.execute(sql`
          with asked as (
            insert into consultations (lio_id, title, opened_at, closes_at)
            values (${ctx.lio.id}, 'Bus cuts', ${at.toISOString()}::timestamptz - interval '1 day', ${at.toISOString()}::timestamptz + interval '3 days')
            returning id)
          insert into invitations (lio_id, consultation_id, group_id, invited_at)
          select ${ctx.lio.id}, asked.id, g, now() from asked, unnest(${sql.param(groups.map(({ id }) => id))}::uuid[]) g`)
      })
      return async () => {
        sent.push((await runDigest("ribble", { at })).sent)
      }
    })
    expect(sent).toEqual([8, 32])
  })
})
