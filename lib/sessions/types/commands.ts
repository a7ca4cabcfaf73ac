import "server-only"
import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { sessionKindsLeftOut, sessionTypes } from "@/db/schema"
import { keys, SESSION_KINDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { checkSeen } from "../../seen"
import { inWords, say } from "../../words"
import { FUNCTION_OF } from "../input"
import { mayRecordSessions } from "../policy"
import type { AddSessionType, ChangeSessionType, OfferKinds } from "./input"
import { listKindsOffered } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can change the kinds of work."))

/** One at a time: two people who add or bring back the same name do not make two of it, and one kind is always left. */
const lock = (ctx: Ctx) =>
  ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`session types ${ctx.lio.id}`}, 0))`)

async function ensureNew(ctx: Ctx, name: string, exceptId?: string) {
  const usual = keys(SESSION_KINDS).some((kind) => SESSION_KINDS[kind].toLowerCase() === name.toLowerCase())
  if (usual) throw new RuleBroken(say("“{name}” is one of the usual kinds already.", { name }), "name")
  const [twin] = await ctx.tx
    .select({ name: sessionTypes.name, retiredAt: sessionTypes.retiredAt })
    .from(sessionTypes)
    .where(
      and(
        sql`lower(${sessionTypes.name}) = lower(${name})`,
        exceptId ? ne(sessionTypes.id, exceptId) : undefined,
      ),
    )
  if (!twin) return
  throw new RuleBroken(
    twin.retiredAt
      ? say("You had “{name}” before. Offer it again instead.", { name: twin.name })
      : say("You have “{name}” already.", { name: twin.name }),
    "name",
  )
}

/** Adds a kind of work of the LIO's own. */
export async function addSessionType(ctx: Ctx, input: AddSessionType): Promise<{ id: string; name: string }> {
  guard(ctx)
  await lock(ctx)
  await ensureNew(ctx, input.name)
  const [made] = await ctx.tx
    .insert(sessionTypes)
    .values({ ...input, lioId: ctx.lio.id, createdAt: ctx.now })
    .returning({ id: sessionTypes.id, name: sessionTypes.name })
  const type = found(made)
  await record(ctx, {
    what: "session_type.added",
    subject: ["session_type", type.id],
    summary: say("Added the kind of work “{name}”", { name: type.name }),
    to: input,
  })
  return type
}

async function locked(ctx: Ctx, id: string) {
  await lock(ctx)
  const [row] = await ctx.tx.select().from(sessionTypes).where(eq(sessionTypes.id, id))
  return found(row)
}

/** Calls a kind of work something else, on every session that has it; what it counts for holds for sessions from now on. */
export async function changeSessionType(ctx: Ctx, { id, seen, ...said }: ChangeSessionType) {
  guard(ctx)
  const before = await locked(ctx, id)
  const was = { name: before.name, function: before.function }
  checkSeen(seen, was, said)
  await ensureNew(ctx, said.name, id)
  await ctx.tx.update(sessionTypes).set(said).where(eq(sessionTypes.id, id))
  await record(ctx, {
    what: "session_type.changed",
    subject: ["session_type", id],
    summary: say("Changed the kind of work “{name}”", { name: said.name }),
    from: was,
    to: said,
  })
  return { id, name: said.name }
}

async function setRetired(ctx: Ctx, id: string, retired: boolean) {
  guard(ctx)
  const { name, retiredAt } = await locked(ctx, id)
  if ((retiredAt !== null) === retired) return { id, name }
  if (retired) await ensureOneLeft(ctx, { without: id })
  await ctx.tx
    .update(sessionTypes)
    .set({ retiredAt: retired ? ctx.now : null })
    .where(eq(sessionTypes.id, id))
  await record(ctx, {
    what: retired ? "session_type.retired" : "session_type.offered",
    subject: ["session_type", id],
    summary: retired
      ? say("Stopped offering the kind of work “{name}”", { name })
      : say("Offered the kind of work “{name}” again", { name }),
  })
  return { id, name }
}

/** Offers a kind of work no more. Sessions that have it keep it. */
export const retireSessionType = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, true)
/** Offers a retired one again. */
export const offerSessionType = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, false)

async function ensureOneLeft(ctx: Ctx, { kinds, without }: { kinds?: readonly string[]; without?: string }) {
  const usual = kinds ?? (await listKindsOffered(ctx))
  const own = await ctx.tx.$count(
    sessionTypes,
    and(isNull(sessionTypes.retiredAt), without ? ne(sessionTypes.id, without) : undefined),
  )
  if (usual.length + own === 0)
    throw new RuleBroken(say("Leave at least one kind of work to choose from."), kinds ? "kinds" : undefined)
}

/** Says which of the usual kinds are offered. Sessions that have another keep it. */
export async function offerKinds(ctx: Ctx, { kinds }: OfferKinds) {
  guard(ctx)
  await lock(ctx)
  await ensureOneLeft(ctx, { kinds })
  const before = await listKindsOffered(ctx)
  const left = keys(SESSION_KINDS).filter((kind) => !kinds.includes(kind))
  await ctx.tx.delete(sessionKindsLeftOut)
  if (left.length > 0)
    await ctx.tx.insert(sessionKindsLeftOut).values(left.map((kind) => ({ lioId: ctx.lio.id, kind })))
  await record(ctx, {
    what: "session_type.usual",
    subject: ["session_type", null],
    summary:
      kinds.length > 0
        ? say("Usual kinds of work on offer: {kinds}", {
            kinds: inWords(kinds.map((kind) => SESSION_KINDS[kind].toLowerCase())),
          })
        : say("None of the usual kinds of work are on offer"),
    from: { kinds: before },
    to: { kinds },
  })
}

/** What was chosen as the kind of work, for a session: the usual kind, the LIO's own if it is one, and what it counts for. */
export async function settleKind(ctx: Ctx, chosen: string) {
  const usual = keys(SESSION_KINDS).find((kind) => kind === chosen)
  if (usual) return { kind: usual, typeId: null, type: null, counts: FUNCTION_OF[usual] }
  const [own] = await ctx.tx.select().from(sessionTypes).where(eq(sessionTypes.id, chosen))
  if (!own) throw new RuleBroken(say("Choose what kind of work it was"), "kind")
  return { kind: own.kind, typeId: own.id, type: own.name, counts: own.function }
}
