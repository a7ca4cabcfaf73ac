import "server-only"
import { eq } from "drizzle-orm"
import { importMappings } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import type { Meanings } from "../columns/context"
import type { Mapping } from "../columns/fields"
import { headersKey } from "../columns/headers"
import { mayImport } from "../policy"
import { rememberedFor } from "./queries"

/** Keeps how columns were matched, for the next list with the same headers. */
export async function rememberMapping(
  ctx: Ctx,
  of: { name: string; headers: string[]; mapping: Mapping; meanings: Meanings },
) {
  const values = { name: of.name, mapping: of.mapping, meanings: of.meanings, usedAt: ctx.now }
  const remembered = await rememberedFor(ctx, of.headers)
  if (remembered) await ctx.tx.update(importMappings).set(values).where(eq(importMappings.id, remembered.id))
  else
    await ctx.tx
      .insert(importMappings)
      .values({ ...values, lioId: ctx.lio.id, headersKey: headersKey(of.headers) })
}

/** Forgets how columns with these headers were matched. */
export async function forgetMapping(ctx: Ctx, headers: string[]) {
  ensure(mayImport(ctx.actor), say("Only workers and managers can bring lists in."))
  await ctx.tx.delete(importMappings).where(eq(importMappings.headersKey, headersKey(headers)))
}
