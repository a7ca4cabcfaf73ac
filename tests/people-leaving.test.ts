import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asSystem } from "@/lib/access/doors"
import { post } from "@/lib/email/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { comeBack, leavePerson } from "@/lib/groups/leaving/commands"
import { getGroup, getGroupHeader } from "@/lib/groups/queries"
import { endRole, setMainContact, welcomePerson } from "@/lib/groups/roles/commands"
import { clearEndedContacts } from "@/lib/groups/roles/contacts/commands"
import { welcomeInput } from "@/lib/groups/roles/input"
import { listRoles } from "@/lib/groups/roles/queries"
import { readList } from "@/lib/lists/input"
import { changePerson } from "@/lib/people/commands"
import { peopleList } from "@/lib/people/filters"
import { changePersonInput } from "@/lib/people/input"
import { getPerson, listPeople } from "@/lib/people/queries"
import { world } from "./support/world"

const w = await world()
const DAY = 86_400_000
const day = (after: number) => new Date(Date.now() + after * DAY).toISOString().slice(0, 10)
const welcome = (values: Record<string, unknown>, groupId = w.foodbank.id) =>
  w.asWorker((ctx) => welcomePerson(ctx, welcomeInput.parse({ groupId, role: "treasurer", ...values })))
const names = async (left: boolean) =>
  (await w.asViewer((ctx) => listPeople(ctx, readList(peopleList, left ? { left: "yes" } : {})))).rows.map(
    ({ name }) => name,
  )

describe("Somebody who has left", () => {
  it("has no role, no way in and no letters, and the groups have no main contact; the history stays", async () => {
    const { personId } = await welcome({ name: "Gill", email: "gill@x.example", speaks: "lead", main: "on" })
    await welcome({ name: "Gill", email: "gill@x.example", main: "on" }, w.choir.id)
    expect(await w.as("gill@x.example", async (ctx) => ctx.actor.kind)).toBe("member")
    const left = await w.asWorker((ctx) => leavePerson(ctx, { id: personId }))
    expect(left.groups.map(({ name }) => name)).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
    await expect(w.as("gill@x.example", async () => "in")).rejects.toThrow(NotFound)
    for (const group of [w.foodbank, w.choir])
      expect((await w.asWorker((ctx) => getGroup(ctx, group.id))).mainContactId).toBeNull()
    const roles = await w.asWorker((ctx) => listRoles(ctx, w.foodbank.id))
    expect(roles.find((role) => role.personId === personId)).toMatchObject({ held: false, speaks: "lead" })
    expect(await names(false)).not.toContain("Gill")
    expect(await names(true)).toContain("Gill")
    const skipped = await w.system(async (ctx) => {
      await post(ctx, {
        letter: "staff-invitation",
        stream: "service",
        to: { personId },
        props: { level: "viewer", url: "/" },
      })
      return ctx.tx.execute<{ skipped: string }>(
        sql`select skipped from letters where person_id = ${personId}`,
      )
    })
    expect([...skipped]).toEqual([{ skipped: "left" }])
    await expect(w.asWorker((ctx) => leavePerson(ctx, { id: personId }))).rejects.toThrow("already")
  })

  it("may come back, and is given each role anew", async () => {
    const { personId } = await welcome({ name: "Hal", email: "hal@x.example", speaks: "member" })
    await expect(w.asWorker((ctx) => comeBack(ctx, { id: personId }))).rejects.toThrow("not left")
    await w.asWorker((ctx) => leavePerson(ctx, { id: personId }))
    await w.asWorker((ctx) => comeBack(ctx, { id: personId }))
    expect(await names(false)).toContain("Hal")
    await expect(w.as("hal@x.example", async () => "in")).rejects.toThrow(NotFound)
    await welcome({ name: "Hal", email: "hal@x.example", speaks: "member" })
    expect(await w.as("hal@x.example", async () => "in")).toBe("in")
    const { roles } = await w.asViewer((ctx) => getPerson(ctx, personId))
    expect(roles.map(({ held }) => held)).toEqual([true, false])
  })

  it("is back as soon as a group brings them in again", async () => {
    const { personId } = await welcome({ name: "Ida", email: "ida@x.example" })
    await w.asWorker((ctx) => leavePerson(ctx, { id: personId }))
    await welcome({ name: "Ida", email: "ida@x.example", speaks: "member" }, w.choir.id)
    expect((await w.asViewer((ctx) => getPerson(ctx, personId))).leftAt).toBeNull()
    expect(await w.as("ida@x.example", async () => "in")).toBe("in")
  })

  it("is said by staff who keep the list, and not of staff", async () => {
    const leave = (ctx: Parameters<typeof leavePerson>[0]) => leavePerson(ctx, { id: w.outsider.id })
    for (const as of [w.asViewer, w.asLead, w.asOutsider, w.asMember])
      await expect(as(leave)).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager(leave)).rejects.toThrow(NotFound)
    await expect(w.asManager((ctx) => leavePerson(ctx, { id: w.worker.id }))).rejects.toThrow(RuleBroken)
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => comeBack(ctx, { id: w.outsider.id }))).rejects.toThrow(NotAllowed)
  })
})

describe("A role that will end", () => {
  it("is held until its day, may be ended earlier, and takes the main contact with it", async () => {
    const { id, personId } = await welcome({ name: "Jo", email: "jo@x.example", speaks: "member" })
    const end = (endedOn: string) =>
      w.asWorker((ctx) => endRole(ctx, { groupId: w.foodbank.id, roleId: id, endedOn }))
    expect(await end(day(30))).toMatchObject({ over: false })
    expect(await w.as("jo@x.example", async () => "in")).toBe("in")
    expect(await end(day(3))).toMatchObject({ over: false })
    await w.asWorker((ctx) => setMainContact(ctx, { groupId: w.foodbank.id, personId }))
    const daily = (now?: Date) => asSystem("ribble", clearEndedContacts, { now })
    expect(await daily()).toBe(0)
    expect(await daily(new Date(Date.now() + 4 * DAY))).toBe(1)
    expect(await daily(new Date(Date.now() + 4 * DAY))).toBe(0)
    expect((await w.asWorker((ctx) => getGroupHeader(ctx, w.foodbank.id))).contactName).toBeNull()
  })
})

describe("How somebody likes to be reached", () => {
  it("stands beside them on the group’s page", async () => {
    const { personId } = await welcome({ name: "Kit", phone: "01" })
    const input = changePersonInput.parse({ id: personId, name: "Kit", phone: "01", channel: "text" })
    await w.asLead((ctx) => changePerson(ctx, input))
    const roles = await w.asMember((ctx) => listRoles(ctx, w.foodbank.id))
    expect(roles.find((role) => role.personId === personId)?.channel).toBe("text")
    expect(changePersonInput.safeParse({ ...input, channel: "pigeon" }).success).toBe(false)
  })
})
