import "server-only"
import { asc, sql } from "drizzle-orm"
import { areas, groupAreas } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { NationLetter } from "../../bank-holidays"
import { ensure } from "../../errors"
import { nationOfPostcode } from "../../places/words"
import { say } from "../../words"
import { mayRunLio } from "../policy"

/** Where the LIO works, districts first. Public. */
export async function listServed(ctx: Ctx) {
  return ctx.tx
    .select({ id: areas.id, kind: areas.kind, code: areas.code, name: areas.name })
    .from(areas)
    .orderBy(asc(areas.kind), asc(areas.name))
}

/** The same, each with how many groups name it. */
export async function listAreasInUse(ctx: Ctx) {
  ensure(mayRunLio(ctx.actor), say("Only a manager can change where you work."))
  return ctx.tx
    .select({
      id: areas.id,
      kind: areas.kind,
      name: areas.name,
      groups: sql<number>`(select count(*)::int from ${groupAreas} where ${groupAreas.areaId} = ${areas.id})`,
    })
    .from(areas)
    .orderBy(asc(areas.kind), asc(areas.name))
}

const IN_ADDRESS = /\b([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}\b/i

/** The nation that the LIO works in: where most of its areas are, else that of its address; England where neither tells. */
export async function getNation(ctx: Ctx): Promise<NationLetter> {
  const [row] = await ctx.tx.execute<{ nation: NationLetter | null; address: string | null }>(sql`
    select (select left(a.code, 1) from areas a where left(a.code, 1) in ('E', 'W', 'S', 'N')
      group by 1 order by count(*) desc, 1 limit 1) as nation, l.address from lios l where l.id = ${ctx.lio.id}`)
  const postcode = IN_ADDRESS.exec(row?.address ?? "")?.[1]?.toUpperCase()
  return row?.nation ?? (postcode ? nationOfPostcode(postcode) : null) ?? "E"
}
