import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
const named = (title: string, date: string) => processOf("one", { title }, { date })
const titleAfter = async (...packages: unknown[][]) => {
  for (const releases of packages) await w.system((ctx) => readOpportunities(ctx, noticesOf(...releases)))
  const rows = await w.system(async (ctx) => {
    const found = await ctx.tx.execute<{ title: string; releases: number }>(sql`
      select o.title, (select count(*)::int from opportunity_releases) as releases from opportunities o`)
    await ctx.tx.execute(sql`delete from opportunities`)
    return [...found]
  })
  return rows
}

it("Of two releases that call themselves the same, the newer counts, and between equals always the same one", async () => {
  const [old, fresh] = [named("Old", "2026-01-01T00:00:00Z"), named("New", "2026-02-01T00:00:00Z")]
  for (const packages of [[[old], [fresh]], [[fresh], [old]], [[old, fresh]], [[fresh, old]]])
    expect(await titleAfter(...packages)).toEqual([{ title: "New", releases: 1 }])
  const twin = named("Twin", "2026-02-01T00:00:00Z")
  const first = await titleAfter([fresh], [twin])
  for (const packages of [[[twin], [fresh]], [[twin, fresh]], [[fresh, twin]]])
    expect(await titleAfter(...packages)).toEqual(first)
})

it("A buyer is the body on the list that has its number, whatever it is called", async () => {
  await w.system(async (ctx) => {
    await ctx.tx.execute(
      sql`insert into group_identifiers (lio_id, group_id, register, value) values (${ctx.lio.id}, ${w.council.id}, 'GB-COH', '01234567')`,
    )
    const party = (id: string) => ({
      buyer: { id: "b", name: "RBC Procurement" },
      parties: [{ id: "b", name: "RBC Procurement", roles: ["buyer"], identifier: { scheme: "GB-COH", id } }],
    })
    await readOpportunities(
      ctx,
      noticesOf(processOf("ours", {}, party("01234567")), processOf("theirs", {}, party("07654321"))),
    )
  })
  const rows = await w.system((ctx) =>
    ctx.tx.execute<{ ocid: string; buyer: string | null }>(
      sql`select ocid, buyer_id as buyer from opportunities order by ocid`,
    ),
  )
  expect(rows.map(({ buyer }) => buyer)).toEqual([w.council.id, null])
})
