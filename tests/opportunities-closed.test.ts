import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { addOpportunity, changeOpportunity } from "@/lib/opportunities/commands"
import { addOpportunityInput, changeOpportunityInput } from "@/lib/opportunities/input"
import { getOpportunity } from "@/lib/opportunities/queries"
import { world } from "./support/world"

const w = await world()
const onThe =
  (day: string) =>
  <T>(work: (ctx: Ctx) => Promise<T>) =>
    asPerson("ribble", { email: "worker@ribble.example" }, work, { now: new Date(`${day}T09:00:00Z`) })
const [onDay, later] = [onThe("2026-06-01"), onThe("2026-06-05")]
const TOO_LATE = "Bids can’t come in any more by then. Enter a day that is still to come, or choose “Closed”."

describe("An opportunity that staff add", () => {
  it("is open only where bids can still come; one that has closed since is changed all the same", async () => {
    const over = {
      title: "Too late",
      buyer: "The council",
      stands: "open",
      closesOn: "2026-05-30",
      areaIds: [],
    }
    const adds = (said: Record<string, unknown>) =>
      onDay((ctx) => addOpportunity(ctx, addOpportunityInput.parse({ ...over, ...said })))
    await expect(adds({})).rejects.toMatchObject({ field: "closesOn", message: TOO_LATE })
    await adds({ stands: "closed" })
    await adds({ closesOn: null })
    const { id } = await adds({ title: "In time", closesOn: "2026-06-02" })
    let seen = ""
    const changes = async (said: Record<string, unknown>) => {
      await later((ctx) =>
        changeOpportunity(
          ctx,
          changeOpportunityInput.parse({
            ...over,
            valueMost: null,
            closesOn: "2026-06-02",
            ...said,
            id,
            seen,
          }),
        ),
      )
      seen = (await w.asMember((ctx) => getOpportunity(ctx, id))).changedAt?.toISOString() ?? ""
    }
    await changes({ title: "In time for some" })
    await expect(changes({ closesOn: "2026-06-03" })).rejects.toMatchObject({
      field: "closesOn",
      message: TOO_LATE,
    })
    await changes({ stands: "closed", closesOn: "2026-06-03" })
    await expect(changes({ closesOn: "2026-06-03" })).rejects.toThrow(TOO_LATE)
    await changes({ closesOn: "2026-07-01" })
  })
})
