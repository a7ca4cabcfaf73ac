import { describe, expect, it } from "vitest"
import { groups, tasks } from "@/db/schema"
import { Unavailable } from "@/lib/errors"
import { world } from "../support/world"

process.env.DATABASE_PATIENCE = "1"
const w = await world()
const read = () => w.asWorker((ctx) => ctx.tx.select({ id: groups.id }).from(groups).limit(1))

describe("While something holds a table", () => {
  it("a page of it gives up, and says that the records cannot be reached; other pages go on", async () => {
    await w.operator.begin(async (holder) => {
      await holder`lock table tasks in access exclusive mode`
      const stuck = w.asWorker((ctx) => ctx.tx.select({ id: tasks.id }).from(tasks).limit(1))
      const refused = expect(stuck).rejects.toThrow(Unavailable)
      expect(await read()).toHaveLength(1)
      await refused
    })
  })

  it("a statement that takes for ever is ended", async () => {
    await expect(w.asWorker((ctx) => ctx.tx.execute("select pg_sleep(60)"))).rejects.toThrow(Unavailable)
  })
})

describe("After PostgreSQL let go of every connection", () => {
  it("no page fails on one that is gone", async () => {
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: 12 }, read))
      await w.operator`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'trellis_app' and pid <> pg_backend_pid()`
      const all = await Promise.allSettled(Array.from({ length: 12 }, read))
      expect(all.filter(({ status }) => status === "rejected")).toEqual([])
    }
  })
})
