import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asPublic, outside } from "@/lib/access/doors"
import { differencesOf } from "@/lib/differences"
import { enterEnquiry } from "@/lib/enquiries/commands"
import { enterInput } from "@/lib/enquiries/input"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { listGivenIn, listUses } from "@/lib/giving/queries"
import { hideGuide, retireGuide, showGuide } from "@/lib/guides/commands"
import { publishLibrary } from "@/lib/guides/library/publish"
import { readGuideFile } from "@/lib/guides/library/read"
import { getGuide, getSharedGuide, listSharedGuides } from "@/lib/guides/reading/queries"
import { findInGuide, wordsSought } from "@/lib/guides/reading/search"
import { readGuide } from "@/lib/guides/reading/whole/queries"
import { replaceGuide } from "@/lib/guides/writing/commands"
import { listKeptGuides } from "@/lib/guides/writing/queries"
import { sendGuide } from "@/lib/mailings/guides/commands"
import { addResource } from "@/lib/resources/commands"
import { addResourceInput } from "@/lib/resources/input"
import { getResource } from "@/lib/resources/queries"
import { changeSession } from "@/lib/sessions/change/commands"
import { recordSession, undoSession } from "@/lib/sessions/commands"
import { changeSessionInput, recordSessionInput } from "@/lib/sessions/input"
import { getSession } from "@/lib/sessions/queries"
import { guidesOf } from "./support/guides"
import { world } from "./support/world"

const w = await world()
await publishLibrary(w.operator, path.resolve("guides"))
const { rows, check, publish, shownTo, rewrite } = guidesOf(w)

describe("A guide that comes with the installation", () => {
  it("is there for everybody, fourteen of them, in their order", async () => {
    const guides = await outside(listSharedGuides)
    expect(guides).toHaveLength(14)
    expect(guides[0]?.slug).toBe("what-an-lio-is")
    for (const { slug } of guides) {
      const guide = await outside((ctx) => getSharedGuide(ctx, slug))
      expect(guide.nations, slug).toHaveLength(4)
      for (const one of guide.related)
        expect(
          guides.map((other) => other.slug),
          slug,
        ).toContain(one)
      const { document } = await w.asPublic((ctx) => readGuide(ctx, slug))
      expect(document.notes.length, slug).toBeGreaterThan(2)
      expect(JSON.stringify(document.blocks), slug).not.toMatch(/:::|"::|\[\^/)
    }
  })
  it("is hidden and shown by a manager, for this LIO alone", async () => {
    const slug = "insurance"
    await expect(w.asWorker((ctx) => hideGuide(ctx, { slug }))).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => hideGuide(ctx, { slug }))
    expect(await shownTo()).not.toContain(slug)
    await expect(w.asPublic((ctx) => getGuide(ctx, slug))).rejects.toThrow(NotFound)
    expect(await shownTo("other")).toContain(slug)
    const { document } = await w.asPublic((ctx) => readGuide(ctx, "open-a-bank-account"))
    const links = [
      ...JSON.stringify(document.blocks).matchAll(/"to":"[^"]*(\/[a-z/]*guides\/[a-z-]+)"/g),
    ].map(([, to]) => to)
    // What the LIO hides is still to be read where the installation gives it.
    expect(links).toContain("/guides/insurance")
    expect(links.filter((to) => to?.endsWith("/ribble/guides/insurance"))).toEqual([])
    expect((await w.asViewer(listKeptGuides)).find((guide) => guide.slug === slug)).toMatchObject({
      hidden: true,
    })
    await w.asManager((ctx) => showGuide(ctx, { slug }))
    expect(await shownTo()).toContain(slug)
  })
  it("is replaced by one of the LIO’s own, and comes back when that is retired", async () => {
    const slug = "volunteers"
    await w.asWorker((ctx) => replaceGuide(ctx, { slug }))
    expect((await w.asPublic((ctx) => getGuide(ctx, slug))).own).toBe(false)
    await expect(w.asManager((ctx) => replaceGuide(ctx, { slug }))).rejects.toThrow(RuleBroken)
    await rewrite(slug, "Ours.")
    await check(slug)
    await publish(slug)
    expect(await w.asPublic((ctx) => getGuide(ctx, slug))).toMatchObject({ own: true, body: "Ours." })
    expect((await shownTo()).filter((one) => one === slug)).toHaveLength(1)
    expect((await asPublic("other", (ctx) => getGuide(ctx, slug))).own).toBe(false)
    await w.asManager((ctx) => retireGuide(ctx, { slug }))
    expect((await w.asPublic((ctx) => getGuide(ctx, slug))).own).toBe(false)
  })
  it("gets a version more when its file has changed, and none when it hasn’t", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "trellis-guides-"))
    const file = path.join(folder, "made-up.md")
    const front =
      "---\ntitle: Made up\nsummary: You can.\nholds: England, Wales\nchecked: 2026-11-01\nreview: 2027-11-01\n---\n"
    writeFileSync(file, `${front}First.`)
    expect(await publishLibrary(w.operator, folder)).toEqual({ guides: 1, published: ["made-up"] })
    expect(await publishLibrary(w.operator, file)).toEqual({ guides: 1, published: [] })
    writeFileSync(file, `${front}Second.`)
    await publishLibrary(w.operator, file)
    expect(await outside((ctx) => getSharedGuide(ctx, "made-up"))).toMatchObject({
      version: 2,
      body: "Second.",
    })
    expect(await outside((ctx) => getSharedGuide(ctx, "made-up", 1))).toMatchObject({
      body: "First.",
      newest: 2,
    })
    await w.operator`delete from shared_guides where slug = 'made-up'`
  })
  it.each([
    ["Made Up.md", "---\ntitle: x\n---\n", "the file’s name"],
    ["a.md", "no front", "Enter a title"],
    ["a.md", "---\ntitle: x\nsummary: y\nholds: Narnia\n---\nbody", "a.md"],
    ["a.md", "---\ntitle: x\nsummary: y\nholds: Wales\nchecked: soon\n---\nbody", "like 2026-11-29"],
  ])("is refused with a sentence when its file can’t be read: %s %s", (name, text, sentence) => {
    expect(() => readGuideFile(name, text)).toThrow(sentence)
  })
})

