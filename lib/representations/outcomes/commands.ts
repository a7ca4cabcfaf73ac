import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { consultations, loopLetters, representations } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { byReader, type Reader } from "../../consultations/invitations/letters"
import { listSpokespeople } from "../../consultations/invitations/queries"
import { type Letter, postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { openRepresentation } from "../commands"
import type { CloseRepresentation, Reopen } from "../input"
import { mayRepresent } from "../policy"
import { answerWarnings } from "../publishing/commands"
import { readAsked, warningsOf } from "../publishing/queries"
import { versionPath } from "../versions/citing/words"
import { listContributors, listOutcomesFor, type Outcome, previewOutcome, wordsIn } from "./queries"

type Group = { id: string; name: string }

/** One letter a reader about all groups that it is for: what was said to an ask is the same for each. */
function letterOf(reader: Pick<Reader, "to" | "basis" | "url">, outcomes: Outcome[]): Letter[] {
  const [first] = outcomes
  if (!first) return []
  return [
    {
      letter: "representation-outcome",
      stream: "outcomes",
      to: reader.to,
      basis: reader.basis,
      props: {
        title: first.title,
        body: first.body,
        consultation: first.consultation,
        outcome: first.outcome ?? "",
        groups: outcomes.map((one) => ({
          name: one.group,
          counted: one.responseId !== null,
          said: wordsIn(one),
        })),
        asks: first.asks.map(({ text, reply, replyText, outcome }) => ({ text, reply, replyText, outcome })),
        url: reader.url,
      },
    },
  ]
}

/** The consultation said the same already: whoever heard it there is not written to again. */
async function wasToldByConsultation(ctx: Ctx, consultationId: string | null, outcome: string) {
  if (!consultationId) return false
  const [row] = await ctx.tx
    .select({ outcome: consultations.outcome })
    .from(consultations)
    .where(and(eq(consultations.id, consultationId), isNotNull(consultations.finishedAt)))
  return row?.outcome?.trim() === outcome.trim()
}

/** Notes for each group that it was told, and to how many people a letter goes; returns the groups nobody could be written to. */
async function tellGroups(ctx: Ctx, representation: Representation, groups: Group[], write: boolean) {
  const spokespeople = await listSpokespeople(
    ctx,
    groups.map(({ id }) => id),
    "outcomes",
  )
  const told = groups.map(({ id }) => ({
    lioId: ctx.lio.id,
    representationId: representation.id,
    groupId: id,
    toldAt: ctx.now,
    letters: spokespeople.filter(({ groupId }) => groupId === id).length,
  }))
  if (told.length > 0)
    await ctx.tx
      .insert(loopLetters)
      .values(told)
      .onConflictDoUpdate({
        target: [loopLetters.lioId, loopLetters.representationId, loopLetters.groupId],
        set: { toldAt: ctx.now, letters: sql`excluded.letters` },
      })
  const unreached = groups.filter(({ id }) => !spokespeople.some(({ groupId }) => groupId === id))
  if (!write) return unreached
  const outcomes = new Map((await listOutcomesFor(ctx, representation.id)).map((one) => [one.groupId, one]))
  const letters = byReader(ctx, spokespeople, await readLinked(ctx, representation)).flatMap((reader) =>
    letterOf(
      { ...reader, url: pageFor(ctx, representation, reader) },
      reader.groupIds.flatMap((id) => outcomes.get(id) ?? []),
    ),
  )
  await postAll(ctx, letters)
  return unreached
}

type Representation = typeof representations.$inferSelect

/** The consultation to which links lead. */
async function readLinked(ctx: Ctx, { consultationId }: Representation) {
  const [row] = consultationId
    ? await ctx.tx
        .select({ id: consultations.id, closesAt: consultations.closesAt })
        .from(consultations)
        .where(eq(consultations.id, consultationId))
    : []
  return row ?? { id: "", closesAt: null }
}

/** A page that the reader can open: those who speak sign in; others have their link, or the paper that anybody may read. */
function pageFor(ctx: Ctx, { id, consultationId, sentVersion }: Representation, { basis, url }: Reader) {
  if (basis) return `/${ctx.lio.slug}/outcomes`
  return consultationId ? url : versionPath(ctx.lio.slug, id, sentVersion ?? 1)
}

/**
 * Ends a representation with what came of it, and tells every group that spoke. It cannot end without an outcome and a
 * word on each ask, nor over a warning that nobody has answered.
 */
export async function closeRepresentation(ctx: Ctx, input: CloseRepresentation) {
  const representation = await openRepresentation(ctx, input.id)
  const { consultationId, title, bodyId } = representation
  if (!representation.sentOn)
    throw new RuleBroken(say("It has not been sent yet, so nothing can have come of it."))
  const [open] = await ctx.tx.execute<{ asks: number }>(
    sql`select count(*)::int as asks from asks where representation_id = ${input.id} and reply is null`,
  )
  if ((open?.asks ?? 0) > 0) {
    throw new RuleBroken(
      say("Some asks have no reply yet. Enter it, or say that there was none, before you close."),
    )
  }
  const although = answerWarnings(warningsOf(ctx, await readAsked(ctx, consultationId)), input.despite)
  const [closed] = await ctx.tx
    .update(representations)
    .set({ outcome: input.outcome, closedAt: ctx.now })
    .where(and(eq(representations.id, input.id), isNull(representations.closedAt)))
    .returning({ id: representations.id })
  found(closed)
  const groups = await listContributors(ctx, input.id)
  const again = await wasToldByConsultation(ctx, consultationId, input.outcome)
  const unreached = await tellGroups(ctx, { ...representation, outcome: input.outcome }, groups, !again)
  await record(ctx, {
    what: "representation.closed",
    subject: ["representation", input.id],
    groupIds: [...new Set([bodyId, ...groups.map((group) => group.id)])],
    summary: say("What came of “{title}”: {outcome}", { title, outcome: input.outcome }) + although,
  })
  return {
    id: input.id,
    told: groups.length - unreached.length,
    unreached: unreached.map(({ name }) => name),
  }
}

/** Opens a closed representation again: something else came of it. Closing it again tells the groups. */
export async function reopenRepresentation(ctx: Ctx, { id, reason }: Reopen) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can do this."))
  const [opened] = await ctx.tx
    .update(representations)
    .set({ closedAt: null })
    .where(and(eq(representations.id, id), isNotNull(representations.closedAt)))
    .returning({ title: representations.title, bodyId: representations.bodyId })
  if (!opened) throw new RuleBroken(say("This representation is open."))
  await record(ctx, {
    what: "representation.reopened",
    subject: ["representation", id],
    groupIds: [opened.bodyId],
    summary: say("Opened “{opened}” again: {reason}", { opened: opened.title, reason }),
  })
  return { id }
}

