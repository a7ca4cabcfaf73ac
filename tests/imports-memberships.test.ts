import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups, memberships } from "@/db/schema"
import { fieldOf } from "@/lib/imports/columns/fields"
import { undoImport } from "@/lib/imports/undo/commands"
import { confirmImport, runImport, takeFile } from "@/lib/imports/wizard/commands"
import { checkImport, getImport } from "@/lib/imports/wizard/queries"
import { addType } from "@/lib/memberships/types/commands"
import { bringing, told } from "./support/bringing"
import { typeOf } from "./support/membership"
import { world } from "./support/world"

const w = await world()
const { group, ways } = bringing(w)
await w.asManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
await w.asOtherManager((ctx) => addType(ctx, typeOf({ fee: "20" })))
const { today } = await w.system(async (ctx) => ({ today: ctx.today }))
const year = Number(today.slice(0, 4))
const next = `31/03/${year + 1}`

const periods = (name: string, lio: string) =>
  w.system(
    (ctx) =>
      ctx.tx
        .select({ startsOn: memberships.startsOn, endsOn: memberships.endsOn, paidOn: memberships.paidOn })
        .from(memberships)
        .innerJoin(groups, eq(groups.id, memberships.groupId))
        .where(eq(groups.name, name)),
    lio,
  )
const take = async (content: string) => {
  const { id } = await w.asWorker((ctx) =>
    takeFile(ctx, { name: "members.csv", bytes: Buffer.from(content) }),
  )
  return { id, ...(await w.asWorker((ctx) => checkImport(ctx, id))) }
}
const run = async (id: string) => {
  await w.asWorker((ctx) => confirmImport(ctx, { id }))
  await w.system((ctx) => runImport(ctx, id))
  return (await w.asWorker((ctx) => getImport(ctx, id))).counts
}

describe("The last day of a membership", () => {
  it.each([
    ...[
      "Member until",
      "Membership expires",
      "Expiry",
      "Expiry date",
      "Renewal date",
      "Valid to",
      "Paid until",
    ],
    ...[
      "Membership valid until",
      "Next renewal",
      "MEMBERSHIP END DATE",
      "Subs paid until (date)",
      "Expires on",
    ],
  ])("is known by the heading “%s”", (header) => expect(fieldOf(header)).toBe("membershipEnd"))

  it.each([
    ["Date joined", "joinedOn"],
    ["Member since", "joinedOn"],
    ["Paid", "feePaid"],
    ["Membership", "stage"],
    ["Member", "name"],
  ])("takes nothing from what “%s” is", (header, field) => expect(fieldOf(header)).toBe(field))
})

describe.each(ways)("Memberships of a list brought in by $way", ({ bring, lio }) => {
  it("end when the list says so, and are the same when it comes again", async () => {
    const list = [
      "Name,Postcode,Status,Date joined,Member until",
      `Until Next,OL5 1AA,Member,01/04/2019,${next}`,
      "Long Lapsed,OL5 1AB,Member,,31/03/2024",
      `No Beginning,OL5 1AD,,,${next}`,
      "Backwards,OL5 1AE,Member,01/04/2020,31/03/2020",
      "Unreadable,OL5 1AF,Member,01/04/2020,next spring",
    ].join("\n")
    const done = await bring("until.csv", list)
    expect(done).toMatchObject({ new: 5, errors: 0 })
    expect(await periods("Until Next", lio)).toEqual([
      { startsOn: `${year}-04-01`, endsOn: `${year + 1}-03-31`, paidOn: null },
    ])
    expect(await group("Until Next", lio)).toMatchObject({ stage: "member", joinedOn: "2019-04-01" })
    expect(await periods("Long Lapsed", lio)).toMatchObject([{ startsOn: null, endsOn: "2024-03-31" }])
    expect(await group("Long Lapsed", lio)).toMatchObject({ stage: "not_member" })
    expect(told(done, 3)).toEqual([])
    expect(await periods("No Beginning", lio)).toMatchObject([
      { startsOn: null, endsOn: `${year + 1}-03-31` },
    ])
    expect(await group("No Beginning", lio)).toMatchObject({ stage: "member", joinedOn: null })
    expect(told(done, 5).join()).toMatch(/Member until: This is before the first day of the membership/)
    expect(await periods("Backwards", lio)).toMatchObject([{ startsOn: "2020-04-01", endsOn: null }])
    expect(told(done, 6)).toEqual(["6 Member until: “next spring” is not a date."])
    expect(await periods("Unreadable", lio)).toMatchObject([{ startsOn: "2020-04-01", endsOn: null }])
    const again = await bring("until.csv", list)
    expect(again).toMatchObject({ new: 0, updated: 0, unchanged: 5 })
    expect(told(again, 3)).toEqual([])
    expect(await periods("Long Lapsed", lio)).toHaveLength(1)
  })

  it("learn their last day from a later list, once; another last day than the one that is known is named", async () => {
    await bring("members.csv", "Name,Postcode,Status,Date joined\nLearns,OL5 2AA,Member,01/04/2020")
    expect(await periods("Learns", lio)).toEqual([{ startsOn: "2020-04-01", endsOn: null, paidOn: null }])
    const later = `Name,Postcode,Member until\nLearns,OL5 2AA,${next}`
    expect(await bring("later.csv", later)).toMatchObject({ updated: 1 })
    expect(await periods("Learns", lio)).toEqual([
      { startsOn: "2020-04-01", endsOn: `${year + 1}-03-31`, paidOn: null },
    ])
    expect(await bring("later.csv", later)).toMatchObject({ updated: 0, unchanged: 1 })
    const other = await bring("later.csv", later.replace(next, `31/03/${year + 2}`))
    expect(other).toMatchObject({ updated: 0, unchanged: 1 })
    expect(told(other, 2).join()).toMatch(
      new RegExp(`Member until: Its membership already ends on 31 March ${year + 1}`),
    )
    expect(await periods("Learns", lio)).toHaveLength(1)
  })

  it("say the stage: a list that says otherwise changes nothing and is told so", async () => {
    await bring("stage.csv", "Name,Postcode,Member until\nStage Lapsed,OL5 3AA,31/03/2024")
    const said = "Name,Postcode,Status\nStage Lapsed,OL5 3AA,Member"
    const done = await bring("said.csv", said)
    expect(done).toMatchObject({ updated: 0, unchanged: 1 })
    expect(told(done, 2).join()).toMatch(/Status: Its stage follows from its membership/)
    expect(await group("Stage Lapsed", lio)).toMatchObject({ stage: "not_member" })
    const renewed = `Name,Postcode,Membership from,Member until\nStage Lapsed,OL5 3AA,01/04/${year - 1},${next}`
    expect(await bring("renewed.csv", renewed)).toMatchObject({ updated: 1 })
    expect(await periods("Stage Lapsed", lio)).toHaveLength(2)
    expect(await group("Stage Lapsed", lio)).toMatchObject({ stage: "member" })
  })
})

