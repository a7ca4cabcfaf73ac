import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addField } from "@/lib/fields/commands"
import { answerName } from "@/lib/fields/input"
import { addGroup, changeGroup, closeGroup } from "@/lib/groups/commands"
import { putBack } from "@/lib/groups/history/commands"
import { getChange, listChangedFields, listHistory } from "@/lib/groups/history/queries"
import { VIA_WORDS } from "@/lib/groups/history/words"
import { getGroup } from "@/lib/groups/queries"
import { setMainContact, welcomePerson } from "@/lib/groups/roles/commands"
import { addTerm } from "@/lib/word-lists/commands"
import { world } from "./support/world"

const w = await world()
const named = (name: string) => w.asWorker((ctx) => addGroup(ctx, { name }))
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))
type Said = Omit<Parameters<typeof changeGroup>[2], "version">
const save = async (id: string, values: Said, as: typeof w.asWorker = w.asWorker) => {
  const { version } = await group(id)
  return as((ctx) => changeGroup(ctx, id, { ...values, version }))
}
const history = (id: string, field?: string, as: typeof w.asWorker = w.asWorker) =>
  as((ctx) => listHistory(ctx, id, { field }))
const back = async (id: string, field: string, at = 0, as: typeof w.asWorker = w.asWorker) => {
  const { rows } = await history(id, field)
  const { version } = await group(id)
  return as((ctx) => putBack(ctx, { id, field, eventId: rows[at]?.id ?? "", version }))
}

describe("The history of a group", () => {
  it("tells each field from and to in words, ids by their names, and can be narrowed to one field", async () => {
    const { id } = await named("Told in Words")
    const term = await w.asWorker((ctx) => addTerm(ctx, { list: "theme", name: "Walking" }))
    const hall = await w.asManager((ctx) =>
      addField(ctx, { label: "Own hall", hint: null, kind: "yes_no", options: [], forGroups: "nothing" }),
    )
    await save(id, { incomeBand: "to_5k", termIds: [term.id], custom: { [hall.id]: false } })
    await save(id, { identifiers: [{ register: "GB-NIC", value: "100019" }], registeredOn: "2020-02-03" })
    const { rows } = await history(id)
    const told = rows.flatMap(({ changes }) => changes.map(({ label, from, to }) => [label, from, to]))
    expect(told).toEqual(
      expect.arrayContaining([
        ["Yearly income", null, "Up to £5,000"],
        ["Themes and services", "None", "Walking"],
        ["Own hall", null, "No"],
        ["Numbers on registers", "None", "NIC100019"],
        ["Registered on", null, "3 February 2020"],
      ]),
    )
    const narrow = await history(id, "termIds")
    expect(narrow.rows).toHaveLength(1)
    expect(narrow.rows[0]?.changes.map(({ label }) => label)).toEqual(["Themes and services"])
    const fields = await w.asWorker((ctx) => listChangedFields(ctx, id))
    expect(fields.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Own hall", "Registered on", "Yearly income"]),
    )
  })

  it("says who changed it and which way, and hides from the group what is for staff", async () => {
    await save(w.foodbank.id, { phone: "01200 111222" }, w.asLead)
    const { rows } = await history(w.foodbank.id)
    expect(rows[0]).toMatchObject({ who: "Leila Lead", via: "member" })
    expect(VIA_WORDS[rows[0]?.via ?? "page"]).toBe("by the group")
    const secret = await w.asManager((ctx) =>
      addField(ctx, { label: "Worry", hint: null, kind: "text", options: [], forGroups: "nothing" }),
    )
    await save(w.foodbank.id, { custom: { [secret.id]: "Treasurer left" } })
    expect(JSON.stringify(await history(w.foodbank.id, undefined, w.asLead))).not.toMatch(
      /Worry|worry|Treasurer/,
    )
    expect((await history(w.foodbank.id, answerName(secret.id), w.asLead)).rows).toEqual([])
    expect((await history(w.foodbank.id)).rows[0]?.summary).toBe("Changed: worry")
    await expect(history(w.foodbank.id, undefined, w.asOutsider)).rejects.toThrow(NotFound)
    expect((await history(w.foodbank.id, undefined, w.asOtherManager)).rows).toEqual([])
  })

  it("stands twenty at a time", async () => {
    const { id } = await named("Often Changed")
    for (let n = 1; n <= 23; n++) await save(id, { volunteers: n })
    const first = await history(id)
    expect(first.rows).toHaveLength(20)
    const rest = await w.asWorker((ctx) => listHistory(ctx, id, { before: first.older ?? undefined }))
    expect(rest.rows).toHaveLength(4)
    expect(rest.older).toBeNull()
  })

  it("says what closing and opening again did, with the reason", async () => {
    const { id } = await named("Phoenix")
    await w.asWorker((ctx) =>
      closeGroup(ctx, { id, version: 1, closedOn: "2026-06-04", closedReason: "The hall was sold" }),
    )
    await save(id, { stage: "enquiry", stageReason: "They found a room" })
    const { rows } = await history(id)
    expect(rows[0]?.summary).toBe("Opened again, now enquiry: They found a room")
    expect(rows[0]?.changes.map(({ label, from, to }) => [label, from, to])).toEqual(
      expect.arrayContaining([
        ["Stage", "Closed", "Enquiry"],
        ["Closed on", "4 June 2026", null],
        ["Why it closed", "The hall was sold", null],
      ]),
    )
    expect(rows[1]?.changes.find(({ name }) => name === "closedReason")?.from).toBeNull()
    expect(await group(id)).toMatchObject({ stageReason: "They found a room" })
    await save(id, { stage: "forming" })
    expect(await group(id)).toMatchObject({ stageReason: null })
  })
})

