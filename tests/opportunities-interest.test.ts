import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound } from "@/lib/errors"
import { hideOpportunity } from "@/lib/opportunities/commands"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { expressInterest, withdrawInterest } from "@/lib/opportunities/interest/commands"
import { interestAsTable } from "@/lib/opportunities/interest/export/queries"
import { expressInput } from "@/lib/opportunities/interest/input"
import { getInterestAround, listInterest } from "@/lib/opportunities/interest/queries"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
let open = ""
let over = ""
const choirLead = <T>(work: (ctx: Ctx) => Promise<T>) => w.as("choir@ribble.example", work)
const said = (groupId: string, more = {}) =>
  expressInput.parse({
    opportunityId: open,
    groupId,
    how: "either",
    offer: "We know the estate.",
    seenBy: "staff",
    ...more,
  })

beforeAll(async () => {
  await w.system((ctx) =>
    make.speaker(ctx, {
      name: "Cora Choir",
      email: "choir@ribble.example",
      groups: [w.choir],
      speaks: "lead",
    }),
  )
  await w.system((ctx) =>
    readOpportunities(
      ctx,
      noticesOf(
        processOf("visits", {
          title: "Friendly visits",
          tenderPeriod: { endDate: "2050-06-10T12:00:00+01:00" },
        }),
        processOf("past", { title: "Past lunches", tenderPeriod: { endDate: "2020-05-01T12:00:00Z" } }),
      ),
    ),
  )
  const rows = await w.system((ctx) =>
    ctx.tx.execute<{ id: string; title: string }>(sql`select id, title from opportunities order by title`),
  )
  ;[open = "", over = ""] = rows.map(({ id }) => id)
})

/** Whose interest somebody sees, by their doors and by plain SQL. */
async function seenBy(who: typeof w.asLead): Promise<string[]> {
  const { own, others } = await who((ctx) => getInterestAround(ctx, open))
  const bySql = await who((ctx) =>
    ctx.tx.execute<{ name: string }>(sql`
    select g.name from expressions_of_interest e join groups g on g.id = e.group_id where e.opportunity_id = ${open} order by 1`),
  )
  const names = [...own, ...others].map(({ group }) => group).sort()
  expect(bySql.map(({ name }) => name)).toEqual(names)
  return names
}

