import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, people } from "@/db/schema"
import { leavePerson } from "@/lib/groups/leaving/commands"
import { undoImport } from "@/lib/imports/undo/commands"
import { confirmImport, decideDoubt, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { checkImport } from "@/lib/imports/wizard/queries"
import { addPerson } from "@/lib/people/commands"
import { samePerson } from "@/lib/people/names"
import { bringing, told } from "./support/bringing"
import { world } from "./support/world"

const w = await world()
const { ways, group } = bringing(w)
const SHARED = [
  "Name,Postcode,Contact name,Contact person email",
  "Post Desk A,OL2 1AA,Ann Boothroyd,hello08@example.org",
  "Post Desk B,OL2 1AB,Bilal Hussain,hello08@example.org",
  "Post Desk C,OL2 1AD,Ceri Vaughan,hello08@example.org",
].join("\n")

describe.each(ways)("A list brought in by $way", ({ bring, lio }) => {
  const stands = (name: string) => group(name, lio)

  it("keeps three people of one shared address, which is their groups’, and says so", async () => {
    const done = await bring("shared.csv", SHARED)
    expect(done).toMatchObject({ new: 3, duplicates: 0 })
    for (const [name, person] of [
      ["Post Desk A", "Ann Boothroyd"],
      ["Post Desk B", "Bilal Hussain"],
      ["Post Desk C", "Ceri Vaughan"],
    ] as const)
      expect(await stands(name)).toMatchObject({
        email: "hello08@example.org",
        people: [{ name: person, email: null, role: "contact" }],
      })
    expect(told(done)).toHaveLength(3)
    expect(told(done, 3)[0]).toMatch(
      /hello08@example\.org is listed for different people: Ann Boothroyd, Bilal/,
    )
    expect(await bring("shared.csv", SHARED)).toMatchObject({ new: 0, updated: 0, unchanged: 3 })
  })

  it("keeps the address of somebody we know, and adds who is named with it without one", async () => {
    await bring(
      "one.csv",
      "Name,Postcode,Contact name,Contact email\nHolders,OL2 2AA,Hal Holder,hal@holder.example",
    )
    const done = await bring(
      "two.csv",
      "Name,Postcode,Contact name,Contact email\nOther Desk,OL2 2AB,Ida Incomer,hal@holder.example\nThird Desk,OL2 2AD,H. Holder,hal@holder.example",
    )
    // Ida and H. Holder stand with one address in this list; it is Hal's, and H. Holder may well be Hal.
    expect(await stands("Other Desk")).toMatchObject({ people: [{ name: "Ida Incomer", email: null }] })
    expect(await stands("Third Desk")).toMatchObject({
      people: [{ name: "Hal Holder", email: "hal@holder.example" }],
    })
    expect(told(done, 2).join()).toMatch(/is the address of Hal Holder/)
  })

  it("puts doubles inside the file together field by field when told to, the live one first", async () => {
    const list = [
      "Name,Charity number,Postcode,Status,Email,Tel,Website,Activities",
      "Bowls Club,1000116,OL2 3AA,Closed,old@bowls.example,,,Bowls on the green",
      "Bowls Club,1000116,OL2 3AA,Member,,0161 496 0010,bowls.example,",
      "Chess Club,,OL2 3AB,Member,a@chess.example,0161 496 0011,,",
      "Chess Club,,OL2 3AB,,,0161 496 0012,chess.example,",
    ].join("\n")
    const skipped = await bring("doubles.csv", list)
    expect(skipped).toMatchObject({ rows: 4, new: 2, duplicates: 2 })
    expect(await stands("Bowls Club")).toMatchObject({ stage: "member", phone: "0161 496 0010" })
    const fresh = list
      .replaceAll("Bowls Club", "Darts Society")
      .replaceAll("Chess Club", "Draughts Society")
      .replaceAll("1000116", "1000117")
      .replaceAll("OL2 3", "OL2 4")
      .replaceAll("bowls.example", "bowls2.example")
      .replaceAll("chess.example", "chess2.example")
      .replaceAll("0161 496 001", "0161 496 003")
    const done = await bring("doubles-2.csv", fresh, "merge")
    expect(done).toMatchObject({ rows: 4, new: 2, updated: 2, duplicates: 0 })
    expect(await stands("Darts Society")).toMatchObject({
      ...{
        stage: "member",
        email: "old@bowls2.example",
        phone: "0161 496 0030",
        about: "Bowls on the green",
      },
      website: "https://bowls2.example",
    })
    expect(await stands("Draughts Society")).toMatchObject({
      ...{
        stage: "member",
        email: "a@chess2.example",
        phone: "0161 496 0032",
        website: "https://chess2.example",
      },
    })
    expect(told(done, 5).join()).toMatch(/Tel: Row 4 says “0161 496 0031” of this group\. This was taken/)
    expect(told(done, 2).join()).toMatch(
      /Status: Row 3 says “member” of this group\. That was taken, not “closed”/,
    )
  })

  it("makes another group of a row where staff say so, also beside a number on a register", async () => {
    const list = [
      "Name,Charity number,Postcode,Tel",
      "Scout County,1000118,OL2 5AA,0161 496 0020",
      "1st Scout Group,1000118,OL2 5AB,0161 496 0021",
    ].join("\n")
    expect(await bring("scouts.csv", list, "new")).toMatchObject({ new: 2, duplicates: 0 })
    expect(await stands("1st Scout Group")).toMatchObject({ phone: "0161 496 0021", postcode: "OL2 5AB" })
    expect(await bring("scouts.csv", list, "new")).toMatchObject({ new: 0, updated: 0, unchanged: 2 })
  })

  it("pairs a contact with the address of the chair, and keeps two addresses of a person from the group", async () => {
    const done = await bring(
      "pairs.csv",
      [
        "Name,Postcode,Contact name,Chair email",
        "Pair One,OL2 6AA,Pam Pair,pam.pair@pair.example",
        "Pair Two,OL2 6AB,Pip Poole,chair@two.example",
      ].join("\n"),
    )
    expect((await stands("Pair One"))?.people).toEqual([
      { name: "Pam Pair", email: "pam.pair@pair.example", phone: null, role: "chair" },
    ])
    expect((await stands("Pair Two"))?.people).toMatchObject([
      { name: "Pip Poole", email: "chair@two.example" },
    ])
    expect(told(done)).toEqual([expect.stringMatching(/3 Chair email: .*taken as Pip Poole’s/)])

    const two = await bring(
      "two-addresses.csv",
      "Name,Postcode,Contact name,Contact email,Contact email 2\nTwo Ways,OL2 6AD,Tia Ways,tia@home.example,tia.ways@work.example",
    )
    expect(await stands("Two Ways")).toMatchObject({
      email: null,
      people: [{ name: "Tia Ways", email: "tia@home.example" }],
    })
    expect(told(two).join()).toContain("tia.ways@work.example")
  })

  it("keeps Bob the chair as main contact, whoever else is named", async () => {
    await bring(
      "main.csv",
      "Name,Postcode,Contact name,Secretary\nMain Street,OL2 7AA,Bob Main (Chair),Sue Scribe\nSide Street,OL2 7AB,Ann Side,Ann Side",
    )
    expect((await stands("Main Street"))?.people).toMatchObject([
      { name: "Bob Main", role: "chair" },
      { name: "Sue Scribe", role: "secretary" },
    ])
    expect((await stands("Side Street"))?.people).toMatchObject([{ name: "Ann Side", role: "secretary" }])
  })

  it("keeps both roles of who is chair and secretary without an address", async () => {
    await bring("both.csv", "Name,Postcode,Chair,Secretary\nBoth Roads,OL2 7AD,Cara Both,Cara Both")
    expect((await stands("Both Roads"))?.people.map(({ role }) => role).sort()).toEqual([
      "chair",
      "secretary",
    ])
    const same = await w.system(
      (ctx) => ctx.tx.select().from(people).where(eq(people.name, "Cara Both")),
      lio,
    )
    expect(same).toHaveLength(1)
  })

  it("gives no role to who has left, and names the row", async () => {
    const maria = await w.system(
      (ctx) =>
        addPerson(ctx, {
          name: "Maria Okoro",
          email: "maria@left.example",
          phone: null,
          channel: null,
          about: null,
        }),
      lio,
    )
    await w.system((ctx) => leavePerson(ctx, { id: maria.id }), lio)
    const done = await bring(
      "left.csv",
      "Name,Postcode,Chair,Chair email\nOf Old,OL2 8AA,Maria Okoro,maria@left.example",
    )
    expect(done).toMatchObject({ new: 1 })
    expect(await stands("Of Old")).toMatchObject({ people: [], mainContactId: null })
    expect(told(done)).toEqual([
      expect.stringMatching(/^2 Chair: Maria Okoro has left, so no role was given/),
    ])
    // The same without an address, once she is known in the group.
    await bring("nell.csv", "Name,Postcode,Chair\nNell’s,OL2 8AB,Nell Gone")
    const [nell] = await w.system(
      (ctx) => ctx.tx.select().from(people).where(eq(people.name, "Nell Gone")),
      lio,
    )
    await w.system((ctx) => leavePerson(ctx, { id: nell?.id ?? "" }), lio)
    const again = await bring("nell.csv", "Name,Postcode,Treasurer\nNell’s,OL2 8AB,Nell Gone")
    expect(told(again)).toEqual([expect.stringMatching(/Nell Gone has left/)])
    expect((await stands("Nell’s"))?.people).toHaveLength(1)
  })

  it("says what a group is called there when a number is known under another name", async () => {
    await bring("name.csv", "Name,Charity number,Postcode\nNamed Before,1000119,OL2 9AA")
    const done = await bring("name.csv", "Name,Charity number,Postcode\nQuite Another Name,1000119,OL2 9AA")
    expect(done).toMatchObject({ unchanged: 1 })
    expect(told(done)).toEqual([
      expect.stringMatching(/This is Named Before \(the same number.*left as it is there/),
    ])
    const rows = await w.system(
      (ctx) => ctx.tx.select().from(groups).where(eq(groups.name, "Named Before")),
      lio,
    )
    expect(rows).toHaveLength(1)
  })
})

describe("A list with doubles in it", () => {
  it("is taken back whole, put together or not", async () => {
    const list =
      "Name,Postcode,Tel,Email\nTwice Told,OL5 1AA,0161 496 0051,\nTwice Told,OL5 1AA,,twice@told.example"
    const { id } = await w.asWorker((ctx) => takeFile(ctx, { name: "t.csv", bytes: Buffer.from(list) }))
    const { doubts } = await w.asWorker((ctx) => checkImport(ctx, id))
    expect(doubts).toMatchObject([{ row: 3, ours: { id: null, name: "Twice Told" } }])
    await w.asWorker((ctx) => decideDoubt(ctx, { id, row: 3, decision: "merge" }))
    await w.asWorker((ctx) => confirmImport(ctx, { id }))
    await w.system((ctx) => runImport(ctx, id))
    expect(await group("Twice Told", "ribble")).toMatchObject({ email: "twice@told.example" })
    expect(await w.asWorker((ctx) => undoImport(ctx, { id }))).toMatchObject({
      removed: 1,
      restored: 0,
      left: 0,
    })
  })
})

describe("Two names on one address", () => {
  it.each([
    ["Robert Ray", "Bob Ray", true],
    ["Dr R. J. Ray", "Robert Ray", true],
    ["Mary", "Mary Jones", true],
    ["Zoë O’Hara", "Zoe OHara", true],
    ["Ann Ray", "Bob Ray", false],
    ["Ann Boothroyd", "Bilal Hussain", false],
    ["", "Bob Ray", false],
  ])("%s and %s: one person is %s", (one, other, same) => expect(samePerson(one, other)).toBe(same))
})
