import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { jointPapers, lios, paperConsents, paperPartners } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { isManager } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { leaveForStaff, settleForStaff } from "../../tasks/commands"
import { whereIs } from "../../tasks/words"
import { say, shortened } from "../../words"
import { openRepresentation } from "../commands"
import type { AnswerPartner, AskPartner } from "./input"
import { mayJoin } from "./queries"

async function nameOf(ctx: Ctx, slug: string) {
  const [lio] = await ctx.tx.select({ name: lios.name }).from(lios).where(eq(lios.slug, slug))
  return found(lio).name
}

/** Asks another LIO of the installation to stand behind a paper: each version that is published is put to it. */
export async function askPartner(ctx: Ctx, { id, partner }: AskPartner) {
  const { title } = await openRepresentation(ctx, id)
  const [other] = await ctx.tx.execute<{ name: string }>(sql`
    select l.name from lios l where l.slug = ${partner} and ${mayJoin(ctx)}`)
  if (!other) throw new RuleBroken(say("Choose an organisation from the list"), "partner")
  const [asked] = await ctx.tx
    .insert(paperPartners)
    .values({
      ...{ lioId: ctx.lio.id, representationId: id, partner, askedAt: ctx.now },
      askedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .onConflictDoNothing()
    .returning({ partner: paperPartners.partner })
  if (!asked) throw new RuleBroken(say("You’ve already asked them."), "partner")
  await record(ctx, {
    what: "paper.partner_asked",
    subject: ["representation", id],
    summary: say("Asked {partner} to put its name to “{title}”", { partner: other.name, title }),
  })
  return { id, name: other.name }
}

/** Stops asking another LIO. Versions that it agreed to stay as they are. */
export async function dropPartner(ctx: Ctx, { id, partner }: AskPartner) {
  const { title } = await openRepresentation(ctx, id)
  const [gone] = await ctx.tx
    .delete(paperPartners)
    .where(and(eq(paperPartners.representationId, id), eq(paperPartners.partner, partner)))
    .returning({ partner: paperPartners.partner })
  found(gone)
  const name = await nameOf(ctx, partner)
  await record(ctx, {
    what: "paper.partner_dropped",
    subject: ["representation", id],
    summary: say("Stopped asking {partner} to put its name to “{title}”", { partner: name, title }),
  })
  return { id }
}

/** Agrees, for this LIO, to stand behind one published version of another’s paper, or doesn’t. It may think again. */
export async function answerPartner(ctx: Ctx, { leader, paperId, version, button }: AnswerPartner) {
  ensure(isManager(ctx.actor), say("Only a manager can agree for your organisation."))
  const [asked] = await ctx.tx
    .select({
      title: jointPapers.title,
      leaderName: lios.name,
      last: sql<number>`(select max(j.version) from joint_papers j where j.lio_id = ${lios}.id and j.representation_id = ${paperId} and j.partner = ${ctx.lio.slug})`,
    })
    .from(jointPapers)
    .innerJoin(lios, eq(lios.id, jointPapers.lioId))
    .where(
      and(
        eq(lios.slug, leader),
        eq(jointPapers.representationId, paperId),
        eq(jointPapers.version, version),
        eq(jointPapers.partner, ctx.lio.slug),
      ),
    )
  const { title, leaderName, last } = found(asked)
  const agrees = button === "agree"
  const answer = {
    agreedAt: agrees ? ctx.now : null,
    declinedAt: agrees ? null : ctx.now,
    answeredBy: personOf(ctx.actor)?.personId ?? null,
  }
  await ctx.tx
    .insert(paperConsents)
    .values({ lioId: ctx.lio.id, leader, paperId, version, ...answer })
    .onConflictDoUpdate({
      target: [paperConsents.lioId, paperConsents.leader, paperConsents.paperId, paperConsents.version],
      set: answer,
    })
  // An answer to an earlier version leaves the question about the later one open.
  if (version === last) await settleForStaff(ctx, whereToJoin(paperId))
  await record(ctx, {
    what: "paper.partner_answered",
    subject: ["lio", ctx.lio.id],
    summary: agrees
      ? say("Put our name to version {version} of “{title}” by {leader}", {
          version,
          title,
          leader: leaderName,
        })
      : say("Didn’t put our name to version {version} of “{title}” by {leader}", {
          version,
          title,
          leader: leaderName,
        }),
  })
  return { agrees, title }
}

/** How the task ends that staff find: where a manager answers. */
const whereToJoin = (paperId: string) => whereIs(`representations#join-${paperId}`)

type Waiting = { paperId: string; title: string; leader: string; left: boolean }

/**
 * Leaves staff a task for each paper of another LIO that this one is asked to put its name to, once a version and one at a
 * time; and ticks off those about papers that don't wait any more. Gives how many it left.
 */
export async function leaveAsked(ctx: Ctx): Promise<number> {
  const waiting = await ctx.tx.execute<Waiting>(sql`
    select j.representation_id as "paperId", j.title, l.name as leader, exists (select from tasks t
        where t.what like '%(/representations#join-' || j.representation_id || ')'
          and (t.created_at >= j.asked_at or (t.done_at is null and t.dropped_at is null))) as left
    from (select distinct on (p.lio_id, p.representation_id) p.* from joint_papers p where p.partner = ${ctx.lio.slug}
      order by p.lio_id, p.representation_id, p.version desc) j join lios l on l.id = j.lio_id
    where j.agreed_at is null and j.declined_at is null order by j.asked_at, j.representation_id`)
  const fresh = waiting.filter(({ left }) => !left)
  await leaveForStaff(
    ctx,
    fresh.map(({ paperId, title, leader }) => ({
      what: say("{leader} asks you to put your name to “{title}” {where}", {
        leader,
        title: shortened(title, 80),
        where: whereToJoin(paperId),
      }),
    })),
  )
  await settleGone(ctx, new Set(waiting.map(({ paperId }) => whereToJoin(paperId))))
  return fresh.length
}

async function settleGone(ctx: Ctx, waiting: ReadonlySet<string>) {
  const open = await ctx.tx.execute<{ where: string }>(sql`
    select distinct substring(t.what from '[(]/representations#join-[0-9a-f-]{36}[)]$') as "where" from tasks t
    where t.what ~ '[(]/representations#join-[0-9a-f-]{36}[)]$' and t.done_at is null and t.dropped_at is null`)
  await settleForStaff(
    ctx,
    open.map(({ where }) => where).filter((where) => !waiting.has(where)),
  )
}
