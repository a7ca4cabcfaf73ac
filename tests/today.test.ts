import { and, eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { roles } from "@/db/schema"
import { asPerson, asSystem } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { world } from "./support/world"

const w = await world()
/** Half past midnight in London, in summer; in UTC it is still the day before. */
const AFTER_MIDNIGHT = new Date("2026-07-01T23:30:00Z")
const BEFORE_MIDNIGHT = new Date("2026-07-01T22:30:00Z")

describe("A day", () => {
  it("begins by the LIO’s own clock", async () => {
    const todayAt = (now: Date) => asSystem("ribble", async (ctx) => ctx.today, { now })
    expect([await todayAt(BEFORE_MIDNIGHT), await todayAt(AFTER_MIDNIGHT)]).toEqual([
      "2026-07-01",
      "2026-07-02",
    ])
  })

  it("on which a role ends shuts the door for whoever held it, from that midnight on", async () => {
    const lead = await w.asLead(async ({ actor }) => actor)
    if (lead.kind !== "member") throw new Error("The lead is a member.")
    await w.system((ctx) =>
      ctx.tx
        .update(roles)
        .set({ endedOn: "2026-07-02" })
        .where(and(eq(roles.lioId, ctx.lio.id), eq(roles.personId, lead.personId))),
    )
    const open = (now: Date) => asPerson("ribble", { email: lead.email }, async () => "open", { now })
    expect(await open(BEFORE_MIDNIGHT)).toBe("open")
    await expect(open(AFTER_MIDNIGHT)).rejects.toThrow(NotFound)
  })
})
