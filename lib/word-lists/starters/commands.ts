import "server-only"
import { sql } from "drizzle-orm"
import { keys, TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { recordEach } from "../../journal/commands"
import { say } from "../../words"
import { lockLists } from "../commands"
import { mayKeepTerms } from "../policy"
import type { Starters } from "./input"
import { STARTERS } from "./words"

type Made = { id: string; list: keyof typeof TERM_LISTS; name: string }

/** Puts the chosen starter words on the lists; one that is there already, also as a retired word, stays as it is. */
export async function addStarters(ctx: Ctx, chosen: Starters): Promise<number> {
  ensure(mayKeepTerms(ctx.actor), say("Only staff who keep the groups can change the lists."))
  await lockLists(ctx)
  const words = keys(TERM_LISTS).flatMap((list) =>
    STARTERS[list]
      .filter(([name]) => chosen[list].includes(name))
      .map(([name, category]) => ({ list, name, category })),
  )
  const made = await ctx.tx.execute<Made>(sql`
    insert into terms (lio_id, list, name, category)
    select ${ctx.lio.id}::uuid, d.list, d.name, d.category
    from json_to_recordset(${JSON.stringify(words)}::json) as d(list text, name text, category text)
    where not exists (select from terms t where t.list = d.list and lower(t.name) = lower(d.name) and t.merged_into_id is null)
    returning id, list, name`)
  await recordEach(
    ctx,
    [...made].map(({ id, list, name }) => ({
      what: "term.added",
      subject: ["term", id],
      summary: say("Added “{name}” to {termLists}", { name, termLists: TERM_LISTS[list] }),
      to: { list, name },
    })),
  )
  return made.length
}
