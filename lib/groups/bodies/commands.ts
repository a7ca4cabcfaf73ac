import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { groups } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { addGroup } from "../commands"
import { nameKey } from "../names"

type Named = { bodyId: string | null; newBody?: string | null }

async function chosenBody(ctx: Ctx, bodyId: string) {
  const [body] = await ctx.tx
    .select({ sector: groups.sector })
    .from(groups)
    .where(and(eq(groups.id, bodyId), isNull(groups.removedAt)))
  if (body?.sector !== "statutory")
    throw new RuleBroken(say("Choose a statutory body from the list"), "bodyId")
  return bodyId
}

/** The statutory body that a form names: chosen, or typed because the list lacks it, and then added. Null when neither. */
export async function settleBody(ctx: Ctx, { bodyId, newBody }: Named): Promise<string | null> {
  const chosen = bodyId ? await chosenBody(ctx, bodyId) : null
  if (!newBody) return chosen
  const [known] = await ctx.tx
    .select({ id: groups.id, name: groups.name, sector: groups.sector })
    .from(groups)
    .where(and(eq(groups.nameKey, nameKey(newBody)), isNull(groups.removedAt)))
  if (known && known.sector !== "statutory")
    throw new RuleBroken(
      say("{name} is on your list of groups, but not as a statutory body. Change its sector first.", {
        name: known.name,
      }),
      "newBody",
    )
  return known?.id ?? (await addGroup(ctx, { name: newBody, sector: "statutory", stage: "not_member" })).id
}
