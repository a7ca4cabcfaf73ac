import "server-only"
import { sql } from "drizzle-orm"
import type { LetterRef, Part } from "@/db/schema/email"
import { subject } from "@/emails/digest"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { readLink, signLink } from "../../access/links"
import { NotFound } from "../../errors"
import { sayCount } from "../../words"
import type { Frozen } from "../providers/provider"
import { type Claim, type InHand, skip } from "./commands"
import { CIRCUMSTANCES, NOT_KNOWN, notNow, WAITING, WAITS_MINUTES } from "./reasons"

const rows = (list: object[]) => sql`${JSON.stringify(list)}::jsonb`

/** A letter of ours, and the one of another LIO that it goes with. */
type Pair = { id: string; head: string; to: string }
type Taken = { id: string; head: string; personId: string; part: Part }

/** Each LIO by itself, through its own door; one that is gone has nothing to say. */
async function inLio<T>(lio: string, now: Date, work: (ctx: Ctx) => Promise<T[]>): Promise<T[]> {
  try {
    return await asSystem(lio, work, { now })
  } catch (error) {
    if (error instanceof NotFound) return []
    throw error
  }
}

/**
 * What one LIO says in letters of others. Before the first try it is looked whether the person still gets it, at the same
 * address; what is left then stays in the letter at every later try, so that each try says the same.
 */
async function takeParts(ctx: Ctx, pairs: Pair[], first: boolean): Promise<Taken[]> {
  if (first) {
    const found = await ctx.tx.execute<{ id: string; reason: string | null; moved: boolean }>(sql`
      with mine as (
        select l.*, q."to" as "headTo" from jsonb_to_recordset(${rows(pairs)}) as q(id uuid, head text, "to" text)
        join letters l on l.id = q.id and l.goes_with ->> 'id' = q.head and ${WAITING} for update of l)
      select l.id, ${notNow(ctx)} as reason, p.email is distinct from l."headTo" as moved from mine l ${CIRCUMSTANCES}`)
    await skip(ctx, [...found])
    const alone = [...found].filter(({ reason, moved }) => reason === null && moved)
    await ctx.tx.execute(sql`
      update letters l set goes_with = null, next_try_at = null
      from jsonb_to_recordset(${rows(alone)}) as q(id uuid) where l.id = q.id`)
  }
  return [
    ...(await ctx.tx.execute<Taken>(sql`
      update letters l set next_try_at = ${ctx.now.toISOString()}::timestamptz + make_interval(mins => ${WAITS_MINUTES})
      from jsonb_to_recordset(${rows(pairs)}) as q(id uuid, head text)
      where l.id = q.id and l.goes_with ->> 'id' = q.head and l.skipped is null
      returning l.id, q.head, l.person_id as "personId", l.part`)),
  ]
}

/** The address that stops the letter for all whose words are in it. */
function stopAddress(address: string | null, others: { lio: string; person: string }[]) {
  const at = address?.lastIndexOf("/") ?? -1
  const link = address && readLink(address.slice(at + 1), "unsubscribe", 0)
  return link ? `${address.slice(0, at + 1)}${signLink({ ...link, also: others })}` : address
}

function joined(letter: InHand, part: Part, others: (Taken & { lio: string })[]): Frozen {
  const insert = (kind: "html" | "text") => {
    const at = part.at[kind]
    return (
      letter[kind].slice(0, at) +
      others.map((one) => one.part.said?.[kind] ?? "").join("") +
      letter[kind].slice(at)
    )
  }
  const count = others.reduce((sum, one) => sum + one.part.count, part.count)
  const people = others.map(({ lio, personId }) => ({ lio, person: personId }))
  return {
    ...letter,
    html: insert("html"),
    text: insert("text"),
    subject: subject({
      lead: { subject: part.subject },
      rest: sayCount(count - 1, { one: "{count} more thing", other: "{count} more things" }),
    }),
    envelope: { ...letter.envelope, unsubscribe: stopAddress(letter.envelope.unsubscribe, people) },
  }
}

