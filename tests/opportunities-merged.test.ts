import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { mergeGroups, unmergeGroups } from "@/lib/duplicates/merging/commands"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import { expressInput } from "@/lib/opportunities/interest/input"
import { getInterestAround, listInterest } from "@/lib/opportunities/interest/queries"
import { sayBiddingConsent } from "@/lib/opportunities/partners/commands"
import { findPartners } from "@/lib/opportunities/partners/queries"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()

it("Of two groups that turn out to be one, interest and consent go on, and come apart again", async () => {
  await w.system((ctx) => readOpportunities(ctx, noticesOf(processOf("one"), processOf("two"))))
  const rows = await w.system((ctx) =>
    ctx.tx.execute<{ id: string }>(sql`select id from opportunities order by ocid`),
  )
  const [one = "", two = ""] = rows.map(({ id }) => id)
  const say = (opportunityId: string, groupId: string, offer: string) =>
    expressInput.parse({ opportunityId, groupId, how: "either", offer, seenBy: "interested" })
  await w.asLead((ctx) => expressInterest(ctx, say(one, w.foodbank.id, "Kept")))
  await w.asOutsider((ctx) => expressInterest(ctx, say(one, w.loner.id, "Gone")))
  await w.asOutsider((ctx) => expressInterest(ctx, say(two, w.loner.id, "Gone")))
  const consent = (groupId: string, willing: "yes" | "no") => ({
    groupId,
    willing,
    saidBy: null,
    saidHow: null,
  })
  await w.asOutsider((ctx) => sayBiddingConsent(ctx, consent(w.loner.id, "yes")))
  await w.asLead((ctx) => sayBiddingConsent(ctx, consent(w.foodbank.id, "no")))
  const versions = await w.system((ctx) =>
    ctx.tx.execute<{ id: string; version: number }>(sql`select id, version from groups`),
  )
  const versionOf = (id: string) => versions.find((row) => row.id === id)?.version ?? 1
  const merge = await w.asWorker((ctx) =>
    mergeGroups(ctx, {
      ...{ keptId: w.foodbank.id, goneId: w.loner.id, take: {} },
      ...{ keptVersion: versionOf(w.foodbank.id), goneVersion: versionOf(w.loner.id) },
    }),
  )
  const offers = async (id: string) =>
    (await w.asManager((ctx) => listInterest(ctx, id))).map(({ offer }) => offer)
  expect(await offers(one)).toEqual(["Kept"])
  expect(await offers(two)).toEqual(["Gone"])
  expect((await w.asLead((ctx) => getInterestAround(ctx, two))).own).toHaveLength(1)
  const all = { themes: [], areas: [], bands: [], page: 1 }
  expect(await w.asManager((ctx) => findPartners(ctx, all)), "the kept group has said no").toMatchObject({
    total: 0,
  })
  await w.asWorker((ctx) => unmergeGroups(ctx, { id: merge.id }))
  expect(await offers(one)).toEqual(["Kept", "Gone"])
  expect((await w.asManager((ctx) => findPartners(ctx, all))).groups.map(({ name }) => name)).toEqual([
    "Whalley Chess Club",
  ])
})