describe("A group’s interest", () => {
  it("is said by a lead of the group, for what is still to be had", async () => {
    for (const who of [w.asMember, w.asOutsider, w.asWorker, w.asViewer, w.asPublic])
      await expect(who((ctx) => expressInterest(ctx, said(w.foodbank.id)))).rejects.toThrow(NotAllowed)
    await expect(
      w.asLead((ctx) => expressInterest(ctx, said(w.foodbank.id, { opportunityId: over }))),
    ).rejects.toThrow("isn’t open any more")
    await expect(
      w.asLead((ctx) => expressInterest(ctx, said(w.foodbank.id, { opportunityId: crypto.randomUUID() }))),
    ).rejects.toThrow(NotFound)
    expect(await w.asLead((ctx) => expressInterest(ctx, said(w.foodbank.id)))).toMatchObject({
      title: "Friendly visits",
    })
  })

  it("is seen by the group and staff alone, unless it shows itself: then by those that do so too", async () => {
    await w.asOutsider((ctx) => expressInterest(ctx, said(w.loner.id, { seenBy: "interested" })))
    expect(await seenBy(w.asLead)).toEqual(["Clitheroe Food Bank"])
    expect(await seenBy(w.asOutsider)).toEqual(["Whalley Chess Club"])
    expect(await seenBy(choirLead)).toEqual([])
    await w.asLead((ctx) => expressInterest(ctx, said(w.foodbank.id, { seenBy: "interested", how: "lead" })))
    for (const who of [w.asLead, w.asMember, w.asOutsider])
      expect(await seenBy(who)).toEqual(["Clitheroe Food Bank", "Whalley Chess Club"])
    expect(await seenBy(choirLead)).toEqual([])
    for (const who of [w.asViewer, w.asManager])
      expect((await who((ctx) => listInterest(ctx, open))).map(({ group }) => group)).toEqual([
        "Clitheroe Food Bank",
        "Whalley Chess Club",
      ])
    for (const who of [w.asLead, w.asPublic, choirLead]) {
      await expect(who((ctx) => listInterest(ctx, open))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => interestAsTable(ctx, open))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asPublic((ctx) => getInterestAround(ctx, open))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => listInterest(ctx, open))).toEqual([])
    await expect(w.asOtherManager((ctx) => interestAsTable(ctx, open))).rejects.toThrow(NotFound)
  })

  it("is one a group, however often it is said, and stands on the group’s timeline", async () => {
    const events = await w.asLead((ctx) =>
      ctx.tx.execute<{ what: string }>(
        sql`select what from events where group_id = ${w.foodbank.id} and what like 'interest.%' order by at`,
      ),
    )
    expect(events.map(({ what }) => what)).toEqual(["interest.expressed", "interest.changed"])
    expect(
      await w.asOutsider((ctx) =>
        ctx.tx.execute(sql`select * from events where group_id = ${w.foodbank.id}`),
      ),
    ).toHaveLength(0)
    expect(await w.system((ctx) => ctx.tx.execute(sql`select * from expressions_of_interest`))).toHaveLength(
      2,
    )
  })

  it("shows nothing to others once it is withdrawn or shown to staff alone, and nothing of others any more", async () => {
    for (const who of [w.asMember, w.asOutsider, w.asManager])
      await expect(
        who((ctx) => withdrawInterest(ctx, { opportunityId: open, groupId: w.foodbank.id })),
      ).rejects.toThrow(NotAllowed)
    await w.asLead((ctx) => withdrawInterest(ctx, { opportunityId: open, groupId: w.foodbank.id }))
    await expect(
      w.asLead((ctx) => withdrawInterest(ctx, { opportunityId: open, groupId: w.foodbank.id })),
    ).rejects.toThrow(NotFound)
    expect(await seenBy(w.asOutsider)).toEqual(["Whalley Chess Club"])
    expect(await seenBy(w.asLead)).toEqual(["Clitheroe Food Bank"])
    const [whole] = await w.asManager((ctx) => listInterest(ctx, open))
    expect(whole).toMatchObject({ group: "Whalley Chess Club", capability: { name: "Whalley Chess Club" } })
    expect((await w.asManager((ctx) => listInterest(ctx, open)))[1]).toMatchObject({
      group: "Clitheroe Food Bank",
      capability: null,
    })
    await w.asLead((ctx) => expressInterest(ctx, said(w.foodbank.id, { seenBy: "interested" })))
    await w.asOutsider((ctx) => expressInterest(ctx, said(w.loner.id, { seenBy: "staff" })))
    expect(await seenBy(w.asLead)).toEqual(["Clitheroe Food Bank"])
    expect(await seenBy(w.asOutsider)).toEqual(["Whalley Chess Club"])
  })

  it("can be withdrawn from what staff have hidden since", async () => {
    await w.asWorker((ctx) => hideOpportunity(ctx, { id: open }))
    await expect(w.asLead((ctx) => expressInterest(ctx, said(w.foodbank.id)))).rejects.toThrow(NotFound)
    await w.asLead((ctx) => withdrawInterest(ctx, { opportunityId: open, groupId: w.foodbank.id }))
  })

  it("goes along as a file for staff", async () => {
    const { headings, pieces } = await w.asViewer((ctx) => interestAsTable(ctx, open))
    const [rows = []] = [...(pieces as Iterable<unknown[][]>)]
    expect(
      rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]]))),
    ).toMatchObject([
      {
        Group: "Whalley Chess Club",
        How: "As lead or partner",
        "What it could do": "We know the estate.",
        "Withdrawn on": "",
      },
      { Group: "Clitheroe Food Bank" },
    ])
  })
})
