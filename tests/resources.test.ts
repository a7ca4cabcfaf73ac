import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { pdfOf } from "@/db/seed/story/pdf"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { addFiles } from "@/lib/files/commands"
import { readFile } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { listUses } from "@/lib/giving/queries"
import { readList } from "@/lib/lists/input"
import { sendResource } from "@/lib/mailings/resources/commands"
import {
  addResource,
  changeResource,
  checkResource,
  restoreResource,
  retireResource,
} from "@/lib/resources/commands"
import { resourcesAsTable } from "@/lib/resources/export/queries"
import { addResourceInput, changeResourceInput } from "@/lib/resources/input"
import { resourceList } from "@/lib/resources/list/filters"
import { countResources, listResources } from "@/lib/resources/list/queries"
import { getOffered, getResource, hasPublicResources, listOffered } from "@/lib/resources/queries"
import { remindOfResources } from "@/lib/resources/review/commands"
import { findEverywhere } from "@/lib/search/queries"
import { addTerm } from "@/lib/word-lists/commands"
import { world } from "./support/world"

const w = await world()
const said = (more: object = {}) => ({
  ...{ title: "Volunteer agreement", kind: "template", openTo: "public", link: "www.example.org/agreement" },
  ...more,
})
const add = (more: object = {}) => w.asWorker((ctx) => addResource(ctx, addResourceInput.parse(said(more))))
const its = (id: string) => w.asViewer((ctx) => getResource(ctx, id))
const change = (id: string, more: object) =>
  w.asWorker((ctx) => changeResource(ctx, changeResourceInput.parse({ ...said(), id, seen: "", ...more })))
const upload = async (id: string, name = "Agreement.pdf") => {
  const uploads = [await readUpload({ name, bytes: pdfOf("Agreement", [name]) })]
  await w.asWorker((ctx) =>
    addFiles(ctx, { onKind: "resource", onId: id, kind: "other", runsUntil: null, uploads }),
  )
  const [file] = await w.system((ctx) =>
    ctx.tx.execute<{ id: string; audience: string }>(sql`select id, audience from files where on_id = ${id}`),
  )
  return file ?? { id: "", audience: "" }
}
const titles = async (query: string) =>
  (await w.asViewer((ctx) => listResources(ctx, readList(resourceList, query)))).map(({ title }) => title)

