import { describe, expect, it } from "vitest"
import { askYearly, remindYearly } from "@/lib/annual-check/commands"
import { chooseOwnPages } from "@/lib/groups/proposals/commands"
import { membersOf, statementsOf } from "./support/statements"
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
})