describe("Giving guides to groups", () => {
  const record = (more: object) =>
    w.asWorker((ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({
          groupIds: [w.foodbank.id, w.choir.id],
          note: "We talked.",
          kind: "advice",
          ...more,
        }),
      ),
    )
  const groupsOf = async (slug: string) =>
    (await w.asViewer((ctx) => listUses(ctx, { slug }))).uses.flatMap(({ groups, session }) =>
      groups.map(({ name }) => [name, session]),
    )

  it("notes them with each group of a session, changes with it and goes with its undoing", async () => {
    const { id } = await record({ guides: ["safeguarding", "insurance", "no-such-guide"] })
    expect((await w.asViewer((ctx) => getSession(ctx, id))).given.guides.map(({ slug }) => slug)).toEqual([
      "insurance",
      "safeguarding",
    ])
    expect((await groupsOf("safeguarding")).length).toBe(2)
    const change = {
      id,
      groupIds: [w.foodbank.id],
      note: "We talked.",
      kind: "advice",
      minutes: "30",
      seen: "",
    }
    await w.asWorker((ctx) =>
      changeSession(ctx, changeSessionInput.parse({ ...change, guides: "safeguarding" })),
    )
    expect((await w.asViewer((ctx) => listGivenIn(ctx, id))).guides).toMatchObject([{ slug: "safeguarding" }])
    expect(await groupsOf("safeguarding")).toEqual([[w.foodbank.name, true]])
    await w.asWorker((ctx) => undoSession(ctx, { id }))
    expect(await groupsOf("safeguarding")).toEqual([])
  })

  it("is one list with resources, which count each session once, and each can be given to somebody who has no group", async () => {
    const [template, leaflet] = await w.asWorker((ctx) =>
      Promise.all(
        ["Budget template", "Leaflet on lifting"].map((title) =>
          addResource(ctx, addResourceInput.parse({ title, kind: "template", openTo: "public" })),
        ),
      ),
    )
    const [kept, other] = [template?.id ?? "", leaflet?.id ?? ""]
    const resources = [kept, other, "00000000-0000-4000-8000-000000000000"]
    const { id } = await record({ guides: ["insurance"], resources })
    const its = () => w.asViewer((ctx) => listGivenIn(ctx, id))
    expect(await its()).toMatchObject({
      guides: [{ slug: "insurance" }],
      resources: [{ title: "Budget template" }, { title: "Leaflet on lifting" }],
    })
    const { id: enquiryId } = await w.asWorker((ctx) =>
      enterEnquiry(
        ctx,
        enterInput.parse({ source: "phone", name: "Iola", phone: "01632 960 111", about: "A choir" }),
      ),
    )
    const alone = await record({ groupIds: [], enquiryIds: [enquiryId], resources: [kept] })
    const used = () => w.asViewer((ctx) => listUses(ctx, { resourceId: kept }))
    const counted = async () => (await w.asViewer((ctx) => getResource(ctx, kept))).used
    expect((await used()).uses.map((use) => [use.id, use.groups.length]).sort()).toEqual(
      [
        [id, 2],
        [alone.id, 0],
      ].sort(),
    )
    expect([await counted(), (await used()).sessions, (await used()).emails]).toEqual([2, 2, 0])
    const list = await w.asViewer((ctx) => listKeptGuides(ctx))
    expect(list.find(({ slug }) => slug === "insurance")?.used).toBe(1)

    const change = {
      id,
      groupIds: [w.foodbank.id],
      note: "We talked.",
      kind: "advice",
      minutes: "30",
      seen: "",
    }
    await w.asWorker((ctx) => changeSession(ctx, changeSessionInput.parse({ ...change, resources: [other] })))
    expect(await its()).toMatchObject({ guides: [], resources: [{ id: other }] })
    expect(await counted()).toBe(1)
    await w.asWorker((ctx) => undoSession(ctx, { id: alone.id }))
    expect([await counted(), (await used()).uses]).toEqual([0, []])
    await expect(w.asLead((ctx) => listUses(ctx, { resourceId: kept }))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => listUses(ctx, { resourceId: other }))).toMatchObject({ uses: [] })
  })

  it("emails one to whoever speaks for a group, who finds it on the group’s timeline", async () => {
    const which = { groupIds: [w.foodbank.id], groupName: null, picks: [], newGroups: [] }
    const { people } = await w.asWorker((ctx) =>
      sendGuide(ctx, { slug: "start-a-group", words: "As promised.", ...which }),
    )
    expect(people).toBeGreaterThan(0)
    const letters = await rows<{ props: unknown }>(sql`select props from letters where letter = 'guide'`)
    expect(letters[0]?.props).toMatchObject({ title: "Start a group", words: "As promised." })
    expect(await groupsOf("start-a-group")).toEqual([[w.foodbank.name, false]])
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      await expect(
        as((ctx) => sendGuide(ctx, { slug: "start-a-group", words: null, ...which })),
      ).rejects.toThrow(NotAllowed)
  })
})

describe("Looking for words in guides", () => {
  it("finds them whatever their accents, with the section they stand in", () => {
    const guide = {
      title: "Côr",
      summary: "Sing.",
      body: "Opening.\n\n## Where\n\nIn the *Hall* in Pwllheli.",
    }
    expect(findInGuide(guide, wordsSought("HALL pwllheli"))).toEqual([
      { id: "where", heading: "Where", line: "In the Hall in Pwllheli." },
    ])
    expect(findInGuide(guide, wordsSought("cor"))).toEqual([])
    expect(findInGuide(guide, wordsSought("nowhere"))).toBeNull()
    expect(wordsSought("'; drop table")).toEqual(["drop", "table"])
  })
})

describe("A comparison", () => {
  it("leaves out what is the same, and says how much", () => {
    const before = ["a", "b", "c", "d", "e", "f"].join("\n\n")
    const lines = differencesOf(before, before.replace("f", "g"))
    expect(lines.at(-1)).toMatchObject({ kind: "changed" })
    expect(lines[0]).toEqual({ kind: "skipped", lines: 9 })
    expect(differencesOf("same", "same")).toEqual([{ kind: "skipped", lines: 1 }])
  })
})