describe("Putting a change back", () => {
  it("lets a field say again what it said, of every kind, and tells so", async () => {
    const { id } = await named("Back Again")
    const [one, two] = [
      await w.asWorker((ctx) => addTerm(ctx, { list: "tag", name: "One" })),
      await w.asWorker((ctx) => addTerm(ctx, { list: "tag", name: "Two" })),
    ]
    const asked = await w.asManager((ctx) =>
      addField(ctx, { label: "Vans", hint: null, kind: "number", options: [], forGroups: "see" }),
    )
    const number = { register: "GB-CHC" as const, value: "1070672" }
    await save(id, {
      phone: "01",
      income: 120_000,
      termIds: [one.id],
      identifiers: [number],
      custom: { [asked.id]: 0 },
    })
    await save(id, { phone: null, income: 0, termIds: [two.id], identifiers: [], custom: { [asked.id]: 4 } })
    for (const field of ["phone", "income", "termIds", "identifiers", answerName(asked.id)])
      expect(await back(id, field), field).toMatchObject({ changed: true })
    expect(await group(id)).toMatchObject({
      phone: "01",
      income: 120_000,
      termIds: [one.id],
      identifiers: [number],
      custom: { [asked.id]: 0 },
    })
    expect((await history(id)).rows[0]?.summary).toBe("Restored: vans")
    expect(await back(id, "phone", 1)).toMatchObject({ changed: false })
  })

  it("puts the main contact back", async () => {
    const { id } = await named("Two Contacts")
    const [ann, ben] = [
      await w.asWorker((ctx) => welcomePerson(ctx, welcome(id, "Ann"))),
      await w.asWorker((ctx) => welcomePerson(ctx, welcome(id, "Ben"))),
    ]
    await w.asWorker((ctx) => setMainContact(ctx, { groupId: id, personId: ann.personId }))
    await w.asWorker((ctx) => setMainContact(ctx, { groupId: id, personId: ben.personId }))
    expect((await history(id, "mainContactId")).rows[0]?.changes[0]).toMatchObject({ from: "Ann", to: "Ben" })
    await back(id, "mainContactId")
    expect((await group(id)).mainContactId).toBe(ann.personId)
  })

  it("says when somebody changed it since, and shows both", async () => {
    const { id } = await named("Since Then")
    await save(id, { phone: "01" })
    await save(id, { phone: "02" })
    await save(id, { phone: "03" })
    const { rows } = await history(id, "phone")
    const of = (at: number) =>
      w.asWorker((ctx) => getChange(ctx, { id, eventId: rows[at]?.id ?? "", field: "phone" }))
    expect(await of(0)).toMatchObject({ from: "02", made: "03", now: "03", since: false })
    expect(await of(1)).toMatchObject({ from: "01", made: "02", now: "03", since: true })
  })

  it("is for those who keep groups, for the version they saw, and for changes of this group", async () => {
    const { id } = await named("Not Yours")
    await save(id, { phone: "01" })
    await save(id, { phone: "02" })
    for (const as of [w.asViewer, w.asLead, w.asMember])
      await expect(back(id, "phone", 0, as)).rejects.toThrow(NotAllowed)
    await expect(back(id, "phone", 0, w.asOtherManager)).rejects.toThrow(NotFound)
    const { rows } = await history(id, "phone")
    const eventId = rows[0]?.id ?? ""
    await expect(
      w.asWorker((ctx) => putBack(ctx, { id, eventId, field: "phone", version: 2 })),
    ).rejects.toMatchObject({ theirs: { phone: "02" } })
    await expect(
      w.asWorker((ctx) => putBack(ctx, { id: w.foodbank.id, eventId, field: "phone", version: 1 })),
    ).rejects.toThrow(NotFound)
    await expect(
      w.asWorker((ctx) => putBack(ctx, { id, eventId, field: "closedReason", version: 3 })),
    ).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => closeGroup(ctx, { id, closedOn: "2026-06-04", closedReason: "Over" }))
    await save(id, { stage: "forming" })
    await expect(back(id, "stage")).rejects.toThrow(RuleBroken)
  })
})

function welcome(groupId: string, name: string) {
  return {
    groupId,
    name,
    email: null,
    phone: null,
    main: false,
    role: "contact" as const,
    title: null,
    speaks: null,
    startedOn: null,
  }
}
