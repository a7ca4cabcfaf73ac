import "server-only"
import { sql } from "drizzle-orm"
import { customFields } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { listFields } from "../../fields/queries"
import { record } from "../../journal/commands"
import type { Mapping } from "../columns/fields"
import { NOTES, notesAmong } from "./queries"

/** Makes the question “Notes”, which only staff see, when a list has notes and the LIO nowhere to keep them. */
export async function keepNotesQuestion(ctx: Ctx, mapping: Mapping) {
  if (!Object.values(mapping).includes("notes") || notesAmong(await listFields(ctx))) return
  const [made] = await ctx.tx
    .insert(customFields)
    .values({
      ...{
        lioId: ctx.lio.id,
        label: NOTES,
        kind: "long" as const,
        options: [],
        forGroups: "nothing" as const,
      },
      position: sql`(select coalesce(max(position), 0) + 1 from custom_fields)`,
      createdAt: ctx.now,
    })
    .returning({ id: customFields.id })
  await record(ctx, {
    what: "field.added",
    subject: ["field", made?.id ?? null],
    summary: `Added the question “${NOTES}” for a list that has notes`,
  })
}