/** The letters of a claim as they leave the house: what other LIOs have to say to the same person stands in them. */
export async function putTogether({ letters, first }: Claim, now: Date): Promise<Frozen[]> {
  const pairs = letters.flatMap(({ id, carries, toEmail }) =>
    (carries ?? []).map((ref) => ({
      lio: ref.lio,
      pair: { id: ref.id, head: id, to: toEmail },
    })),
  )
  const taken: (Taken & { lio: string })[] = []
  for (const [other, theirs] of Map.groupBy(pairs, (one) => one.lio)) {
    const pairs = theirs.map(({ pair }) => pair)
    const parts = await inLio(other, now, (ctx) => takeParts(ctx, pairs, first))
    taken.push(...parts.map((part) => ({ ...part, lio: other })))
  }
  const byHead = Map.groupBy(taken, ({ head }) => head)
  return letters.map((letter) => {
    const places = (letter.carries ?? []).map(({ id }) => id)
    const others = (byHead.get(letter.id) ?? []).toSorted(
      (a, b) => places.indexOf(a.id) - places.indexOf(b.id),
    )
    return letter.part && others.length > 0 ? joined(letter, letter.part, others) : letter
  })
}

type Fate = {
  id: string
  sentAt: string | null
  uncertainAt: string | null
  /** It will never go. */
  over: boolean
}

/**
 * Does with the letters of one LIO that go out in those of others as these fared: sent, uncertain, or still to wait. Where
 * the other will never go, ours goes by itself. `ids`: these, now; else all that have waited long enough.
 */
export async function followHeads(lio: string, now: Date, ids?: string[]): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`
  const whose = ids ? sql`l.id = any (${sql.param(ids)}::uuid[])` : sql`l.next_try_at <= ${at}`
  const going = await inLio(lio, now, async (ctx) => [
    ...(await ctx.tx.execute<{ id: string; head: LetterRef }>(sql`
      select l.id, l.goes_with as head from letters l where l.goes_with is not null and ${WAITING} and ${whose}`)),
  ])
  for (const [other, mine] of Map.groupBy(going, ({ head }) => head.lio)) {
    const heads = mine.map(({ head }) => head.id)
    const fates = await inLio(other, now, async (ctx) => [
      ...(await ctx.tx.execute<Fate>(sql`
        select l.id, l.sent_at as "sentAt", l.uncertain_at as "uncertainAt", (l.failed_at is not null or l.skipped is not null) as over
        from letters l where l.id = any (${sql.param(heads)}::uuid[])`)),
    ])
    const fateOf = new Map(fates.map((fate) => [fate.id, fate]))
    const told = mine.map(({ id, head }) => ({ over: true, ...fateOf.get(head.id), id }))
    await inLio(lio, now, async (ctx) => {
      await ctx.tx.execute(sql`
        update letters l set sent_at = q."sentAt", uncertain_at = q."uncertainAt",
          last_error = case when q."uncertainAt" is not null then ${NOT_KNOWN} end,
          goes_with = case when q.over then null else l.goes_with end,
          next_try_at = case when not q.over then ${at} + make_interval(mins => ${WAITS_MINUTES}) end
        from jsonb_to_recordset(${rows(told)}) as q(id uuid, "sentAt" timestamptz, "uncertainAt" timestamptz, over boolean)
        where l.id = q.id and ${WAITING}`)
      return []
    })
  }
}

/** Tells the LIOs whose letters went out in these how they fared. */
export async function tellFellows(letters: InHand[], settled: string[], now: Date): Promise<void> {
  const refs = letters.filter(({ id }) => settled.includes(id)).flatMap(({ carries }) => carries ?? [])
  for (const [lio, theirs] of Map.groupBy(refs, (ref) => ref.lio)) {
    await followHeads(
      lio,
      now,
      theirs.map(({ id }) => id),
    )
  }
}