describe("A membership that a list tells of", () => {
  it("is shown before anything is saved, and goes when the import is taken back", async () => {
    const first = await take(
      [
        "Name,Postcode,Membership from,Member until,Fee paid",
        `Shown Whole,OL5 4AA,01/04/2026,${next},01/05/2026`,
        `Shown Until,OL5 4AB,,${next},`,
        "Shown Since,OL5 4AD,01/04/2026,,",
      ].join("\n"),
    )
    expect(first.rows.map(({ membership }) => membership)).toEqual([
      [`Membership from 1 April 2026 until 31 March ${year + 1}`, "Membership fee paid on 1 May 2026"],
      [`Membership until 31 March ${year + 1}, first day not known`],
      ["Membership from 1 April 2026, last day not known"],
    ])
    expect(await periods("Shown Whole", "ribble")).toEqual([])
    await run(first.id)
    const later = await take(`Name,Postcode,Member until,Paid on\nShown Since,OL5 4AD,${next},02/05/2026`)
    expect(later.rows.map(({ verdict, membership }) => [verdict, membership])).toEqual([
      ["update", [`Membership until 31 March ${year + 1}`, "Membership fee paid on 2 May 2026"]],
    ])
    expect(await run(later.id)).toMatchObject({ updated: 1 })
    const learnt = { startsOn: "2026-04-01", endsOn: `${year + 1}-03-31`, paidOn: "2026-05-02" }
    expect(await periods("Shown Since", "ribble")).toEqual([learnt])
    expect(await w.asWorker((ctx) => undoImport(ctx, { id: later.id }))).toMatchObject({ restored: 1 })
    expect(await periods("Shown Since", "ribble")).toEqual([{ ...learnt, endsOn: null, paidOn: null }])
  })

  it("goes with a list that gave a group nothing but an area, too", async () => {
    await run((await take("Name,Postcode\nOnly Area,OL5 6AA")).id)
    const served = await take("Name,Postcode,Area served\nOnly Area,OL5 6AA,Saddleworth")
    expect(await run(served.id)).toMatchObject({ updated: 1 })
    expect(await w.asWorker((ctx) => undoImport(ctx, { id: served.id }))).toMatchObject({ restored: 1 })
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{ n: number }>(sql`select count(*)::int as n from areas where name = 'Saddleworth'`),
    )
    expect(row?.n).toBe(0)
  })

  it("changes the stage of a group that is known, which undoing changes back", async () => {
    const known = await take("Name,Postcode\nBecomes One,OL5 5AA")
    await run(known.id)
    const told = await take(`Name,Postcode,Member until\nBecomes One,OL5 5AA,${next}`)
    expect(told.rows[0]?.changes.map(({ name, to }) => [name, to])).toEqual([["stage", "Member"]])
    await run(told.id)
    expect(await group("Becomes One", "ribble")).toMatchObject({ stage: "member" })
    await w.asWorker((ctx) => undoImport(ctx, { id: told.id }))
    expect(await group("Becomes One", "ribble")).toMatchObject({ stage: "not_member" })
    expect(await periods("Becomes One", "ribble")).toEqual([])
  })
})
