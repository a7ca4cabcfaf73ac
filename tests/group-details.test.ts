import { describe, expect, it } from "vitest"
import { areas } from "@/db/schema"
import { found, NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addField } from "@/lib/fields/commands"
import { addFieldInput, answerName } from "@/lib/fields/input"
import { addWholeGroup, fillInGroup } from "@/lib/groups/details/commands"
import { addGroupInput, fillInInput } from "@/lib/groups/details/input"
import { partOf } from "@/lib/groups/details/words"
import { getGroup, getGroupHeader } from "@/lib/groups/queries"
import { listRoles } from "@/lib/groups/roles/queries"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { addTerm } from "@/lib/word-lists/commands"
import { world } from "./support/world"

const w = await world()
const header = (id: string) => w.asWorker((ctx) => getGroupHeader(ctx, id))
const group = (id: string) => w.asWorker((ctx) => getGroup(ctx, id))
const add = (typed: Record<string, unknown>) =>
  w.asWorker((ctx) => addWholeGroup(ctx, addGroupInput.parse(typed)))
const fillIn = async (id: string, typed: Record<string, unknown>, as: typeof w.asWorker = w.asWorker) => {
  const { version } = await group(id)
  return as((ctx) => fillInGroup(ctx, fillInInput.parse({ id, version, ...typed })))
}
const place = async (name: string) => {
  const rows = await w.system((ctx) =>
    ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind: "neighbourhood", name }).returning(),
  )
  return found(rows[0])
}
const theme = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Loneliness" }))
const tag = await w.asManager((ctx) => addTerm(ctx, { list: "tag", name: "Winter fund" }))
const area = await place("Whalley")
const secret = await w.asManager((ctx) =>
  addField(ctx, addFieldInput.parse({ label: "How we met", kind: "text", forGroups: "nothing" })),
)
const answer = answerName(secret.id)

describe("A new group", () => {
  it("is added with all that is known of it, in one form", async () => {
    const { id } = await add({
      name: "Whalley Walking Group",
      postcode: "bb7 9xx",
      phone: "01254 900 100",
      trustees: "5",
      income: "12,500",
      "GB-CHC": "1123456",
      areaIds: [area.id],
      theme: [theme.id],
      tag: [tag.id],
      [answer]: "At the fair",
      contacts: [{ name: "Nia Pugh", role: "chair", email: "nia@walking.example", phone: "" }],
    })
    const kept = await group(id)
    expect(kept).toMatchObject({
      ...{ postcode: "BB7 9XX", phone: "01254 900 100", trustees: 5, income: 1_250_000, stage: "enquiry" },
      ...{ areaIds: [area.id], custom: { [secret.id]: "At the fair" } },
      identifiers: [{ register: "GB-CHC", value: "1123456" }],
    })
    expect(kept.termIds.sort()).toEqual([theme.id, tag.id].sort())
    const [chair] = await w.asWorker((ctx) => listRoles(ctx, id))
    expect(chair).toMatchObject({ name: "Nia Pugh", role: "chair" })
    expect(kept.mainContactId).toBe(chair?.personId)
  })

  it("needs no more than its name, and a day of sizes counts only with sizes", async () => {
    const { id } = await add({ name: "Chatburn Bowls", sizesAsAt: "2026-06-01", directoryShows: ["email"] })
    expect(await group(id)).toMatchObject({
      sizesAsAt: null,
      directoryShows: null,
      needsDetailsSince: expect.any(Date),
    })
  })

  it("that may be on the list already is added only after that was seen, for just this name", async () => {
    const typed = { name: "Clitheroe Foodbank" }
    const refused = await add(typed).catch((refusal: RuleBroken) => refusal)
    expect(refused).toMatchObject({ field: "name", choices: [{ label: "Clitheroe Food Bank" }] })
    await expect(add({ ...typed, shownFor: "Clitheroe Bank" })).rejects.toThrow(RuleBroken)
    expect(await add({ ...typed, shownFor: typed.name })).toMatchObject(typed)
  })

  it("is refused with the field that was wrong, and nothing of it stays", async () => {
    const wrong = addGroupInput.safeParse({ name: "Wrong", "GB-CHC": "abc", trustees: "many" })
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(
      expect.arrayContaining(["trustees"]),
    )
    const register = addGroupInput.safeParse({ name: "Wrong", "GB-CHC": "abc" })
    expect(register.error?.issues[0]?.path).toEqual(["GB-CHC"])
    const contacts = [{ name: "", role: "chair", email: "", phone: "01254" }]
    expect(addGroupInput.safeParse({ name: "Wrong", contacts }).success).toBe(false)
  })
})

