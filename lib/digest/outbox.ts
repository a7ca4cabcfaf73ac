import "server-only"
import { sql } from "drizzle-orm"
import type { LetterRef, Part } from "@/db/schema/email"
import type { Ctx } from "../access/ctx"
import { keepWritten, type WrittenLetter } from "../email/written/commands"
import type { Contents } from "./contents"
import type { Due, Prepared } from "./preparing"
import { partOf } from "./writing"

/** One person's digest before it is kept; without contents there was nothing new. */
export type Made = Due & {
  /** The id its letter will have. */
  id: string
  contents: Contents | null
  /** The letters of other LIOs that go out in it. */
  carries?: LetterRef[]
  /** The letter of another LIO in which it goes out until `until`, and what it says there. */
  goesWith?: { head: LetterRef; said: Contents; until: Date }
}

type Writing = Pick<Prepared, "write" | "sender">

async function letterOf(
  { id, reader, contents, carries, goesWith }: Made,
  { write, sender }: Writing,
): Promise<WrittenLetter | null> {
  if (!contents) return null
  const to = { personId: reader.id, toName: reader.name }
  const { at, ...written } = write(contents, to)
  const part: Part | null =
    carries || goesWith
      ? {
          ...{ at, subject: contents.lead.subject, count: contents.count },
          said: goesWith ? await partOf(sender, goesWith.said, to) : null,
        }
      : null
  return {
    ...{ id, person: reader.id, email: reader.email, name: reader.name, basis: contents.basis, ...written },
    ...{ part, carries, goesWith: goesWith?.head, nextTry: goesWith?.until },
  }
}

/**
 * Keeps a few people's digests, frozen: whoever has one for the period already (another run was quicker) is left out;
 * with `again`, one in which there was nothing new does not count. Returns the ids of the letters, and how many were
 * left out or had nothing new.
 */
export async function putInOutbox(ctx: Ctx, made: Made[], writing: Writing, again = false) {
  const rows = made.map(({ reader, period, contents }) => ({
    person: reader.id,
    period,
    skipped: contents ? null : "nothing_new",
  }))
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const ours = await ctx.tx.execute<{ person: string }>(sql`
    insert into digests as d (lio_id, person_id, period, made_at, skipped)
    select ${ctx.lio.id}, r.person, r.period, ${now}, r.skipped
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person uuid, period text, skipped text)
    on conflict (lio_id, person_id, period) do update set made_at = excluded.made_at, skipped = excluded.skipped, letter_id = null
      where (${again} and d.skipped = 'nothing_new') or exists (select from letters l where l.id = d.letter_id and l.skipped = 'left')
    returning person_id as person`)
  const mine = new Set([...ours].map(({ person }) => person))
  const chosen = made.filter(({ reader }) => mine.has(reader.id))
  const letters = (await Promise.all(chosen.map((one) => letterOf(one, writing)))).filter(
    (one) => one !== null,
  )
  await keepWritten(ctx, letters)
  const links = chosen.flatMap(({ id, contents, reader, period }) =>
    contents ? [{ id, person: reader.id, period }] : [],
  )
  await ctx.tx.execute(sql`
    update digests d set letter_id = r.id from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(id uuid, person uuid, period text)
    where d.person_id = r.person and d.period = r.period`)
  return {
    letters: new Set(letters.map(({ id }) => id)),
    quicker: made.length - chosen.length,
    empty: chosen.length - letters.length,
  }
}
