import "server-only"
import { asc, sql } from "drizzle-orm"
import { areas, groupAreas } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
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
