import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asPublic } from "@/lib/access/doors"
import { UNDO_MINUTES } from "@/lib/email/commands"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getGroup } from "@/lib/groups/queries"
import { payMembership } from "@/lib/memberships/commands"
import { getMembership } from "@/lib/memberships/queries"
import { acceptRequest, askToJoin, refuseRequest } from "@/lib/memberships/requests/commands"
import { joinInput } from "@/lib/memberships/requests/input"
import { askToJoinFrom } from "@/lib/memberships/requests/join/commands"
import { countRequests, getRequest, listMeant, listRequests } from "@/lib/memberships/requests/queries"
import { undoAct } from "@/lib/undo/commands"
import { START } from "./support/mailroom"
import { joining, TODAY } from "./support/membership"

const { w, room, paid, shut, accept, letterNames } = await joining()

const input = (over: Record<string, string> = {}) =>
  joinInput.parse({
    typeId: paid.id,
    group: "Pendle Puppeteers",
    about: "Puppets for schools.",
    postcode: "bb7 2aa",
    name: "Petra Puppet",
    email: "Petra@puppets.example",
    phone: "",
    role: "treasurer",
    ...over,
  })
const ask = (over: Record<string, string> = {}) => w.asPublicSaving((ctx) => askToJoin(ctx, input(over)))

