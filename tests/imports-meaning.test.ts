import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { command } from "@/bin/commands/import-groups"
import { customFields, groups, memberships } from "@/db/schema"
import { numberOn } from "@/lib/groups/identifiers/numbers"
import { easyName } from "@/lib/imports/columns/easy-names"
import { fieldOf } from "@/lib/imports/columns/fields"
import { mappingFor } from "@/lib/imports/columns/headers"
import { mendedText } from "@/lib/imports/columns/twice-encoded"
import {
  confirmImport,
  mapColumns,
  meanWords,
  mendValues,
  runImport,
  takeFile,
} from "@/lib/imports/wizard/commands"
import { checkImport, getImport } from "@/lib/imports/wizard/queries"
import { addType } from "@/lib/memberships/types/commands"
import { readBook } from "@/lib/spreadsheet/read"
import { bringing, told } from "./support/bringing"
import { typeOf } from "./support/membership"
import { world } from "./support/world"

const w = await world()
const { ways, group } = bringing(w)
const take = (text: string) =>
  w.asWorker((ctx) => takeFile(ctx, { name: "list.csv", bytes: Buffer.from(text) }))
const check = (id: string) => w.asWorker((ctx) => checkImport(ctx, id))
const finish = async (id: string) => {
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
}
describe("Words that a column uses", () => {
  const LIST = [
    "Name,Postcode,Faith based,Legal form,Status",
    "Word One,OL1 1AA,RC,C.I.O.,Yes",
    "Word Two,OL1 1AB,RC,community group,Friend of ours",
    "Word Three,OL1 1AD,Food Bank (Yes),Gang,Friend of ours",
    "Word Four,OL1 1AE,Y,Gang,N",
  ].join("\n")

  it("are asked about once for all the rows that say them, and remembered", async () => {
    const { id } = await take(LIST)
    const { words, kinds } = await check(id)
    expect(words.map(({ column, value, rows }) => [column, value, rows])).toEqual([
      ["Faith based", "RC", 2],
      ["Legal form", "Gang", 2],
      ["Status", "Friend of ours", 2],
    ])
    expect(kinds).toEqual([])
    await w.asWorker((ctx) =>
      meanWords(ctx, {
        id,
        words: words.map(({ at, value }) => ({ at, value })),
        meanings: ["yes", "", "affiliate"],
      }),
    )
    expect(await check(id)).toMatchObject({ words: [], kinds: [] })
    await finish(id)
    expect(await group("Word One", "ribble")).toMatchObject({
      faithBased: true,
      legalForm: "cio",
      stage: "member",
    })
    expect(await group("Word Two", "ribble")).toMatchObject({
      legalForm: "unincorporated",
      stage: "affiliate",
    })
    expect(await group("Word Three", "ribble")).toMatchObject({ faithBased: true, legalForm: null })
    expect(await group("Word Four", "ribble")).toMatchObject({ faithBased: true, stage: "not_member" })
    const next = await take(LIST.replaceAll("Word ", "Next "))
    expect(await check(next.id)).toMatchObject({ words: [] })
  })

  it("are told to the command line by --map, and named without", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "words-"))
    const at = path.join(folder, "list.csv")
    const map = path.join(folder, "map.json")
    writeFileSync(at, LIST)
    writeFileSync(map, JSON.stringify({ "Faith based": { field: "faithBased", values: { rc: "yes" } } }))
    const run = (options: Record<string, string>) =>
      command.run({ options: { lio: "other", ...options }, flags: new Set(["dry-run"]), rest: [at] })
    const input = async (options: Record<string, string>) => told((await run(options)) as never).join("\n")
    expect(await input({})).toContain("“RC” is neither yes nor no.")
    expect(await input({ map })).not.toContain("RC")
  })
})

