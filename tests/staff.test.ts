import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { endStaff, inviteStaff } from "@/lib/lios/commands"
import { changeLevel, inviteAgain } from "@/lib/lios/staff/commands"
import { listPastTeam, listTeam } from "@/lib/lios/staff/queries"
import { world } from "./support/world"

const w = await world()
const manager = async () =>
  (await w.asViewer(listTeam)).find(({ level }) => level === "manager")?.personId ?? ""
const invite = (name: string, email: string) =>
  w.asManager((ctx) => inviteStaff(ctx, { name, email, level: "viewer" }))
const letters = (id: string) =>
  w.system(async (ctx) => (await ctx.tx.execute(sql`select 1 from letters where person_id = ${id}`)).length)

describe("What staff may do", () => {
  it("is changed by a manager, from the next page on", async () => {
    await w.asManager((ctx) => changeLevel(ctx, { personId: w.worker.id, level: "viewer" }))
    const level = await w.asWorker(async (ctx) => ctx.actor.kind === "staff" && ctx.actor.level)
    expect(level).toBe("viewer")
    await w.asManager((ctx) => changeLevel(ctx, { personId: w.worker.id, level: "worker" }))
  })

  it("always leaves a manager", async () => {
    const personId = await manager()
    const lower = () => w.asManager((ctx) => changeLevel(ctx, { personId, level: "worker" }))
    await expect(lower()).rejects.toThrow("There must be a manager")
    await expect(w.asManager((ctx) => endStaff(ctx, { personId }))).rejects.toThrow("There must be a manager")
    const again = w.asManager((ctx) =>
      inviteStaff(ctx, { name: "Me", email: "manager@ribble.example", level: "viewer" }),
    )
    await expect(again).rejects.toMatchObject({ field: "email" })
    expect(await manager()).toBe(personId)
  })

  it("two managers cannot lower each other at once", async () => {
    await w.asManager((ctx) => changeLevel(ctx, { personId: w.worker.id, level: "manager" }))
    const one = await manager()
    const done = await Promise.allSettled([
      w.asManager((ctx) => changeLevel(ctx, { personId: w.worker.id, level: "worker" })),
      w.asWorker((ctx) => changeLevel(ctx, { personId: one, level: "worker" })),
    ])
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`update staff set level = 'manager' where person_id = ${one}`)
      await ctx.tx.execute(sql`update staff set level = 'worker' where person_id = ${w.worker.id}`)
    })
  })

  it("is not for others to change", async () => {
    const change = (ctx: Parameters<typeof changeLevel>[0]) =>
      changeLevel(ctx, { personId: w.viewer.id, level: "manager" })
    for (const as of [w.asWorker, w.asViewer, w.asLead]) await expect(as(change)).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager(change)).rejects.toThrow(NotFound)
    await expect(w.asLead(listTeam)).rejects.toThrow(NotAllowed)
  })
})

describe("An invitation", () => {
  it("may be sent again until they have been in", async () => {
    const { id } = await invite("Nell", "nell@ribble.example")
    const nell = async () => (await w.asManager(listTeam)).find(({ personId }) => personId === id)
    expect((await nell())?.cameIn).toBe(false)
    for (const as of [w.asWorker, w.asViewer])
      await expect(as((ctx) => inviteAgain(ctx, { personId: id }))).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => inviteAgain(ctx, { personId: id }))
    expect(await letters(id)).toBe(2)
    await authDatabase().execute(
      sql`insert into accounts (email, email_verified) values ('nell@ribble.example', now() + interval '1 minute')`,
    )
    expect((await nell())?.cameIn).toBe(true)
    await expect(w.asManager((ctx) => inviteAgain(ctx, { personId: id }))).rejects.toThrow(RuleBroken)
  })

  it("after the end begins anew, and the end stands in the history", async () => {
    const { id } = await invite("Oz", "oz@ribble.example")
    await w.asManager((ctx) => endStaff(ctx, { personId: id }))
    expect(await w.asViewer(listPastTeam)).toMatchObject([{ name: "Oz" }])
    await invite("Oz", "oz@ribble.example")
    expect(await w.asViewer(listPastTeam)).toEqual([])
  })
})
