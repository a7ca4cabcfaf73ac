import { describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addGroup, changeGroup, closeGroup } from "@/lib/groups/commands"
import { changeSections, identifierInput } from "@/lib/groups/input"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { nameKey } from "@/lib/groups/names"
import { getGroup, getGroupHeader } from "@/lib/groups/queries"
import { findPossibleDuplicates } from "@/lib/groups/similarity/queries"
import { listResponses, listTimeline } from "@/lib/groups/timeline/queries"
import { readList } from "@/lib/lists/input"
import { world } from "./support/world"

const w = await world()
const named = (name: string) => w.asWorker((ctx) => addGroup(ctx, { name }))
const names = async (query: string, as = w.asWorker) => {
  const { rows } = await as((ctx) => listGroups(ctx, readList(groupList, query)))
  return rows.map((row) => row.name)
}

describe("The name of a group", () => {
  it.each([
    ["The Café & Garden Ltd.", "cafe and garden"],
    ["Y.M.C.A. Preston C.I.C.", "YMCA preston"],
    ["O’Brien's Boxing Club (CIO)", "OBriens boxing club"],
    ["St. John’s Church Hall", "Saint Johns Church Hall"],
    ["Côr Meibion Llanfair Cyf", "cor meibion llanfair"],
    ["Mind\u200bful  Walks", "mindful walks"],
  ])("%s is the same as %s", (one, other) => expect(nameKey(one)).toBe(nameKey(other)))

  it.each(["The", "🎉", "مركز الأمل", "Limited"])("%s still has a key", (name) =>
    expect(nameKey(name)).not.toBe(""),
  )
})

describe("Adding a group", () => {
  it("needs a name only, and then needs details", async () => {
    const made = await named("Knit and Natter")
    const group = await w.asWorker((ctx) => getGroup(ctx, made.id))
    expect(group).toMatchObject({
      name: "Knit and Natter",
      nameKey: "knit natter",
      stage: "not_member",
      version: 1,
    })
    expect(group.needsDetailsSince).not.toBeNull()
    expect(await names("needs=details")).toContain("Knit and Natter")
  })

  it.each([
    ["a trustee who looks on", w.asViewer],
    ["a member", w.asLead],
  ])("is not for %s", async (_who, as) => {
    await expect(as((ctx) => addGroup(ctx, { name: "Mine" }))).rejects.toThrow(NotAllowed)
  })

  it("knows a group that is there already: by number, name, address and a like name", async () => {
    const made = await w.asWorker((ctx) =>
      addGroup(ctx, {
        name: "Ribble Rivers Trust Ltd",
        email: "hello@rivers.example",
        identifiers: [{ register: "GB-CHC", value: "1070672" }],
      }),
    )
    const because = (about: Parameters<typeof findPossibleDuplicates>[1]) =>
      w.asWorker(
        async (ctx) => (await findPossibleDuplicates(ctx, about)).find((one) => one.id === made.id)?.because,
      )
    expect(
      await because({ name: "Nothing like it", identifiers: [{ register: "GB-CHC", value: "1070672" }] }),
    ).toBe("the same number on a register")
    expect(await because({ name: "the ribble rivers trust" })).toBe("the same name, one has no address")
    expect(await because({ name: "Ribble River Trusts", email: "hello@rivers.example" })).toMatch(
      /^the same name, the same email address$/,
    )
    expect(await because({ name: "Nothing like it", email: "hello@rivers.example" })).toBeUndefined()
    expect(await because({ name: "Nothing like it" })).toBeUndefined()
    await expect(w.asViewer((ctx) => findPossibleDuplicates(ctx, { name: "x" }))).rejects.toThrow(NotAllowed)
  })

  it("takes a name of any letters as it was typed", async () => {
    for (const name of [
      "O'Brien’s",
      "Bobby'); drop table groups;--",
      "مركز الأمل",
      "🎉 Party",
      "Clwb Ieuenctid Tŷ’r Eos",
      "x".repeat(300),
    ]) {
      const { id } = await named(name)
      expect((await w.asWorker((ctx) => getGroup(ctx, id))).name).toBe(name)
    }
  })
})

