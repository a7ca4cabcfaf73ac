import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { askYearly, remindYearly } from "@/lib/annual-check/commands"
import { changeMany, undoChange } from "@/lib/bulk/commands"
import { changeManyInput } from "@/lib/bulk/input"
import { previewChange } from "@/lib/bulk/queries"
import { chooseOwnPages } from "@/lib/groups/proposals/commands"
import { beginMany, doForMany, type Outcome } from "@/lib/memberships/bulk/commands"
import type { Many } from "@/lib/memberships/input"
import { listToRenew } from "@/lib/memberships/queries"
import { addType } from "@/lib/memberships/types/commands"
import { addGroups, openNetwork } from "@/lib/networks/commands"
import { listNetworkGroups } from "@/lib/networks/queries"
import { recordSession, undoSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { typeOf } from "./support/membership"
import { membersOf, sameForMany, statementsOf } from "./support/statements"
import { world } from "./support/world"

const w = await world()

describe("However many groups an act is about, the statements stay as many", () => {
  it("when groups are asked whether their details are right, and once more", async () => {
    await w.asManager((ctx) => chooseOwnPages(ctx, { approves: [], asksYearly: true }))
    const counts: number[][] = []
    const asked: number[] = []
    for (const [more, year] of [
      [60, 2031],
      [120, 2033],
    ] as const) {
      await w.system((ctx) => membersOf(ctx, more))
      const on = (day: string) => new Date(`${year}-${day}T09:00:00Z`)
      counts.push([
        await statementsOf(async () => asked.push(await w.system(askYearly, "ribble", on("01-10")))),
        await statementsOf(async () => asked.push(await w.system(remindYearly, "ribble", on("02-03")))),
      ])
    }
    expect(asked).toEqual([4, 4, 10, 10])
    expect(counts[1]).toEqual(counts[0])
  })

  it("when memberships of many groups begin, are paid and are renewed", async () => {
    const kind = (await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))).id
    const of = (many: number) => w.system((ctx) => membersOf(ctx, many))
    const begin = (groups: string[]) =>
      w.asWorker((ctx) => beginMany(ctx, { groups, typeId: kind, startsOn: ctx.today }))
    const then = (groups: string[], what: Many["what"]) =>
      w.asWorker((ctx) => doForMany(ctx, { groups, what, paidOn: ctx.today }))
    const counts: number[][] = []
    for (const many of [2, 8]) {
      const groups = (await of(many)).map(({ id }) => id)
      const outcomes: Outcome[] = []
      const kept = (work: () => Promise<Outcome>) =>
        statementsOf(async () => {
          outcomes.push(await work())
        })
      counts.push([
        await kept(() => begin(groups)),
        await kept(() => then(groups, "renew")),
        await kept(() => then(groups, "paid")),
        await kept(() => then(groups, "paidAll")),
      ])
      expect(outcomes.map(({ done }) => done.length)).toEqual([many, many, many, many])
      expect(outcomes.map(({ paid }) => paid.length)).toEqual([0, 0, many, many])
    }
    expect(counts[1]).toEqual(counts[0])
  })

  it("when groups are put into a network, those that are known and those that are new", async () => {
    const network = await w.asWorker((ctx) =>
      openNetwork(ctx, { name: "Transport", about: null, byRequest: true }),
    )
    await sameForMany(async (many) => {
      const groups = await w.system((ctx) => membersOf(ctx, many * 2))
      const waiting = groups.slice(many).map(({ id }) => id)
      await w.system((ctx) =>
        ctx.tx.execute(sql`
          insert into network_groups (lio_id, network_id, group_id, asked_at)
          select ${ctx.lio.id}, ${network.id}, id, now() from unnest(${sql.param(waiting)}::uuid[]) id`),
      )
      const added = groups.map(() => `New ${crypto.randomUUID()}`)
      const input = {
        networkId: network.id,
        groupIds: groups.slice(1).map(({ id }) => id),
        groupName: groups[0]?.name ?? null,
        picks: [],
        newGroups: added,
      }
      return async () => {
        await w.asWorker((ctx) => addGroups(ctx, input))
      }
    })
    const { joined, waiting } = await w.asWorker((ctx) => listNetworkGroups(ctx, network.id))
    expect([joined.length, waiting.length]).toEqual([2 * 20, 0])
  })

  it("when somebody leads them, and their memberships end soon", async () => {
    const type = await w.asManager((ctx) => addType(ctx, typeOf({ name: "Ending", fee: "20" })))
    await sameForMany(async (many) => {
      const email = `${crypto.randomUUID()}@ribble.example`
      await w.system(async (ctx) => {
        const groups = await membersOf(ctx, many)
        await make.speaker(ctx, { name: "Lee Leads", email, groups, speaks: "lead" })
        await ctx.tx.execute(sql`
          insert into memberships (lio_id, group_id, type_id, starts_on, ends_on, created_at)
          select ${ctx.lio.id}, id, ${type.id}, current_date - 360, current_date + 5, now()
          from unnest(${sql.param(groups.map(({ id }) => id))}::uuid[]) id`)
      })
      return async () => {
        expect(await w.as(email, listToRenew)).toHaveLength(many)
      }
    })
  })

  it("when one has spoken with many, and that is taken back", async () => {
    const counts: number[][] = []
    for (const many of [2, 8]) {
      const groups = await w.system((ctx) => membersOf(ctx, many))
      const groupIds = groups.map(({ id }) => id)
      const said = recordSessionInput.parse({ kind: "phone", note: "Talked about the bus", groupIds })
      let id = ""
      counts.push([
        await statementsOf(async () => {
          id = (await w.asWorker((ctx) => recordSession(ctx, said))).id
        }),
        await statementsOf(() => w.asWorker((ctx) => undoSession(ctx, { id }))),
      ])
    }
    expect(counts[1]).toEqual(counts[0])
  })

  it("when many are changed in one way, and changed back", async () => {
    const counts: number[][] = []
    for (const many of [2, 8]) {
      const ids = (await w.system((ctx) => membersOf(ctx, many))).map(({ id }) => id)
      const said = { id: ids, kind: "sector", to: "private" }
      const { change } = changeManyInput.parse(said)
      const { seal } = await w.asWorker((ctx) => previewChange(ctx, { ids }, change))
      let id = ""
      counts.push([
        await statementsOf(async () => {
          id = (await w.asWorker((ctx) => changeMany(ctx, changeManyInput.parse({ ...said, seal })))).id
        }),
        await statementsOf(async () => {
          expect(await w.asWorker((ctx) => undoChange(ctx, { id }))).toEqual({ back: many, left: 0 })
        }),
      ])
    }
    expect(counts[1]).toEqual(counts[0])
  })
})