describe("A request to join", () => {
  it("needs no account, is confirmed by a letter, and is the same one the second time", async () => {
    const { id } = await ask()
    expect(await ask({ group: "PENDLE puppeteers" })).toEqual({ id })
    expect(await letterNames()).toEqual(["membership-asked petra@puppets.example"])
    await room.send()
    expect(room.office.taken).toHaveLength(1)
    const request = await w.asViewer((ctx) => getRequest(ctx, id))
    expect(request.said).toMatchObject({ group: "Pendle Puppeteers", postcode: "BB7 2AA", role: "treasurer" })
    expect(await w.asViewer((ctx) => countRequests(ctx))).toBe(1)
  })

  it.each([
    [{ email: "" }, "email"],
    [{ email: "not an address" }, "email"],
    [{ group: " " }, "group"],
    [{ about: "" }, "about"],
    [{ postcode: "nowhere" }, "postcode"],
    [{ role: "king" }, "role"],
    [{ typeId: "" }, "typeId"],
  ])("with %o is refused at %s", (over, field) => {
    const typed = { ...input(), postcode: "", phone: "", ...over }
    expect(joinInput.safeParse(typed).error?.issues[0]?.path[0]).toBe(field)
  })

  it("by a kind that is not open, or of another LIO, is refused", async () => {
    await expect(ask({ typeId: shut.id })).rejects.toThrow("not open to new groups")
    await expect(asPublic("other", (ctx) => askToJoin(ctx, input()), { patience: "save" })).rejects.toThrow(
      NotFound,
    )
  })

  it("from one address more than three times in a quarter of an hour is refused", async () => {
    const again = (n: number) =>
      askToJoinFrom("ribble", input({ group: `Troupe ${n}`, email: "many@x.example" }), "::9")
    for (const n of [1, 2, 3]) await again(n)
    await expect(again(4)).rejects.toThrow("a lot of requests")
  })

  it("that is accepted makes the group, its lead and its membership, and says so by letter", async () => {
    const { id } = await ask()
    const { groupId } = await accept(id)
    const group = await w.asWorker((ctx) => getGroup(ctx, groupId))
    expect(group).toMatchObject({ name: "Pendle Puppeteers", stage: "member", postcode: "BB7 2AA" })
    const { standing } = await w.as("petra@puppets.example", (ctx) => getMembership(ctx, groupId))
    expect(standing).toMatchObject({
      typeName: "Paid",
      feePence: 2000,
      startsOn: TODAY,
      typeId: paid.id,
    })
    expect((await letterNames()).at(-1)).toBe("membership-decided petra@puppets.example")
    await expect(accept(id)).rejects.toThrow("Wendy Worker has decided about this already")
    await room.send()
    expect(room.office.taken).toHaveLength(1)
    room.later((Date.now() - START.getTime()) / 60_000 + UNDO_MINUTES)
    await room.send()
    expect(room.office.taken.map(({ subject }) => subject)).toContain(
      "Welcome to Ribble CVS: Pendle Puppeteers",
    )
  })

  it("never makes a group twice: likely ones are offered, and one of them is taken", async () => {
    const there = await w.system((ctx) => make.group(ctx, { name: "Sabden Singers Ltd", stage: "enquiry" }))
    const { id } = await ask({ group: "The Sabden Singers", email: "sing@sabden.example" })
    const meant = await w.asWorker(async (ctx) => listMeant(ctx, await getRequest(ctx, id)))
    expect(meant).toMatchObject([{ id: there.id, because: "the same name, one has no address" }])
    await expect(accept(id, { group: undefined })).rejects.toThrow("Choose which group this is")
    await expect(accept(id, { group: w.stranger.id })).rejects.toThrow(NotFound)
    const { groupId } = await accept(id, { group: there.id, speaks: null })
    expect(groupId).toBe(there.id)
    await expect(w.as("sing@sabden.example", async () => true)).rejects.toThrow(NotFound)
    const rows = await w.asWorker((ctx) =>
      ctx.tx.execute<{ name: string }>(sql`select name from groups where name like '%Sabden%'`),
    )
    expect(rows).toHaveLength(1)
  })

  it("that is refused has a reason, which the asker reads", async () => {
    const { id } = await ask()
    await w.asWorker((ctx) => refuseRequest(ctx, { id, reason: "You work in Burnley; ask them." }))
    const decided = (await room.letters()).at(-1)
    expect(decided).toMatchObject({ letter: "membership-decided", to_email: "petra@puppets.example" })
    expect(decided?.props).toMatchObject({ reason: "You work in Burnley; ask them." })
    expect(await w.asViewer((ctx) => listRequests(ctx))).toEqual([])
  })

  const undo = (what: "membership-request" | "membership-paid", id: string, as = w.asWorker) =>
    as((ctx) => undoAct(ctx, { what, id }))

  it("waits again when the answer is undone: no membership is left, and the email never goes", async () => {
    const { id } = await ask()
    const { groupId } = await accept(id)
    await undo("membership-request", id)
    expect((await w.asViewer((ctx) => listRequests(ctx))).map((one) => one.id)).toEqual([id])
    expect((await w.asWorker((ctx) => getMembership(ctx, groupId))).periods).toEqual([])
    expect((await room.letters()).at(-1)).toMatchObject({ letter: "membership-decided", skipped: "undone" })
    await expect(undo("membership-request", id)).rejects.toThrow("undone already")
    expect((await accept(id, { group: undefined })).groupId).toBe(groupId)
    expect((await w.asWorker((ctx) => getMembership(ctx, groupId))).periods).toHaveLength(1)
  })

  it("waits again when it was refused by mistake, and after its email has gone that is said", async () => {
    const { id } = await ask()
    await w.asWorker((ctx) => refuseRequest(ctx, { id, reason: "By mistake" }))
    await w.system((ctx) => ctx.tx.execute(sql`update letters set sent_at = now()`))
    expect((await undo("membership-request", id)).text).toContain("had already gone")
    expect(await w.asViewer((ctx) => countRequests(ctx))).toBe(1)
  })

  it("leaves undoing to workers and managers of this LIO", async () => {
    const { id } = await ask()
    const { groupId } = await accept(id)
    const [period] = (await w.asWorker((ctx) => getMembership(ctx, groupId))).periods
    const paidId = period?.id ?? ""
    await w.asWorker((ctx) => payMembership(ctx, { groupId, id: paidId, paidOn: TODAY }))
    for (const as of [w.asViewer, w.asLead]) {
      await expect(undo("membership-request", id, as)).rejects.toThrow(/workers and managers|nothing/i)
      await expect(undo("membership-paid", paidId, as)).rejects.toThrow(/workers and managers|nothing/i)
    }
    await expect(undo("membership-request", id, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(undo("membership-paid", paidId, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(undo("membership-request", id)).rejects.toThrow("It was paid")
    await undo("membership-paid", paidId)
    expect((await w.asWorker((ctx) => getMembership(ctx, groupId))).periods[0]?.paidOn).toBeNull()
    await expect(undo("membership-paid", paidId)).rejects.toThrow("isn’t marked as paid")
  })

  it("is answered by workers and managers of this LIO only", async () => {
    const { id } = await ask()
    const answers: ((ctx: Ctx) => Promise<unknown>)[] = [
      (ctx) => acceptRequest(ctx, { id, group: "new", startsOn: TODAY, speaks: null }),
      (ctx) => refuseRequest(ctx, { id, reason: "No" }),
    ]
    for (const answer of answers) {
      for (const as of [w.asViewer, w.asLead]) await expect(as(answer)).rejects.toThrow(NotAllowed)
      await expect(w.asOtherManager(answer)).rejects.toThrow(NotFound)
    }
    await expect(w.asLead((ctx) => listRequests(ctx))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => countRequests(ctx))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => listRequests(ctx))).toEqual([])
  })
})