describe("Changing a group", () => {
  it("writes each field into the log with what it said before", async () => {
    const { id } = await named("Changing Places")
    const { changed } = await w.asWorker((ctx) =>
      changeGroup(ctx, id, { version: 1, phone: "01254 111222", volunteers: 0 }),
    )
    expect(changed).toEqual(["Phone", "Volunteers"])
    const { rows } = await w.asWorker((ctx) => listTimeline(ctx, id, {}))
    expect(rows[0]).toMatchObject({
      what: "group.changed",
      summary: "Changed: phone and volunteers",
      who: "Wendy Worker",
      from: { phone: null, volunteers: null },
      to: { phone: "01254 111222", volunteers: 0, version: 2 },
    })
    const group = await w.asWorker((ctx) => getGroup(ctx, id))
    expect(group).toMatchObject({ version: 2, needsDetailsSince: null })
  })

  it("says nothing when nothing changed", async () => {
    const { id } = await named("Steady State")
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, name: "Steady State" }))
    expect((await w.asWorker((ctx) => getGroup(ctx, id))).version).toBe(1)
  })

  it("is refused after somebody else saved, with both versions", async () => {
    const { id } = await named("Two Hands")
    await w.asManager((ctx) => changeGroup(ctx, id, { version: 1, phone: "01", about: "Hers" }))
    const late = w.asWorker((ctx) =>
      changeGroup(ctx, id, { version: 1, phone: "02", about: "Hers", email: "new@x.example" }),
    )
    await expect(late).rejects.toMatchObject({ theirs: { phone: "01", version: "2" } })
    await expect(late).rejects.not.toHaveProperty("theirs.email")
    await expect(late).rejects.toThrow(/Maureen Pye saved changes/)
    expect((await w.asWorker((ctx) => getGroup(ctx, id))).phone).toBe("01")
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 2, phone: "02" }))
    expect((await w.asWorker((ctx) => getGroup(ctx, id))).phone).toBe("02")
  })

  it("lets one of two who save at the same moment win", async () => {
    const { id } = await named("Same Moment")
    const both = await Promise.allSettled(
      ["01", "02"].map((phone) => w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, phone }))),
    )
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
  })

  it("keeps several register numbers, without the spaces", async () => {
    const { id } = await named("Much Registered")
    const input = changeSections.registers.parse({
      id,
      version: "1",
      "GB-CHC": "10 70 672",
      "GB-COH": "0391 4431, IP031455",
    })
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 1, identifiers: input.identifiers }))
    const group = await w.asWorker((ctx) => getGroup(ctx, id))
    expect(group.identifiers.map(({ value }) => value)).toEqual(["1070672", "03914431", "IP031455"])
    expect(identifierInput.safeParse({ register: "GB-CHC", value: " " }).success).toBe(false)
  })

  it("tells yes, no, none and not known apart", () => {
    const { size, standing } = changeSections
    const seen = { id: crypto.randomUUID(), version: "1" }
    expect(size.parse({ ...seen, volunteers: "0", income: "1,200" })).toMatchObject({
      volunteers: 0,
      trustees: null,
      income: 120_000,
    })
    const yes = { ...seen, stage: "member", sector: "voluntary" }
    expect(standing.parse({ ...yes, faithBased: "no" }).faithBased).toBe(false)
    expect(standing.parse({ ...yes, faithBased: "" }).faithBased).toBeNull()
  })

  it("lets a lead say what the group says of itself, and no more", async () => {
    const { version } = await w.asLead((ctx) => getGroup(ctx, w.foodbank.id))
    await w.asLead((ctx) => changeGroup(ctx, w.foodbank.id, { version, phone: "01200 1", volunteers: 12 }))
    const about = changeSections.about.parse({
      id: w.foodbank.id,
      version: String(version + 1),
      about: "Parcels",
    })
    await w.asLead((ctx) =>
      changeGroup(ctx, about.id, {
        version: about.version,
        about: about.about,
        alsoKnownAs: null,
        name: about.name,
      }),
    )
    const standing = w.asLead((ctx) =>
      changeGroup(ctx, w.foodbank.id, { version: version + 2, stage: "affiliate" }),
    )
    await expect(standing).rejects.toThrow(NotAllowed)
    await expect(
      w.asMember((ctx) => changeGroup(ctx, w.foodbank.id, { version: version + 2, phone: "2" })),
    ).rejects.toThrow(NotAllowed)
    await expect(
      w.asViewer((ctx) => changeGroup(ctx, w.foodbank.id, { version: version + 2, phone: "2" })),
    ).rejects.toThrow(NotAllowed)
  })

  it("is not found by other groups and other LIOs", async () => {
    for (const as of [w.asOutsider, w.asOtherManager, w.asPublicSaving]) {
      await expect(as((ctx) => getGroup(ctx, w.foodbank.id))).rejects.toThrow(NotFound)
      await expect(as((ctx) => getGroupHeader(ctx, w.foodbank.id))).rejects.toThrow(NotFound)
      await expect(as((ctx) => changeGroup(ctx, w.foodbank.id, { version: 1, phone: "9" }))).rejects.toThrow(
        NotFound,
      )
    }
    await expect(w.asWorker((ctx) => getGroup(ctx, w.stranger.id))).rejects.toThrow(NotFound)
    await expect(w.asOutsider((ctx) => listTimeline(ctx, w.foodbank.id, {}))).rejects.toThrow(NotFound)
    await expect(w.asOutsider((ctx) => listResponses(ctx, w.foodbank.id))).rejects.toThrow(NotFound)
    expect((await w.asOtherManager((ctx) => listTimeline(ctx, w.foodbank.id, {}))).rows).toEqual([])
    expect(await w.asOtherManager((ctx) => listResponses(ctx, w.foodbank.id))).toEqual([])
  })
})

describe("Closing a group", () => {
  it("keeps its history, with the reason and the day, and happens once", async () => {
    const { id } = await named("Last Orders")
    const input = { id, closedOn: "2026-06-04", closedReason: "The hall was sold" }
    await expect(w.asViewer((ctx) => closeGroup(ctx, input))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => closeGroup(ctx, input))
    expect(await w.asWorker((ctx) => getGroupHeader(ctx, id))).toMatchObject({
      stage: "closed",
      closedReason: "The hall was sold",
    })
    await expect(w.asWorker((ctx) => closeGroup(ctx, input))).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => changeGroup(ctx, id, { version: 2, stage: "forming" }))
    expect(await w.asWorker((ctx) => getGroupHeader(ctx, id))).toMatchObject({
      stage: "forming",
      closedOn: null,
    })
    await expect(w.asWorker((ctx) => changeGroup(ctx, id, { version: 3, stage: "closed" }))).rejects.toThrow(
      "when and why",
    )
  })
})
