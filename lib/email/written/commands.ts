import "server-only"
import { sql } from "drizzle-orm"
import type { Basis, LetterRef, Part } from "@/db/schema/email"
import type { Ctx } from "../../access/ctx"
import { enqueue } from "../../jobs/commands"

/** A digest that is written already, to one person. */
export type WrittenLetter = {
  id: string
  person: string
  email: string | null
  name: string
  subject: string
  html: string
  text: string
  envelope: object
  basis: Basis
  /** What of it may go out in the letter of another LIO. */
  part: Part | null
  /** The letters of other LIOs that go out in it. */
  carries?: LetterRef[]
  /** The letter in which it goes out, until `nextTry`. */
  goesWith?: LetterRef
  nextTry?: Date
}

/** Puts digests into the outbox as they are written: frozen at once. However many they are, it is one statement. */
export async function keepWritten(ctx: Ctx, letters: WrittenLetter[]) {
  if (letters.length === 0) return
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  await ctx.tx.execute(sql`
    insert into letters (lio_id, id, letter, stream, person_id, to_email, to_name, subject, html, text, envelope, basis,
      part, carries, goes_with, next_try_at, created_at, frozen_at)
    select ${ctx.lio.id}, r.id, 'digest', 'digest', r.person, r.email, r.name, r.subject, r.html, r.text, r.envelope, r.basis,
      r.part, r.carries, r."goesWith", r."nextTry", ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as r(id uuid, person uuid, email text, name text,
      subject text, html text, text text, envelope jsonb, basis jsonb, part jsonb, carries jsonb, "goesWith" jsonb, "nextTry" timestamptz)`)
  await enqueue(ctx, "send-letters", {}, { key: `send-letters:${ctx.lio.id}` })
}
