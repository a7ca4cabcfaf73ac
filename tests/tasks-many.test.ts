import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { addTasks } from "@/lib/tasks/bulk/commands"
import { world } from "./support/world"

const w = await world()

describe("A task for several groups", () => {
  it("is added for each of them, or for none, by who keeps tasks", async () => {
    const groupIds = [w.foodbank.id, w.choir.id, w.foodbank.id]
    const input = { what: "Ask for the accounts", assigneeId: null, dueOn: null, repeats: null, groupIds }
    expect(await w.asWorker((ctx) => addTasks(ctx, input))).toMatchObject({ number: 2 })
    const gone = { ...input, what: "Never", groupIds: [w.foodbank.id, randomUUID()] }
    await expect(w.asWorker((ctx) => addTasks(ctx, gone))).rejects.toThrow("isn’t on your list")
    await expect(w.asWorker((ctx) => addTasks(ctx, { ...input, groupIds: [] }))).rejects.toThrow(RuleBroken)
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => addTasks(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => addTasks(ctx, input))).rejects.toThrow("isn’t on your list")
    const rows = await w.system((ctx) =>
      ctx.tx.execute(sql`select what, group_id from tasks where what in ('Ask for the accounts', 'Never')`),
    )
    expect(rows).toHaveLength(2)
  })
})
