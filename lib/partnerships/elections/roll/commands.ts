import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { electionRoll, rollAppeals } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import { type Ctx, personOf } from "../../../access/ctx"
import { isHeld } from "../../../access/may"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { leaveForStaff } from "../../../tasks/commands"
import { formatDate, say } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { personMeant } from "../../seats/meaning/commands"
import { holdElection } from "../holding/commands"
import { listVoters, sendBallots } from "../letters/commands"
import type { Election } from "../queries"
import { ensureTakes, listOwnPlaces, type Taker } from "../taking/queries"
import type { Appeal, DecideAppeal, Dispute, HandOver, SetVoter } from "./input"
import { electorate } from "./queries"

/**
 * Freezes the roll of an election, once: the groups as they stand on its day, and who votes for each, its main contact or the
 * lead who comes first. The election is held for this.
 */
export async function freezeRoll(ctx: Ctx, election: Election): Promise<boolean> {
  const [frozen] = await ctx.tx.execute(sql`
    update elections set roll_frozen_at = ${ctx.now.toISOString()}::timestamptz
    where id = ${election.id}::uuid and roll_frozen_at is null returning id`)
  if (!frozen) return false
  const [counted] = await readingAll(ctx, "the roll follows from memberships", () =>
    ctx.tx.execute<{ on: number; out: number }>(sql`
      with rows as (
        insert into election_roll (lio_id, election_id, group_id, left_out, voter_id, voter_email)
        select ${ctx.lio.id}::uuid, ${election.id}::uuid, e.group_id, e.left_out, v.id, case when v.id is null then lower(g.email) end
        from (${electorate({ today: election.rollOn }, election)}) e join groups g on g.id = e.group_id left join lateral (
          select p.id from people p where p.email is not null and p.left_at is null and (p.id = g.main_contact_id or exists (
            select from roles r where r.group_id = g.id and r.person_id = p.id and r.speaks = 'lead' and ${isHeld(ctx)}))
          order by p.id = g.main_contact_id desc, p.name, p.id limit 1) v on true
        returning left_out)
      select count(*) filter (where left_out is null)::int as on, count(left_out)::int as out from rows`),
  )
  await record(ctx, {
    what: "election.roll_frozen",
    subject: ["election", election.id],
    summary: say("The roll of “{title}” stands, as of {day}: {on} groups on it, {out} left out", {
      title: election.title,
      day: formatDate(election.rollOn),
      on: counted?.on ?? 0,
      out: counted?.out ?? 0,
    }),
  })
  return true
}

/** A group that was left out says why it should be on the roll, in words. */
export async function appeal(ctx: Ctx, taker: Taker, { rollId, words }: Appeal) {
  ensureTakes(ctx, taker)
  await readingAll(ctx, "the group’s own place on the roll", async () => {
    const election = await holdElection(ctx, taker.electionId)
    const place = found((await listOwnPlaces(ctx, taker)).find(({ id }) => id === rollId))
    if (!place.leftOut) throw new RuleBroken(say("{group} is on the roll.", { group: place.group }))
    if (election.state !== "nominating" && election.state !== "checking")
      throw new RuleBroken(say("Voting has opened, so the roll stays as it is."))
    if (place.appeals.some(({ decision }) => decision === null))
      throw new RuleBroken(say("We have your appeal, and will decide on it."), "words")
    await ctx.tx.insert(rollAppeals).values({
      ...{
        lioId: ctx.lio.id,
        rollId,
        groupId: place.groupId,
        words,
        madeBy: taker.personId,
        madeAt: ctx.now,
      },
    })
    await record(ctx, {
      what: "roll.appealed",
      subject: ["election", election.id],
      groupIds: [place.groupId],
      summary: say("{group} asked to be on the roll of “{title}”", {
        group: place.group,
        title: election.title,
      }),
    })
    await leaveForStaff(ctx, [
      {
        what: say("Decide on the appeal of {group} about the roll of “{title}”", {
          group: place.group,
          title: election.title,
        }),
        groupId: place.groupId,
        assigneeId: null,
      },
    ])
  })
}

