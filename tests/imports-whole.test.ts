import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { areas, groups, terms } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { addGroup, changeGroup } from "@/lib/groups/commands"
import { listHistory } from "@/lib/groups/history/queries"
import { IMPORTED_FIELDS } from "@/lib/groups/importing/fields"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"
import { getGroup } from "@/lib/groups/queries"
import { mappingFor } from "@/lib/imports/columns/headers"
import { bandSaid, sectorSaid } from "@/lib/imports/columns/kinds"
import { undoImport } from "@/lib/imports/undo/commands"
import { confirmImport, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { getImport } from "@/lib/imports/wizard/queries"
import { readList } from "@/lib/lists/input"
import { toCsv } from "@/lib/spreadsheet/write"
import { addTerm } from "@/lib/word-lists/commands"
import { dayOf } from "@/lib/words"
import { draftRows } from "./support/drafting"
import { world } from "./support/world"

const w = await world()
const bring = async (text: string, lio = "ribble") => {
  const { id } = await w.system((ctx) => takeFile(ctx, { name: "list.csv", bytes: Buffer.from(text) }), lio)
  await w.system((ctx) => confirmImport(ctx, { id }), lio)
  await w.system((ctx) => runImport(ctx, id), lio)
  return w.system((ctx) => getImport(ctx, id), lio)
}
const named = async (name: string, lio = "ribble") => {
  const [row] = await w.system(
    (ctx) => ctx.tx.select({ id: groups.id }).from(groups).where(eq(groups.name, name)),
    lio,
  )
  return w.system((ctx) => getGroup(ctx, row?.id ?? ""), lio)
}
const draft = (header: string, cell: string) => {
  const rows = [["A Group", cell]]
  const { drafts, problems } = draftRows(["Name", header], mappingFor(["Name", header], rows), rows, 2)
  return { ...drafts[0], problems: problems.map(({ problem }) => problem) }
}

describe("Columns that say what kind and how big a group is", () => {
  it("are understood as people write them", () => {
    expect(
      [
        "Voluntary or community",
        "VCSE",
        "Statutory",
        "council",
        "Private sector",
        "School",
        "Tenants & residents",
      ].map(sectorSaid),
    ).toEqual([...["voluntary", "voluntary", "statutory", "statutory", "private", "education", "residents"]])
    expect(
      [
        "No income",
        "£5,000 to £10,000",
        "5k-10k",
        "£0–5k",
        "Over £5 million",
        "£1m to £5m",
        "12,500",
        "£3,000 to £4,000",
      ].map(bandSaid),
    ).toEqual([...["none", "to_10k", "to_10k", "to_5k", "over_5m", "to_5m", null, null]])
    expect(draft("Income", "£10k–£25k")).toMatchObject({ income: null, incomeBand: "to_25k", problems: [] })
    expect(draft("Volunteer hours per week", "none")).toMatchObject({ volunteerHours: 0, problems: [] })
    expect(draft("Full-time staff", "a few").problems).toEqual(["“a few” is not a whole number."])
    expect(draft("Consent to publish", "N")).toMatchObject({ directoryConsent: false })
    expect(draft("Consent to publish", "unknown")).toMatchObject({ directoryConsent: null, problems: [] })
    expect(draft("Faith group", "perhaps").problems).toEqual(["“perhaps” is neither yes nor no."])
    expect(draft("Mutual number", "IP031455")).toMatchObject({
      identifiers: [{ register: "GB-MPR", value: "IP031455" }],
    })
  })

  it("a sector that is none of ours says what the group is about", () => {
    expect(draft("Sector", "Health; Sport")).toMatchObject({ sector: null, themes: ["Health", "Sport"] })
    const rows = [
      ["A", "Voluntary"],
      ["B", "Statutory"],
      ["C", "Arts"],
    ]
    const { drafts } = draftRows(["Name", "Sector"], mappingFor(["Name", "Sector"], rows), rows, 2)
    expect(drafts.map(({ sector, themes }) => [sector, themes])).toEqual([
      ["voluntary", []],
      ["statutory", []],
      [null, ["Arts"]],
    ])
  })
})

describe("A list that says everything", async () => {
  const word = (list: "theme" | "client_group" | "service" | "tag", name: string) =>
    w.asManager((ctx) => addTerm(ctx, { list, name }))
  const words = [
    await word("theme", "Food"),
    await word("client_group", "Carers"),
    await word("client_group", "Young people"),
    await word("service", "Transport"),
    await word("tag", "Winter grant"),
  ]

  it("comes out of one LIO as a file and goes into another with nothing lost", async () => {
    const [hill] = await w.system((ctx) =>
      ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind: "neighbourhood", name: "Hill Top" }).returning(),
    )
    const { id, version } = await w.asWorker(async (ctx) =>
      getGroup(ctx, (await addGroup(ctx, { name: "Whole Group" })).id),
    )
    await w.asManager((ctx) =>
      changeGroup(ctx, id, {
        version,
        alsoKnownAs: "WG",
        stage: "forming",
        sector: "residents",
        legalForm: "cic",
        about: "Looks after a hall.",
        email: "hall@whole.example",
        phone: "01632 960001",
        secondPhone: "01632 960002",
        website: "https://whole.example",
        address: "1 Mill Lane, Alder",
        postcode: "OL1 1AA",
        incomeBand: "to_25k",
        staffFullTime: 0,
        staffPartTime: 3,
        trustees: 7,
        volunteers: 40,
        volunteerHours: 120,
        beneficiaries: 900,
        localBeneficiaries: 800,
        faithBased: false,
        directoryConsent: true,
        registeredOn: "2001-02-03",
        joinedOn: "2020-04-01",
        identifiers: [
          { register: "GB-CHC", value: "1000116" },
          { register: "GB-MPR", value: "IP031455" },
        ],
        termIds: words.map((one) => one.id),
        areaIds: [hill?.id ?? ""],
      }),
    )
    const lines = await w.asManager(async (ctx) => {
      const filter = readList(groupList, { q: "Whole Group" })
      const columns = await fileColumns(ctx, filter, true)
      const rows: (string | number)[][] = [columns.map(({ label }) => label)]
      for await (const some of eachLine(ctx, filter, columns)) rows.push(...some)
      return rows
    })
    const done = await bring(toCsv(lines), "other")
    expect(done.counts).toMatchObject({ new: 1, errors: 0 })
    const [one, other] = [await named("Whole Group"), await named("Whole Group", "other")]
    // Sizes without a day are those of the day on which they came.
    for (const field of IMPORTED_FIELDS.filter((field) => field !== "sizesAsAt"))
      expect([field, other[field]]).toEqual([field, one[field]])
    expect(other.areas.map(({ name }) => name)).toEqual(["Hill Top"])
    expect(other.identifiers).toEqual(one.identifiers)
    expect(other.terms.map(({ list, name }) => [list, name])).toEqual(
      one.terms.map(({ list, name }) => [list, name]),
    )
    expect(other.sizesAsAt).not.toBeNull()
  })

  it("says who is on no register; a number shows that it is not so", async () => {
    const list = (rows: string) => `Name,Postcode,Charity number,On no register\n${rows}`
    await bring(list("Never Numbered,OL1 1AC,,yes\nNumbered,OL1 1AD,1000117,yes\nNobody Knows,OL1 1AE,,\n"))
    expect([
      await named("Never Numbered"),
      await named("Numbered"),
      await named("Nobody Knows"),
    ]).toMatchObject([
      { unregistered: true, identifiers: [] },
      { unregistered: null, identifiers: [{ value: "1000117" }] },
      { unregistered: null, identifiers: [] },
    ])
    const { id } = await bring(list("Never Numbered,OL1 1AC,1000118,\nNumbered,OL1 1AD,,yes\n"))
    expect([await named("Never Numbered"), await named("Numbered")]).toMatchObject([
      { unregistered: false, identifiers: [{ value: "1000118" }] },
      { unregistered: null, identifiers: [{ value: "1000117" }] },
    ])
    await w.asManager((ctx) => undoImport(ctx, { id }))
    expect(await named("Never Numbered")).toMatchObject({ unregistered: true, identifiers: [] })
  })

  it("tells the history whom it made the main contact, and takes that back", async () => {
    const { id: groupId } = await w.system((ctx) =>
      make.group(ctx, { name: "Contactless", postcode: "OL1 1AF" }),
    )
    const { id } = await bring(
      "Name,Postcode,Contact name,Contact person email\nContactless,OL1 1AF,Connie Tact,connie@tact.example\n",
    )
    const contact = (await named("Contactless")).mainContactId
    expect(contact).not.toBeNull()
    const { rows } = await w.asManager((ctx) => listHistory(ctx, groupId, {}))
    expect(rows[0]?.changes).toMatchObject([{ label: "Main contact", from: null, to: "Connie Tact" }])
    await w.asManager((ctx) => undoImport(ctx, { id }))
    expect((await named("Contactless")).mainContactId).toBeNull()
  })

  it("changes a group that we have, and taken back leaves it as it was", async () => {
    const { id } = await w.system((ctx) =>
      make.group(ctx, { name: "Sized Society", postcode: "OL1 1AB", volunteers: 3, sector: "voluntary" }),
    )
    const list =
      "Name,Postcode,Sector,Volunteers,Full-time staff,Consent to publish,Client groups,Services,Tags\nSized Society,OL1 1AB,Statutory,9,2,yes,Carers;Newcomers,Transport,Spring grant\n"
    const first = await bring(list)
    expect(first.counts).toMatchObject({ updated: 1, new: 0 })
    const after = await named("Sized Society")
    expect(after).toMatchObject({
      sector: "statutory",
      volunteers: 9,
      staffFullTime: 2,
      directoryConsent: true,
    })
    expect(after).toMatchObject({
      ...{ directorySaidHow: "list", directorySaidOn: dayOf(new Date(), "Europe/London") },
    })
    expect(after.terms.map(({ name }) => name).sort()).toEqual([
      "Carers",
      "Newcomers",
      "Spring grant",
      "Transport",
    ])
    expect((await bring(list)).counts).toMatchObject({ updated: 0, unchanged: 1 })
    const { rows } = await w.asManager((ctx) => listHistory(ctx, id, {}))
    expect(JSON.stringify(rows)).toContain("staffFullTime")

    await w.asManager((ctx) => undoImport(ctx, { id: first.id }))
    expect(await named("Sized Society")).toMatchObject({
      ...{ directorySaidOn: null, directorySaidHow: null },
      ...{ directorySaidOn: null, directorySaidHow: null },
      ...{ sector: "voluntary", volunteers: 3, staffFullTime: null, directoryConsent: null, terms: [] },
    })
    const left = await w.system((ctx) =>
      ctx.tx.select({ name: terms.name }).from(terms).where(eq(terms.list, "client_group")),
    )
    expect(left.map(({ name }) => name).sort()).toEqual(["Carers", "Young people"])
  })
})
