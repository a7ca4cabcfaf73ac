import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { getGroup, getGroupHeader } from "@/lib/groups/queries"
import { endRole, giveRole, setMainContact, setSpeaking, welcomePerson } from "@/lib/groups/roles/commands"
import { welcomeInput } from "@/lib/groups/roles/input"
import { listRoles } from "@/lib/groups/roles/queries"
import { readList } from "@/lib/lists/input"
import { addPerson, changePerson } from "@/lib/people/commands"
import { peopleList } from "@/lib/people/filters"
import { getPerson, listPeople } from "@/lib/people/queries"
import { world } from "./support/world"

const w = await world()
const welcome = (values: Record<string, unknown>) =>
  welcomeInput.parse({ groupId: w.foodbank.id, role: "treasurer", ...values })
const nobody = { email: null, phone: null, channel: null, about: null }

describe("A person", () => {
  it("has an address of their own", async () => {
    await w.asWorker((ctx) => addPerson(ctx, { ...nobody, name: "Ann", email: "ann@x.example" }))
    const again = w.asWorker((ctx) =>
      addPerson(ctx, { ...nobody, name: "Other Ann", email: "ann@x.example" }),
    )
    await expect(again).rejects.toThrow("Ann has this email address")
    await expect(again).rejects.toMatchObject({ field: "email" })
    await expect(w.asViewer((ctx) => addPerson(ctx, { ...nobody, name: "No" }))).rejects.toThrow(NotAllowed)
  })

  it("may be changed by staff, with every change on the timeline", async () => {
    await w.asWorker((ctx) =>
      changePerson(ctx, {
        ...nobody,
        id: w.outsider.id,
        name: "Olga O.",
        email: "outsider@ribble.example",
        phone: "01",
      }),
    )
    expect(await w.asWorker((ctx) => getPerson(ctx, w.outsider.id))).toMatchObject({
      name: "Olga O.",
      phone: "01",
    })
    await expect(
      w.asViewer((ctx) => changePerson(ctx, { ...nobody, id: w.outsider.id, name: "X" })),
    ).rejects.toThrow(NotAllowed)
  })

  it("on the staff is changed by managers only, so that no worker can take over an address", async () => {
    const takeOver = { ...nobody, id: w.viewer.id, name: "Vic Trustee", email: "mine@evil.example" }
    await expect(w.asWorker((ctx) => changePerson(ctx, takeOver))).rejects.toThrow(NotAllowed)
    const own = { ...nobody, id: w.worker.id, name: "Wendy W.", email: "worker@ribble.example" }
    await expect(w.asWorker((ctx) => changePerson(ctx, own))).resolves.toMatchObject({ name: "Wendy W." })
    await expect(
      w.asWorker((ctx) => changePerson(ctx, { ...own, email: "new@ribble.example" })),
    ).rejects.toThrow(NotAllowed)
  })

  it("may be changed by a lead only inside the lead’s groups, and never the address", async () => {
    const { personId } = await w.asWorker((ctx) =>
      welcomePerson(ctx, welcome({ name: "Tess", email: "tess@x.example" })),
    )
    await w.asLead((ctx) =>
      changePerson(ctx, { ...nobody, id: personId, name: "Tess T", email: "tess@x.example" }),
    )
    await expect(
      w.asLead((ctx) =>
        changePerson(ctx, { ...nobody, id: personId, name: "Tess T", email: "me@x.example" }),
      ),
    ).rejects.toThrow(NotAllowed)
    // Mo belongs to another group as well.
    await expect(
      w.asLead((ctx) => changePerson(ctx, { ...nobody, id: w.member.id, name: "Mo" })),
    ).rejects.toThrow(NotAllowed)
    await expect(
      w.asOutsider((ctx) => changePerson(ctx, { ...nobody, id: personId, name: "X" })),
    ).rejects.toThrow(NotFound)
    await expect(w.asOutsider((ctx) => getPerson(ctx, personId))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getPerson(ctx, personId))).rejects.toThrow(NotFound)
  })

  it("is found by staff through a part of the name, spelling forgiven", async () => {
    expect(
      (await w.asViewer((ctx) => listPeople(ctx, readList(peopleList, { q: "mo mem" })))).rows,
    ).toMatchObject([{ name: "Mo Member", groups: "Clitheroe Food Bank, Côr Meibion Llanfair" }])
    expect(
      (await w.asViewer((ctx) => listPeople(ctx, readList(peopleList, { q: "Mo Membar" })))).rows.map(
        (row) => row.name,
      ),
    ).toContain("Mo Member")
    await expect(w.asLead((ctx) => listPeople(ctx, readList(peopleList, { q: "" })))).rejects.toThrow(
      NotAllowed,
    )
  })
})