/** Staff decide on an appeal, with a reason; both stay. A group that is put on the roll votes like any other. */
export async function decideAppeal(ctx: Ctx, { id, decision, reason }: DecideAppeal) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [row] = await ctx.tx
    .select({ rollId: rollAppeals.rollId, groupId: rollAppeals.groupId, electionId: electionRoll.electionId })
    .from(rollAppeals)
    .innerJoin(electionRoll, eq(electionRoll.id, rollAppeals.rollId))
    .where(eq(rollAppeals.id, id))
  const { rollId, groupId, electionId } = found(row)
  const election = await holdElection(ctx, electionId)
  if (election.state !== "nominating" && election.state !== "checking")
    throw new RuleBroken(say("Voting has opened, so the roll stays as it is."))
  const [decided] = await ctx.tx
    .update(rollAppeals)
    .set({ decision, reason, decidedAt: ctx.now, decidedBy: personOf(ctx.actor)?.personId ?? null })
    .where(and(eq(rollAppeals.id, id), isNull(rollAppeals.decision)))
    .returning({ id: rollAppeals.id })
  if (!decided) throw new RuleBroken(say("A colleague has decided on this already."))
  if (decision === "upheld")
    await ctx.tx.update(electionRoll).set({ leftOut: null }).where(eq(electionRoll.id, rollId))
  await record(ctx, {
    what: "roll.decided",
    subject: ["election", electionId],
    groupIds: [groupId],
    summary:
      decision === "upheld"
        ? say("On the roll of “{title}” after an appeal: {reason}", { title: election.title, reason })
        : say("Not on the roll of “{title}” after an appeal: {reason}", { title: election.title, reason }),
  })
  return { id: electionId }
}

/**
 * Staff note that a group says the vote that stands for it isn’t its own, while voting is open. Which ballot that is nobody
 * knows: either the vote begins again, or it stands, and the result says so.
 */
export async function dispute(ctx: Ctx, { id, reason }: Dispute) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [row] = await ctx.tx.select().from(electionRoll).where(eq(electionRoll.id, id))
  const place = found(row)
  const election = await holdElection(ctx, place.electionId)
  if (election.state !== "voting") throw new RuleBroken(say("Voting isn’t open."))
  const [noted] = await ctx.tx
    .update(electionRoll)
    .set({ disputed: reason })
    .where(and(eq(electionRoll.id, id), isNotNull(electionRoll.votedBy)))
    .returning({ id: electionRoll.id })
  if (!noted) throw new RuleBroken(say("This group hasn’t voted yet."))
  await record(ctx, {
    what: "roll.disputed",
    subject: ["election", election.id],
    groupIds: [place.groupId],
    summary: say("The group says that the vote for it in “{title}” isn’t its own: {reason}", {
      title: election.title,
      reason,
    }),
  })
  return { id: election.id }
}

type NewVoter = { name: string; email: string }

/** Somebody else votes for a group from now on. The link that went to whoever did before opens that ballot no more. */
async function changeVoter(
  ctx: Ctx,
  election: Election,
  place: { id: string; groupId: string },
  to: NewVoter,
) {
  if (election.state === "ended" || election.state === "off") throw new RuleBroken(say("This vote is over."))
  const personId = await personMeant(ctx, place.groupId, to)
  await ctx.tx
    .update(electionRoll)
    .set({ voterId: personId, voterEmail: null })
    .where(eq(electionRoll.id, place.id))
  if (election.state === "voting")
    await sendBallots(ctx, election, await listVoters(ctx, election.id, { rollId: place.id }), "handed")
  await record(ctx, {
    what: "voter.changed",
    subject: ["election", election.id],
    groupIds: [place.groupId],
    summary: say("{name} votes for the group in “{title}”", { name: to.name, title: election.title }),
    about: { personIds: [personId], email: to.email },
  })
}

/** Staff say who votes for a group. */
export async function setVoter(ctx: Ctx, { id, name, email }: SetVoter) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [row] = await ctx.tx.select().from(electionRoll).where(eq(electionRoll.id, id))
  const place = found(row)
  await changeVoter(ctx, await holdElection(ctx, place.electionId), place, { name, email })
  return { id: place.electionId, name }
}

/** Whoever votes for a group hands its vote to somebody else of it; so does its lead. */
export async function handOver(ctx: Ctx, taker: Taker, { rollId, name, email }: HandOver) {
  ensureTakes(ctx, taker)
  await readingAll(ctx, "the group’s own place on the roll", async () => {
    const election = await holdElection(ctx, taker.electionId)
    const place = found((await listOwnPlaces(ctx, taker)).find(({ id }) => id === rollId))
    if (!place.votes && !place.leads)
      throw new RuleBroken(say("Only whoever votes for the group, or its lead, can hand that on."))
    await changeVoter(ctx, election, place, { name, email })
  })
  return { name }
}
