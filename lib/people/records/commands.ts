import "server-only"
import { eq } from "drizzle-orm"
import { people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import type { PersonFields } from "../input"

/** Keeps a new person and writes it to the log. Who may, and that nobody has the address, is settled before. */
export async function writePerson(ctx: Ctx, fields: PersonFields): Promise<{ id: string; name: string }> {
  const [made] = await ctx.tx
    .insert(people)
    .values({ ...fields, lioId: ctx.lio.id, createdAt: ctx.now })
    .returning({ id: people.id, name: people.name })
  const person = found(made)
  await record(ctx, {
    what: "person.added",
    subject: ["person", person.id],
    summary: say("Added {person}", { person: person.name }),
    to: fields,
  })
  return person
}

/** Keeps since when somebody has left; null: they are here. Who may is settled before, and whoever calls writes it to the log. */
export async function writeLeft(ctx: Ctx, id: string, leftAt: Date | null) {
  await ctx.tx.update(people).set({ leftAt }).where(eq(people.id, id))
}
