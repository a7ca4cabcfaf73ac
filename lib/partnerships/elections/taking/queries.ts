import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import { type Ctx, personOf } from "../../../access/ctx"
import { asLink } from "../../../access/doors"
import { electionPath, readLink } from "../../../access/links"
import { groupIdsOf, holdsLink, isHeld } from "../../../access/may"
import { ensure, SignedOut } from "../../../errors"
import { say } from "../../../words"
import { type Election, getElection, isNominating, isUnderWay } from "../queries"
import { ANY_ELECTION, electorate } from "../roll/queries"

/** Whoever takes part in an election by its link: somebody of groups, or whoever has the own address of one. */
export type Taker = { electionId: string; personId: string | null; email: string | null; name: string | null }

/** How long after the vote its link still opens the result, in days. */
const DAYS_AFTER = 90

/** Until when links to an election work. */
export const linksUntil = ({ votingUntil }: Pick<Election, "votingUntil">) =>
  new Date(votingUntil.getTime() + DAYS_AFTER * 86_400_000)

/** Opens the door for whoever holds the link to an election. What they may do there follows from their groups, each time anew. */
export function byElectionLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, taker: Taker) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "election", key },
    async (ctx, { about, holder }) => {
      const email = readLink(key, "election", ctx.now.getTime())?.to ?? null
      if (!about || (!holder && !email)) throw new SignedOut(say("This link has expired."))
      const { personId = null, name = null } = holder ?? {}
      return work(ctx, { electionId: about, personId, name, email: holder ? null : email })
    },
    { now },
  )
}

/** Refused for whoever doesn’t hold the link to just this election. */
export function ensureTakes(ctx: Ctx, { electionId, personId }: Taker) {
  const holder = ctx.actor.kind === "link" ? (ctx.actor.holder?.personId ?? null) : null
  ensure(
    holdsLink(ctx.actor, "election", electionId) && holder === personId,
    say("Use the link that you were sent."),
  )
}

/** Whether a taker acts for a group, in SQL on a row called `g`. */
const actsFor = (
  ctx: Ctx,
  { personId, email }: Taker,
) => sql`case when ${personId}::uuid is null then lower(g.email) = ${email}
  else g.main_contact_id = ${personId}::uuid or exists (select from roles r where r.group_id = g.id and r.person_id = ${personId}::uuid
    and r.speaks is not null and ${isHeld(ctx)}) end`

/** The groups in good standing for which a taker puts up and endorses. */
export async function listOwnGroups(ctx: Ctx, taker: Taker, election: Election) {
  ensureTakes(ctx, taker)
  const rows = await readingAll(ctx, "the groups of whoever holds the link", () =>
    ctx.tx.execute<{ id: string; name: string }>(sql`
      select g.id, g.name from (${electorate(ctx, election)}) e join groups g on g.id = e.group_id
      where e.left_out is null and ${actsFor(ctx, taker)} order by g.name, g.id`),
  )
  return [...rows]
}

/** A group’s place on the roll, for whoever votes for it or speaks for it. */
export type OwnPlace = {
  id: string
  groupId: string
  group: string
  leftOut: string | null
  voted: boolean
  onPaper: boolean
  /** Whoever holds the link votes. */
  votes: boolean
  /** They lead the group, or are its main contact, and may hand its vote on. */
  leads: boolean
  voter: string | null
  appeals: { words: string; decision: string | null; reason: string | null }[]
}

/** The places on the roll of a taker’s groups: those they vote for, and those they speak for while somebody else votes. */
export async function listOwnPlaces(ctx: Ctx, taker: Taker): Promise<OwnPlace[]> {
  ensureTakes(ctx, taker)
  const votes = sql`coalesce(case when ${taker.personId}::uuid is null then r.voter_id is null and r.voter_email = ${taker.email}
    else r.voter_id = ${taker.personId}::uuid end, false)`
  const leads = sql`coalesce(${taker.personId}::uuid is not null and (g.main_contact_id = ${taker.personId}::uuid or exists (
    select from roles r where r.group_id = g.id and r.person_id = ${taker.personId}::uuid and r.speaks = 'lead' and ${isHeld(ctx)})), false)`
  const rows = await readingAll(ctx, "the places of whoever holds the link", () =>
    ctx.tx.execute<OwnPlace>(sql`
      select r.id, g.id as "groupId", g.name as "group", r.left_out as "leftOut", r.voted_by is not null as voted,
        r.voted_by is not distinct from 'paper' as "onPaper", ${votes} as votes, ${leads} as leads, coalesce(p.name, r.voter_email) as voter,
        coalesce((select json_agg(json_build_object('words', a.words, 'decision', a.decision, 'reason', a.reason) order by a.made_at)
          from roll_appeals a where a.roll_id = r.id), '[]') as appeals
      from election_roll r join groups g on g.id = r.group_id left join people p on p.id = r.voter_id
      where r.election_id = ${taker.electionId}::uuid and g.removed_at is null and (${votes} or ${actsFor(ctx, taker)})
      order by g.name, r.id`),
  )
  return [...rows]
}

/** The election of a link. SignedOut once it isn’t there any more. */
export const getTaken = (ctx: Ctx, { electionId }: Taker) =>
  readingAll(ctx, "whoever holds the link reads of this one election", () =>
    getElection(ctx, electionId),
  ).catch(() => {
    throw new SignedOut(say("This link has expired."))
  })

/** The path by which somebody signed in takes part for their groups; null where they have none, or it isn’t announced. */
export function ownElectionPath(ctx: Ctx, election: Election): string | null {
  const person = personOf(ctx.actor)
  if (ctx.actor.kind !== "member" || !person || !election.publishedAt) return null
  return electionPath(ctx.lio, election.id, { personId: person.personId }, linksUntil(election))
}

/** A vote under way that the asker casts for a group and hasn’t cast yet. */
export type OwnVote = { electionId: string; title: string; board: string; group: string; until: string }

/** The votes that wait for the asker, the first to close first. */
export async function listOwnVotes(ctx: Ctx): Promise<OwnVote[]> {
  const me = personOf(ctx.actor)?.personId
  if (!me) return []
  const rows = await readingAll(ctx, "the votes that the asker has", () =>
    ctx.tx.execute<OwnVote>(sql`
      select e.id as "electionId", e.title, b.name as board, g.name as "group", e.voting_until as until
      from election_roll r join elections e on e.id = r.election_id join boards b on b.id = e.board_id join groups g on g.id = r.group_id
      where r.voter_id = ${me}::uuid and r.left_out is null and r.voted_by is null and g.removed_at is null and ${isUnderWay}
        and e.opened_at <= ${ctx.now.toISOString()}::timestamptz and e.voting_until > ${ctx.now.toISOString()}::timestamptz
      order by e.voting_until, g.name, r.id`),
  )
  return [...rows]
}

/** An election that takes nominations from a group of the asker’s. */
export type OwnNominating = { electionId: string; title: string; until: string }

/** The elections that take nominations from groups of the asker’s at the moment, the first to end first. */
export async function listOwnNominating(ctx: Ctx): Promise<OwnNominating[]> {
  const own = groupIdsOf(ctx)
  if (own.length === 0) return []
  const rows = await readingAll(ctx, "whether groups of the asker’s are in good standing", () =>
    ctx.tx.execute<OwnNominating>(sql`
      select e.id as "electionId", e.title, e.nominations_until as until from elections e
      where ${isNominating(ctx)} and exists (
        select from (${electorate(ctx, ANY_ELECTION)}) v where v.left_out is null and v.group_id = any (${sql.param(own)}::uuid[]))
      order by e.nominations_until, e.id`),
  )
  return [...rows]
}