describe("A role", () => {
  it("is dated, ends, and stays in the history", async () => {
    const { id, personId } = await w.asWorker((ctx) =>
      welcomePerson(
        ctx,
        welcome({ name: "Ted", email: "ted@x.example", startedOn: "2025-01-01", main: "on" }),
      ),
    )
    expect((await w.asWorker((ctx) => getGroupHeader(ctx, w.foodbank.id))).contactName).toBe("Ted")
    const early = w.asWorker((ctx) =>
      endRole(ctx, { groupId: w.foodbank.id, roleId: id, endedOn: "2024-01-01" }),
    )
    await expect(early).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => endRole(ctx, { groupId: w.foodbank.id, roleId: id, endedOn: null }))
    const row = (await w.asWorker((ctx) => listRoles(ctx, w.foodbank.id))).find((role) => role.id === id)
    expect(row).toMatchObject({ held: false, personId })
    expect((await w.asWorker((ctx) => getGroup(ctx, w.foodbank.id))).mainContactId).toBeNull()
    await expect(
      w.asWorker((ctx) => endRole(ctx, { groupId: w.foodbank.id, roleId: id, endedOn: null })),
    ).rejects.toThrow(RuleBroken)
  })

  it("goes to the person who has the address already, and not twice", async () => {
    const first = await w.asWorker((ctx) =>
      welcomePerson(ctx, welcome({ name: "Somebody", email: "outsider@ribble.example", role: "chair" })),
    )
    expect(first.personId).toBe(w.outsider.id)
    const twice = w.asWorker((ctx) =>
      giveRole(ctx, {
        groupId: w.foodbank.id,
        personId: w.outsider.id,
        role: "chair",
        title: null,
        speaks: null,
        startedOn: null,
      }),
    )
    await expect(twice).rejects.toThrow("already")
  })

  it("lets somebody in through the door only while it says that they speak for the group", async () => {
    const { id } = await w.asWorker((ctx) =>
      welcomePerson(ctx, welcome({ name: "Nia", email: "nia@x.example", speaks: "member" })),
    )
    const own = () => w.as("nia@x.example", async (ctx) => ("groups" in ctx.actor ? ctx.actor.groups : []))
    expect(await own()).toMatchObject([{ name: "Clitheroe Food Bank", lead: false }])
    await w.asLead((ctx) => setSpeaking(ctx, { groupId: w.foodbank.id, roleId: id, speaks: "lead" }))
    expect(await own()).toMatchObject([{ lead: true }])
    await w.asLead((ctx) => setSpeaking(ctx, { groupId: w.foodbank.id, roleId: id, speaks: null }))
    await expect(own()).rejects.toThrow(NotFound)
  })

  it("is for the staff and the group’s leads to give and end", async () => {
    const input = welcome({ name: "Nobody" })
    await expect(w.asMember((ctx) => welcomePerson(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asViewer((ctx) => welcomePerson(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider((ctx) => welcomePerson(ctx, input))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => welcomePerson(ctx, input))).rejects.toThrow(NotFound)
    const contact = { groupId: w.foodbank.id, personId: w.member.id }
    await expect(w.asMember((ctx) => setMainContact(ctx, contact))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => setMainContact(ctx, contact))).resolves.toMatchObject({
      name: "Mo Member",
    })
    await expect(
      w.asLead((ctx) => setMainContact(ctx, { ...contact, personId: w.worker.id })),
    ).rejects.toThrow(RuleBroken)
  })
})