describe("Problems", () => {
  it("come by kind, the serious first and none cut off, each value mended once for all rows", async () => {
    const rows = Array.from(
      { length: 150 },
      (_, at) => `Kind ${at},OL1 1AA,${at < 140 ? "ring the hall" : `ask ${at}`},`,
    )
    const { id } = await take(
      ["Name,Postcode,Tel,Income", ...rows, ",OL1 1AA,,", "Kind X,OL1 1AA,,about £500"].join("\n"),
    )
    const { kinds } = await check(id)
    expect(kinds.map(({ column, rows }) => [column, rows])).toEqual([
      ["Name", 1],
      ["Tel", 150],
      ["Income", 1],
    ])
    expect(kinds[1]?.values[0]).toMatchObject({ value: "ring the hall", at: 2 })
    expect(kinds[1]?.values[0]?.rows).toHaveLength(140)
    expect(kinds[1]?.values).toHaveLength(11)
    await w.asWorker((ctx) =>
      mendValues(ctx, {
        id,
        words: [
          { at: 2, value: "ring the hall" },
          { row: 152, at: 0, value: null },
        ],
        values: ["0161 496 0001", "Kind With A Name"],
      }),
    )
    const after = await check(id)
    expect(after.kinds.map(({ column, rows }) => [column, rows])).toEqual([
      ["Tel", 10],
      ["Income", 1],
    ])
    expect(after.counts).toMatchObject({ errors: 0 })
  })

  it("and an import that was begun are gone on with at the check", async () => {
    const { id } = await take("Name,Postcode\nLater Group,OL1 1AA")
    expect((await w.asWorker((ctx) => getImport(ctx, id))).mappedAt).toBeNull()
    await w.asWorker((ctx) => mapColumns(ctx, { id, columns: ["name", "postcode"] }))
    expect((await w.asWorker((ctx) => getImport(ctx, id))).mappedAt).not.toBeNull()
  })
})

describe("Headers as people write them", () => {
  it.each([
    ["What do they do?", "about"],
    ["Joined / reg date", "joinedOn"],
    ["OK to share?", "directoryConsent"],
    ["Email (main)", "email"],
    ["Phone/Mobile", "phone"],
    ["Comments", "notes"],
    ["Expiry date", "membershipEnd"],
    ["Membership type", "membershipKind"],
  ] as const)("%s", (header, field) => expect(fieldOf(header)).toBe(field))

  it("“Type” is what its values are, and a column of ticks is a tag", () => {
    const mapping = (header: string, values: string[]) =>
      mappingFor(
        ["Name", header],
        values.map((value, at) => [`Group ${at}`, value]),
      )[header]
    expect(mapping("Type", ["Charity", "Voluntary", "Statutory", "Charity"])).toBe("sector")
    expect(mapping("Type", ["CIO", "CIC", "Trust", "CIO"])).toBe("legalForm")
    expect(mapping("Type", ["Food bank", "Pantry", "Food bank", "Pantry"])).toBe("theme")
    expect(mapping("community_hub", ["Yes", "", "No", "Yes"])).toBe("tickedTag")
    expect(mapping("Batch", ["1", "0", "1", "1"])).toBeNull()
  })
})

describe.each(ways)("A list brought in by $way", ({ bring, lio }) => {
  it("says who somebody is in two columns, and what they are", async () => {
    const done = await bring(
      "who.csv",
      "Name of group,Postcode,First name,Surname,Role,Contact email,community_hub\nWho One,OL3 1AA,Ann,Boo,Treasurer,ann@who.example,Yes\nWho Two,OL3 1AB,Bea,Coo,Caretaker,,x\nWho Three,OL3 1AD,Cy,Doo,,,No",
    )
    expect(done).toMatchObject({ new: 3 })
    expect((await group("Who One", lio))?.people).toEqual([
      { name: "Ann Boo", email: "ann@who.example", phone: null, role: "treasurer" },
    ])
    const [two] = await w.system(
      (ctx) =>
        ctx.tx.execute(
          sql`select r.title, r.role, p.name from roles r join people p on p.id = r.person_id join groups g on g.id = r.group_id where g.name = 'Who Two'`,
        ),
      lio,
    )
    expect(two).toEqual({ title: "Caretaker", role: "contact", name: "Bea Coo" })
    const tagged = await w.system(
      (ctx) =>
        ctx.tx.execute<{ name: string }>(
          sql`select g.name from groups g join group_terms gt on gt.group_id = g.id join terms t on t.id = gt.term_id where t.name = 'Community hub' and t.list = 'tag' order by 1`,
        ),
      lio,
    )
    expect(tagged.map(({ name }) => name)).toEqual(["Who One", "Who Two"])
  })

  it("keeps notes for staff alone", async () => {
    const list = "Name,Postcode,Notes,Comments\nNoted,OL3 2AA,Rang in May,Nice hall"
    expect(await bring("notes.csv", list)).toMatchObject({ new: 1 })
    const fields = await w.system((ctx) => ctx.tx.select().from(customFields), lio)
    expect(fields).toMatchObject([{ label: "Notes", kind: "long", forGroups: "nothing" }])
    expect((await group("Noted", lio))?.custom).toEqual({
      [fields[0]?.id ?? ""]: "Notes: Rang in May\nComments: Nice hall",
    })
    expect(await bring("notes.csv", list)).toMatchObject({ unchanged: 1 })
  })

  it("brings memberships with their kind, days and payment", async () => {
    const list = [
      "Name,Postcode,Membership type,Membership start date,Expiry date,Fee paid",
      "Sub One,OL3 3AA,Full,01/04/2026,31/03/2027,Yes",
      "Sub Two,OL3 3AB,full member,01/04/2026,31/03/2027,",
      "Sub Three,OL3 3AD,Gold,01/04/2026,,No",
      "Sub Four,OL3 3AE,Full,01/04/2026,31/03/2025,",
    ].join("\n")
    const without = await bring("subs.csv", list.replaceAll("Sub ", "Early "))
    expect(told(without, 2).join()).toMatch(/You keep no kinds of membership yet/)
    const as = lio === "ribble" ? w.asManager : w.asOtherManager
    await as((ctx) => addType(ctx, typeOf({ fee: "20" })))
    await as((ctx) => addType(ctx, typeOf({ name: "Associate", standing: "affiliate" })))
    const done = await bring("subs.csv", list)
    expect(told(done, 4).join()).toMatch(/“Gold” is no kind of membership that you keep/)
    expect(told(done, 5).join()).toMatch(/before the first day of the membership/)
    const periods = async (name: string) =>
      w.system(async (ctx) => {
        const [one] = await ctx.tx.select().from(groups).where(eq(groups.name, name))
        return ctx.tx
          .select()
          .from(memberships)
          .where(eq(memberships.groupId, one?.id ?? ""))
      }, lio)
    expect(await periods("Sub One")).toMatchObject([
      { startsOn: "2026-04-01", endsOn: "2027-03-31", feePence: 2_000, paidOn: "2026-04-01" },
    ])
    expect(await periods("Sub Two")).toMatchObject([{ endsOn: "2027-03-31", paidOn: null }])
    expect(await group("Sub One", lio)).toMatchObject({ stage: "member", joinedOn: "2026-04-01" })
    await bring("subs.csv", list)
    expect(await periods("Sub One")).toHaveLength(1)
  })
})