describe("A resource", () => {
  it("is added with somebody who looks after it, its themes, and a review a year from now", async () => {
    const theme = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Volunteering" }))
    const { id } = await add({ ownerId: w.worker.id, termIds: [theme.id], summary: "One page." })
    const today = await w.asViewer(async (ctx) => ctx.today)
    expect(await its(id)).toMatchObject({
      ...{ title: "Volunteer agreement", link: "https://www.example.org/agreement", owner: "Wendy Worker" },
      ...{ themes: [{ id: theme.id, name: "Volunteering" }], audience: "public", used: 0 },
      reviewOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
    })
  })

  it("is for workers and managers to keep, and needs a name, a kind and readers", async () => {
    const input = addResourceInput.parse(said())
    await expect(w.asViewer((ctx) => addResource(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => addResource(ctx, input))).rejects.toThrow(NotAllowed)
    for (const missing of ["title", "kind", "openTo"])
      expect(addResourceInput.safeParse(said({ [missing]: "" })).success, missing).toBe(false)
    expect(addResourceInput.safeParse(said({ link: "javascript:alert(1)" })).success).toBe(false)
    await expect(add({ reviewOn: "2020-01-01" })).rejects.toThrow(/still to come/)
    await expect(add({ ownerId: w.lead.id })).rejects.toThrow(/works here/)
  })

  it("loses nothing when two people change it", async () => {
    const { id } = await add({ title: "Two at once" })
    await change(id, { title: "Hers" })
    const refused = await change(id, { title: "His" }).catch((refusal: unknown) => refusal)
    expect(refused).toBeInstanceOf(RuleBroken)
    const seen = (await its(id)).changedAt?.toISOString()
    expect(refused).toMatchObject({ theirs: { title: "Hers", seen } })
    await change(id, { title: "His", seen })
    expect((await its(id)).title).toBe("His")
  })

  it("is retired once, for staff alone from then on, and restored for those who could open it", async () => {
    const { id } = await add({ title: "Old form" })
    await w.asWorker((ctx) => retireResource(ctx, { id }))
    await expect(w.asWorker((ctx) => retireResource(ctx, { id }))).rejects.toThrow(RuleBroken)
    await expect(w.asWorker((ctx) => checkResource(ctx, { id }))).rejects.toThrow(/retired/)
    await expect(w.asPublic((ctx) => getOffered(ctx, id))).rejects.toThrow(NotFound)
    expect(await titles("show=retired")).toEqual(["Old form"])
    await w.asWorker((ctx) => restoreResource(ctx, { id }))
    await expect(w.asWorker((ctx) => restoreResource(ctx, { id }))).rejects.toThrow(RuleBroken)
    expect((await w.asPublic((ctx) => getOffered(ctx, id))).resource.title).toBe("Old form")
    for (const act of [retireResource, restoreResource, checkResource])
      await expect(w.asViewer<unknown>((ctx) => act(ctx, { id }))).rejects.toThrow(NotAllowed)
  })
})

describe("Who can open it", () => {
  it("is anybody, or groups that are signed in, or staff alone", async () => {
    const open = await add({ title: "Zed for all" })
    const forGroups = await add({ title: "Zed for groups", openTo: "members" })
    const inside = await add({ title: "Zed for staff", openTo: "staff" })
    const names = async (as: typeof w.asPublic) =>
      (await as((ctx) => listOffered(ctx, { q: "zed" }))).map(({ title }) => title)
    expect(await names(w.asPublic)).toEqual(["Zed for all"])
    expect(await names(w.asMember)).toEqual(["Zed for all", "Zed for groups"])
    expect(await titles("q=zed")).toEqual(["Zed for all", "Zed for groups", "Zed for staff"])
    await expect(w.asPublic((ctx) => getOffered(ctx, inside.id))).rejects.toThrow(NotFound)
    await expect(w.asMember((ctx) => getResource(ctx, inside.id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getResource(ctx, open.id))).rejects.toThrow(NotFound)
    expect((await w.asPublic((ctx) => getOffered(ctx, open.id))).resource.id).toBe(open.id)
    // A link from an email leads a visitor to sign-in, and not to a page that isn’t there.
    await expect(w.asPublic((ctx) => getOffered(ctx, forGroups.id))).rejects.toThrow(SignedOut)
  })

  it("decides who finds it by its words", async () => {
    await add({ title: "Kingfisher handbook", openTo: "members" })
    await add({ title: "Kingfisher notes", openTo: "staff" })
    const found = async (as: typeof w.asMember) =>
      (await as((ctx) => findEverywhere(ctx, "kingfisher", { kinds: ["resource"], most: 20 })))
        .map(({ title }) => title)
        .sort()
    expect(await found(w.asMember)).toEqual(["Kingfisher handbook"])
    expect(await found(w.asWorker)).toEqual(["Kingfisher handbook", "Kingfisher notes"])
  })

  it("goes for its files, too, and for no others", async () => {
    const { id } = await add({ title: "With a file", link: "" })
    await expect(w.asPublic((ctx) => getOffered(ctx, id))).rejects.toThrow(NotFound)
    const file = await upload(id)
    expect(file.audience).toBe("public")
    expect((await w.asPublic((ctx) => getOffered(ctx, id))).files.map((one) => one.id)).toEqual([file.id])
    expect((await w.asPublic((ctx) => readFile(ctx, file.id))).name).toBe("Agreement.pdf")
    await change(id, { title: "With a file", link: "", openTo: "members" })
    await expect(w.asPublic((ctx) => readFile(ctx, file.id))).rejects.toThrow(NotFound)
    expect((await w.asMember((ctx) => readFile(ctx, file.id))).name).toBe("Agreement.pdf")
    await w.asWorker((ctx) => retireResource(ctx, { id }))
    await expect(w.asMember((ctx) => readFile(ctx, file.id))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => restoreResource(ctx, { id }))
    expect((await w.asMember((ctx) => readFile(ctx, file.id))).name).toBe("Agreement.pdf")
    const uploads = [await readUpload({ name: "x.pdf", bytes: pdfOf("x", ["x"]) })]
    await expect(
      w.asLead((ctx) =>
        addFiles(ctx, { onKind: "resource", onId: id, kind: "other", runsUntil: null, uploads }),
      ),
    ).rejects.toThrow(NotAllowed)
  })

  it("shows on the public page only where visitors have something to open", async () => {
    expect(await w.asPublic(hasPublicResources)).toBe(true)
    await w.system(async (ctx) => expect(await hasPublicResources(ctx)).toBe(false), "other")
  })
})

describe("The library’s list", () => {
  it("is narrowed by kind, theme, readers and review, and goes along as a file", async () => {
    const theme = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Moorland" }))
    const { id } = await add({ title: "Heather map", kind: "leaflet", termIds: [theme.id], openTo: "staff" })
    expect(await titles("kind=leaflet")).toEqual(["Heather map"])
    expect(await titles(`theme=${theme.id}`)).toEqual(["Heather map"])
    expect(await titles("readers=staff&q=heather")).toEqual(["Heather map"])
    expect(await titles("due=yes&q=heather")).toEqual([])
    await w.system((ctx) =>
      ctx.tx.execute(sql`update resources set review_on = ${ctx.today}::date where id = ${id}`),
    )
    expect(await titles("due=yes")).toEqual(["Heather map"])
    const table = await w.asViewer((ctx) => resourcesAsTable(ctx, readList(resourceList, "kind=leaflet")))
    expect([...(table.pieces as Iterable<unknown[][]>)][0]?.[0]?.slice(0, 4)).toEqual([
      "Heather map",
      "Leaflet",
      "",
      "Moorland",
    ])
    for (const asked of [listResources, countResources])
      await expect(w.asLead<unknown>((ctx) => asked(ctx, readList(resourceList, "")))).rejects.toThrow(
        NotAllowed,
      )
  })
})

describe("A review", () => {
  it("leaves one task for whoever looks after it, and the next one a year on when it’s still right", async () => {
    const { id } = await add({ title: "Due soon", ownerId: w.worker.id })
    await w.system(remindOfResources)
    await w.system((ctx) =>
      ctx.tx.execute(sql`update resources set review_on = ${ctx.today}::date where id = ${id}`),
    )
    const tasks = () =>
      w.system((ctx) =>
        ctx.tx.execute<{ who: string }>(
          sql`select assignee_id as who from tasks where what like '%“Due soon”%' and due_on = ${ctx.today}::date`,
        ),
      )
    expect(await w.system(remindOfResources)).toBe(1)
    expect(await w.system(remindOfResources)).toBe(0)
    expect([...(await tasks())]).toEqual([{ who: w.worker.id }])
    const { reviewOn } = await w.asWorker((ctx) => checkResource(ctx, { id }))
    expect(await its(id)).toMatchObject({ reviewOn, checkedOn: await w.asViewer(async (ctx) => ctx.today) })
    await expect(w.asManager(remindOfResources)).rejects.toThrow(NotAllowed)
  })
})

describe("Sending it to groups", () => {
  it("emails whoever speaks for them, with a note, and keeps to whom it went", async () => {
    const { id } = await add({ title: "For the choir", openTo: "members" })
    const groupIds = [w.foodbank.id, w.choir.id]
    const { people } = await w.asWorker((ctx) =>
      sendResource(ctx, { id, words: "As we said.", groupIds, groupName: null, picks: [], newGroups: [] }),
    )
    expect(people).toBeGreaterThan(0)
    const { emails, sessions, uses } = await w.asViewer((ctx) => listUses(ctx, { resourceId: id }))
    expect(uses.map(({ groups, by }) => [groups[0]?.name, by])).toContainEqual([
      "Clitheroe Food Bank",
      "Wendy Worker",
    ])
    expect([(await its(id)).used, emails, sessions]).toEqual([uses.length, uses.length, 0])
    const letters = await w.system((ctx) =>
      ctx.tx.execute<{ props: { words: string; signsIn: boolean; url: string } }>(
        sql`select props from letters where letter = 'resource' order by to_email`,
      ),
    )
    expect(letters).toHaveLength(people)
    expect(letters[0]?.props).toMatchObject({ words: "As we said.", signsIn: true })
    expect(letters[0]?.props.url).toContain(`/ribble/resources/${id}`)
    await expect(w.asLead((ctx) => listUses(ctx, { resourceId: id }))).rejects.toThrow(NotAllowed)
  })

  it("is refused for what groups can’t open, where nobody can be emailed, and to those who may not write", async () => {
    const inside = await add({ title: "Inside", openTo: "staff" })
    const to = { words: null, groupIds: [w.foodbank.id], groupName: null, picks: [], newGroups: [] }
    await expect(w.asWorker((ctx) => sendResource(ctx, { id: inside.id, ...to }))).rejects.toThrow(NotFound)
    const { id } = await add({ title: "Outside" })
    await expect(w.asViewer((ctx) => sendResource(ctx, { id, ...to }))).rejects.toThrow(NotAllowed)
    await expect(
      w.asWorker((ctx) => sendResource(ctx, { id, ...to, groupIds: [w.council.id] })),
    ).rejects.toThrow(/Nobody at this group/)
  })
})
