import { describe, expect, it } from "vitest"
import { addGroup } from "@/lib/groups/commands"
import { importMemberships } from "@/lib/memberships/importing/commands"
import type { ImportedMembership } from "@/lib/memberships/importing/told"
import { listPeriods } from "@/lib/memberships/queries"
import { addType } from "@/lib/memberships/types/commands"
import { typeOf } from "./support/membership"
import { world } from "./support/world"

const w = await world()
await w.asManager((ctx) => addType(ctx, typeOf({})))

const told = (groupId: string, more: Partial<ImportedMembership> = {}): ImportedMembership => ({
  ...{ groupId, typeId: null, startsOn: "2026-01-01", endsOn: null, paidOn: null, feePence: null },
  ...more,
})
const keep = (rows: ImportedMembership[]) => w.system((ctx) => importMemberships(ctx, rows))
const periods = async (id: string) =>
  (await w.asWorker((ctx) => listPeriods(ctx, id))).map(({ startsOn, endsOn, paidOn }) => ({
    startsOn,
    endsOn,
    paidOn,
  }))

describe("A membership that a list tells of twice", () => {
  it("is one period, with what either row says of it, whether it was known before or not", async () => {
    const { id } = await w.asWorker((ctx) => addGroup(ctx, { name: "Listed Twice" }))
    await keep([told(id), told(id, { endsOn: "2026-12-31" }), told(id, { paidOn: "2026-02-03" })])
    const whole = { startsOn: "2026-01-01", endsOn: "2026-12-31", paidOn: "2026-02-03" }
    expect(await periods(id)).toEqual([whole])
    await keep([told(id, { endsOn: "2027-03-31", paidOn: "2026-05-05" }), told(id)])
    expect(await periods(id)).toEqual([whole])
    await keep([
      told(id, { startsOn: "2027-01-01", endsOn: "2027-12-31" }),
      told(id, { startsOn: "2027-01-01" }),
    ])
    expect(await periods(id)).toHaveLength(2)
  })
})