/** An email to oneself with what a group would get, before anybody else does. What was typed is kept. */
async function tryOutcomeLetter(ctx: Ctx, input: CloseRepresentation) {
  const representation = await openRepresentation(ctx, input.id)
  const me = found(personOf(ctx.actor))
  const [group] = await listContributors(ctx, input.id)
  if (!group) throw new RuleBroken(say("No group has spoken here, so nobody gets an email."))
  await ctx.tx.update(representations).set({ outcome: input.outcome }).where(eq(representations.id, input.id))
  const outcome = await previewOutcome(ctx, representation.id, group.id)
  const reader = { to: { personId: me.personId }, basis: undefined, url: `/${ctx.lio.slug}/outcomes` }
  const letters = letterOf(reader, [{ ...outcome, outcome: input.outcome }])
  await postAll(
    ctx,
    letters.map((one): Letter => ({ ...one, stream: "service", basis: undefined })),
  )
  return { id: input.id, email: me.email, group: group.name }
}

/** Ends it and tells the groups, or first sends oneself what they would get. */
export async function closeOrTry(ctx: Ctx, input: CloseRepresentation) {
  if (input.button === "try") return { id: input.id, tried: await tryOutcomeLetter(ctx, input), done: null }
  return { id: input.id, tried: null, done: await closeRepresentation(ctx, input) }
}