describe("What lists are made of", () => {
  it.each([
    ["14TH SALE SCOUT GROUP", "14th Sale Scout Group"],
    ["GEMACH LTD", "Gemach Ltd"],
    ["THE A H WORTH CHARITY", "The A H Worth Charity"],
    ["FRIENDS OF AGSB", "Friends of AGSB"],
    ["ST. MARY MAGDALENE, ASHTON", "St. Mary Magdalene, Ashton"],
    ["Y W C A PLAYGROUP", "Y W C A Playgroup"],
    ["FIRST ASIAN SUPPORT TRUST (FAST) LTD", "First Asian Support Trust (FAST) Ltd"],
    ["WOTTON-UNDER-EDGE BAPTIST CHURCH", "Wotton-under-Edge Baptist Church"],
    ["TREUDDYN UNDER 5'S", "Treuddyn Under 5's"],
    ["NAVIGATION PRIMARY SCHOOL P.T.A., ALTRINCHAM", "Navigation Primary School P.T.A., Altrincham"],
    ["ST GEORGE'S WELSH CHURCH", "St George's Welsh Church"],
  ])("names in capitals: %s", (shouted, easy) => expect(easyName(shouted)).toBe(easy))

  it("numbers of Northern Ireland without their C, and text encoded twice", () => {
    expect(numberOn("GB-NIC", "NI100123")).toBe("100123")
    expect(mendedText("Oâ€™Brienâ€™s")).toBe("O’Brien’s")
    expect(mendedText("Château d’Âge £5")).toBeNull()
  })

  it("quotation marks that swallow rows are found, and those inside a cell are no matter", async () => {
    const swallows = 'Name,Postcode,Email\n"One,OL1 1AA,a@x.org\nTwo,OL1 1AB,"b@x.org"\nThree,OL1 1AD,c@x.org'
    await expect(readBook(Buffer.from(swallows))).rejects.toThrow(/begins a cell in line 2 /)
    const fine = 'Name,Postcode\nThe "Old" Hall,OL1 1AA\n"A ""B"" C",OL1 1AB'
    expect((await readBook(Buffer.from(fine)))[0]?.rows.map(([name]) => name)).toEqual([
      ...["Name", 'The "Old" Hall', 'A "B" C'],
    ])
  })

  it("a list of any size is read where a command is run", async () => {
    const large = Buffer.from(`Name,About\n${`Big,${"x".repeat(20_000)}\n`.repeat(1_100)}`)
    await expect(readBook(large)).rejects.toThrow(/larger than 20 MB/)
    expect((await readBook(large, { mostBytes: Number.POSITIVE_INFINITY }))[0]?.rows).toHaveLength(1_101)
  })
})