describe("What is missing of a group", () => {
  it("is counted once, and filled in on one form that empties nothing", async () => {
    const { id } = await add({ name: "Sabden Brass", phone: "01282 900 100", trustees: "6" })
    const before = await header(id)
    expect(before.missing).toEqual(
      expect.arrayContaining([
        "about",
        "email",
        "postcode",
        "volunteers",
        "identifiers",
        "areaIds",
        "theme",
        answer,
      ]),
    )
    expect(before.missing).not.toContain("phone")
    expect(before.missing).not.toContain("trustees")
    expect(before.missing.filter((name) => !partOf(name))).toEqual([answer])
    const { changed } = await fillIn(id, {
      about: "A band",
      volunteers: "4",
      unregistered: "yes",
      areaIds: [area.id],
      theme: [theme.id],
      [answer]: "At a concert",
      phone: "",
      trustees: "",
    })
    expect(changed).toHaveLength(6)
    const after = await group(id)
    expect(after).toMatchObject({
      ...{ about: "A band", volunteers: 4, phone: "01282 900 100", trustees: 6, unregistered: true },
      custom: { [secret.id]: "At a concert" },
    })
    const still = (await header(id)).missing
    expect(before.missing.filter((name) => !still.includes(name)).sort()).toEqual(
      ["about", "volunteers", "identifiers", "areaIds", "theme", answer].sort(),
    )
  })

  it("adds to lists that a colleague has begun meanwhile", async () => {
    const { id } = await add({ name: "Barrow Knitters" })
    const other = await place("Barrow")
    await fillIn(id, { areaIds: [area.id] })
    await fillIn(id, { areaIds: [other.id] })
    expect((await group(id)).areaIds.sort()).toEqual([area.id, other.id].sort())
  })

  it("is less of a statutory body", async () => {
    const { id } = await add({ name: "Ribble Valley Health Board", sector: "statutory" })
    const { missing } = await header(id)
    expect(missing).toContain("email")
    for (const name of ["volunteers", "legalForm", "directoryConsent", "identifiers", "theme"])
      expect(missing).not.toContain(name)
  })

  it("tells the group's own people nothing of what only staff see", async () => {
    await fillIn(w.foodbank.id, { [answer]: "Over coffee", about: "Food parcels" })
    const story = await w.asLead((ctx) => listTimeline(ctx, w.foodbank.id, {}))
    const told = JSON.stringify(story.rows)
    expect(told).toContain("Food parcels")
    expect(told).not.toContain("Over coffee")
    const { missing, beside } = await w.asLead((ctx) => getGroupHeader(ctx, w.foodbank.id))
    expect({ missing, beside }).toEqual({ missing: [], beside: null })
  })

  it("is for staff who keep the list", async () => {
    for (const as of [w.asViewer, w.asLead, w.asMember])
      await expect(fillIn(w.foodbank.id, { about: "Mine" }, as)).rejects.toThrow(NotAllowed)
    for (const as of [w.asViewer, w.asLead, w.asMember])
      await expect(as((ctx) => addWholeGroup(ctx, addGroupInput.parse({ name: "Mine" })))).rejects.toThrow(
        NotAllowed,
      )
    await expect(fillIn(w.foodbank.id, { about: "Ours" }, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getGroupHeader(ctx, w.foodbank.id))).rejects.toThrow(NotFound)
  })
})
