import "server-only"
import { eq } from "drizzle-orm"
import { letters, people } from "@/db/schema"
import type { STREAMS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { enqueue } from "../jobs/commands"

/** A letter to one person: `letter` names the file in emails/, `props` is all it needs to be written. */
export type Letter = {
  letter: string
  /** `service` cannot be stopped; the others can, one by one. */
  stream: "service" | keyof typeof STREAMS
  to: { personId: string } | { email: string; name?: string }
  props: Record<string, unknown>
}

/** Puts a letter into the outbox in the transaction of the fact it tells. Null when the person has no address. */
export async function post(ctx: Ctx, letter: Letter): Promise<string | null> {
  const to = letter.to
  const person =
    "personId" in to
      ? (await ctx.tx.select({ email: people.email, name: people.name }).from(people).where(eq(people.id, to.personId)))[0]
      : { email: to.email, name: to.name ?? null }
  if (!person?.email) return null
  const [row] = await ctx.tx
    .insert(letters)
    .values({
      lioId: ctx.lio.id,
      letter: letter.letter,
      stream: letter.stream,
      personId: "personId" in to ? to.personId : null,
      toEmail: person.email,
      toName: person.name,
      props: letter.props,
      createdAt: ctx.now,
    })
    .returning({ id: letters.id })
  await enqueue(ctx, "send-letters", {}, { key: `send-letters:${ctx.lio.id}` })
  return row?.id ?? null
}
