import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { runDigest } from "@/lib/digest/commands"
import type { Rhythm } from "@/lib/digest/periods"
import { NotAllowed, NotFound } from "@/lib/errors"
import { removeAlert, saveAlert } from "@/lib/opportunities/alerts/commands"
import { MOST_ALERTS } from "@/lib/opportunities/alerts/input"
import { listAlerts, searchQuery } from "@/lib/opportunities/alerts/queries"
import { hideOpportunity } from "@/lib/opportunities/commands"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
const day = (n: number) => new Date(Date.UTC(2026, 5, 1, 9) + (n - 1) * 86_400_000)
const bring = (n: number, ...releases: unknown[]) =>
  w.system((ctx) => readOpportunities(ctx, noticesOf(...releases)), "ribble", day(n))
const open = { tenderPeriod: { endDate: "2026-07-20T12:00:00+01:00" } }

/** The digests of a day, each as its text, by address. */
async function digestOf(n: number, rhythms?: readonly Rhythm[]): Promise<Map<string, string>> {
  const before = await letters()
  await runDigest("ribble", { at: day(n), rhythms })
  const after = await letters()
  return new Map([...after].filter(([id]) => !before.has(id)).map(([, { to, text }]) => [to, text]))
}
const letters = () =>
  w.system(async (ctx) => {
    const rows = await ctx.tx.execute<{ id: string; to: string; text: string }>(
      sql`select id, to_email as to, text from letters where letter = 'digest'`,
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

describe("A saved search", () => {
  it("brings what is new and fits it into the digest, once, and nothing else", async () => {
    await bring(1, processOf("before", { title: "Before anybody asked", ...open }))
    await w.asMember((ctx) => saveAlert(ctx, { name: "Social work", query: "kind=85&show=awarded&page=3" }))
    await w.asMember((ctx) => saveAlert(ctx, { name: "Visits", query: "q=visits" }))
    await w.asLead((ctx) => saveAlert(ctx, { name: "Building", query: "kind=45" }))
    await bring(
      9,
      processOf("visits", { title: "Friendly visits", ...open }),
      processOf("roof", {
        title: "Roof repairs",
        description: "Slates.",
        classification: { scheme: "CPV", id: "45261900" },
        suitability: { vcse: false },
        ...open,
      }),
      processOf("over", { title: "Visits that are over", tenderPeriod: { endDate: "2026-06-02T12:00:00Z" } }),
      processOf("hidden", { title: "Hidden visits", ...open }),
    )
    const [hidden] = await w.system((ctx) =>
      ctx.tx.execute<{ id: string }>(sql`select id from opportunities where title = 'Hidden visits'`),
    )
    await w.asWorker((ctx) => hideOpportunity(ctx, { id: hidden?.id ?? "" }))
    const first = await digestOf(10)
    const mo = first.get("member@ribble.example") ?? ""
    expect(mo.match(/Friendly visits/g)?.length, mo).toBeLessThanOrEqual(2)
    expect(mo).toContain("Bids by 20 July 2026.")
    for (const title of ["Roof repairs", "Before anybody asked", "Visits that are over", "Hidden visits"])
      expect(mo).not.toContain(title)
    expect(first.get("lead@ribble.example")).toContain("Roof repairs")
    expect(first.has("outsider@ribble.example")).toBe(false)
    await bring(
      11,
      processOf("visits", { title: "Friendly visits", ...open }, { id: "2", date: "2026-06-10T09:00:00Z" }),
    )
    expect((await digestOf(17)).size).toBe(0)
  })

  it("is its owner’s alone, removed with one press, and stops with the digest", async () => {
    const [mine] = await w.asMember(listAlerts)
    const id = mine?.id ?? ""
    expect(mine).toMatchObject({ name: "Social work", words: ["Health and social work"], query: "kind=85" })
    expect(await w.asManager(listAlerts)).toEqual([])
    for (const who of [w.asLead, w.asManager, w.asOtherManager])
      await expect(who((ctx) => removeAlert(ctx, { id }))).rejects.toThrow(NotFound)
    expect(await w.asManager((ctx) => ctx.tx.execute(sql`select * from opportunity_alerts`))).toHaveLength(0)
    await w.asMember((ctx) => removeAlert(ctx, { id }))
    expect((await w.asMember(listAlerts)).map(({ name }) => name)).toEqual(["Visits"])
    await bring(20, processOf("more", { title: "More visits", ...open }))
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into preferences (lio_id, person_id, stopped, changed_at) values (${ctx.lio.id}, ${w.member.id}, '{digest}', now())
      on conflict (lio_id, person_id) do update set stopped = '{digest}'`),
    )
    expect((await digestOf(24)).has("member@ribble.example")).toBe(false)
  })

  it("tells nobody twice, also where others hear less often", async () => {
    const rhythm = (personId: string, digest: string) =>
      w.system((ctx) =>
        ctx.tx.execute(sql`
          insert into preferences (lio_id, person_id, digest, changed_at) values (${ctx.lio.id}, ${personId}, ${digest}, now())
          on conflict (lio_id, person_id) do update set digest = ${digest}, stopped = '{}'`),
      )
    await rhythm(w.outsider.id, "daily")
    await w.asOutsider((ctx) => saveAlert(ctx, { name: "Daily", query: "q=lunch" }))
    await w.asLead((ctx) => saveAlert(ctx, { name: "Weekly", query: "q=lunch" }))
    await bring(25.2, processOf("lunch", { title: "Lunch club", ...open }))
    const daily = (n: number) => digestOf(n, ["daily"])
    expect((await daily(26)).get("outsider@ribble.example")).toContain("Lunch club")
    await bring(30, processOf("lunch-two", { title: "Another lunch club", ...open }))
    const both = await digestOf(30.5)
    expect(both.get("lead@ribble.example")).toMatch(/opportunities\/.*opportunities\//s)
    const again = both.get("outsider@ribble.example") ?? ""
    expect(again).toContain("Another lunch club")
    expect(again.replaceAll("Another lunch club", "")).not.toContain("Lunch club")
  })

  it("can be read, is one however often it is saved, and one of few", async () => {
    const save = (query: string) => w.asOutsider((ctx) => saveAlert(ctx, { name: "Mine", query }))
    await expect(save("kind=1234")).rejects.toThrow("we can’t read “1234”")
    await expect(save("upto=lots")).rejects.toThrow("Enter a sum in pounds")
    await save("kind=45&kind=85")
    await save("kind=45&kind=85&show=all")
    expect((await w.asOutsider(listAlerts)).filter(({ name }) => name === "Mine")).toHaveLength(1)
    for (let n = 2; n < MOST_ALERTS; n++) await save(`q=${n}`)
    await expect(save("q=more")).rejects.toThrow("Remove one first")
    expect(searchQuery({ show: "all", q: "tea", page: "4" })).toBe("q=tea")
  })

  it("is for people who may see opportunities", async () => {
    const save = (ctx: Ctx) => saveAlert(ctx, { name: "Mine", query: "" })
    await expect(w.asPublic(save)).rejects.toThrow(NotAllowed)
    await expect(w.system(save)).rejects.toThrow(NotAllowed)
    await w.asViewer(save)
    expect((await w.asViewer(listAlerts)).map(({ words }) => words)).toEqual([[]])
  })
})
