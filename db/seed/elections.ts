import { sql } from "drizzle-orm"
import { asPerson, asSystem } from "@/lib/access/doors"
import { electionPath } from "@/lib/access/links"
import { planElection, publishElection } from "@/lib/partnerships/elections/commands"
import { planElectionInput } from "@/lib/partnerships/elections/input"
import { moveElection } from "@/lib/partnerships/elections/moving/commands"
import { checkNomination, endorse, nominate } from "@/lib/partnerships/elections/nominations/commands"
import { listNominations, listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { listElectorate } from "@/lib/partnerships/elections/roll/queries"
import { confirmSubstitute } from "@/lib/partnerships/elections/seating/commands"
import { byElectionLink, linksUntil } from "@/lib/partnerships/elections/taking/queries"
import { newCode } from "@/lib/partnerships/elections/voting/box"
import { castBallot } from "@/lib/partnerships/elections/voting/commands"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import type { StoryCandidate, StoryElection } from "./story/elections"
import { CAST } from "./story/people"

const DAY = 86_400_000

type Told = { lio: string; place: Place; now: Date }
type Seat = { boardId: string; seatId: string; title: string }

/** Groups choose somebody for a seat, as far as the story has come. Gives whoever stood, with whether they hold the seat or stand in. */
export async function makeElection({ lio, place, now }: Told, seat: Seat, story: StoryElection) {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const day = (daysAgo: number) => dayOf(at(daysAgo))
  const as = <T>(daysAgo: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: at(daysAgo) })
  const idOf = (group: string) => place.groups.get(group)?.id ?? ""

  const { id } = await as(story.planned, (ctx) =>
    planElection(
      ctx,
      planElectionInput.parse({
        ...{ boardId: seat.boardId, seatIds: [seat.seatId], title: seat.title, ruleAsked: "usual" },
        ...{ endorsements: "2", nominationsUntil: day(story.nominationsUntil) },
        ...{ votingFrom: day(story.votingFrom), votingUntil: day(story.votingUntil) },
      }),
    ),
  )
  await as(story.planned, (ctx) => publishElection(ctx, { id }))

  const until = linksUntil({ votingUntil: at(story.votingUntil) })
  const lioOf = await as(0, async (ctx) => ctx.lio)
  const takes = <T>(
    reader: { personId: string } | { email: string },
    daysAgo: number,
    work: Parameters<typeof byElectionLink<T>>[1],
  ) => {
    const key = new URL(electionPath(lioOf, id, reader, until), "https://x").searchParams.get("key") ?? ""
    return byElectionLink({ lio, key }, work, at(daysAgo))
  }
  const personOf = async ({ email }: StoryCandidate) => {
    const rows = await as(0, (ctx) =>
      ctx.tx.execute<{ id: string }>(sql`select id from people where email = ${email}`),
    )
    return { personId: rows[0]?.id ?? "" }
  }

  /** Groups that were members in good standing then, and put nobody up. */
  const standingThen = await as(story.planned - 5, (ctx) =>
    listElectorate(ctx, { networkId: null, memberMonths: 0 }),
  )
  const others = await as(0, (ctx) =>
    ctx.tx.execute<{ id: string; personId: string }>(sql`
      select g.id, g.main_contact_id as "personId" from groups g join people p on p.id = g.main_contact_id and p.email is not null
      where g.id = any (${sql.param(standingThen)}::uuid[]) and g.id <> all (${sql.param(story.candidates.map(({ group }) => idOf(group)))}::uuid[])
      order by g.name desc`),
  )
  for (const [nth, one] of story.candidates.entries()) {
    const daysAgo = story.planned - 2 - nth
    const { id: nominationId } = await takes(await personOf(one), daysAgo, (ctx, taker) =>
      nominate(ctx, taker, {
        ...{ groupId: idOf(one.group), who: "me", name: null, email: null, statement: one.statement },
      }),
    )
    const endorsers = others.slice(nth * 3, nth * 3 + one.endorsements)
    for (const { id: groupId, personId } of endorsers)
      await takes({ personId }, daysAgo - 1, (ctx, taker) => endorse(ctx, taker, { nominationId, groupId }))
  }
  if (story.votingUntil < 0) return
  const moves = (daysAgo: number) => asSystem(lio, (ctx) => moveElection(ctx, id), { now: at(daysAgo) })
  await as(story.nominationsUntil - 1, async (ctx) => {
    for (const one of await listNominations(ctx, id))
      await checkNomination(ctx, { id: one.id, verdict: "valid", reason: null })
  })
  await moves(story.nominationsUntil - 1)
  await moves(story.votingFrom - 1)
  const standing = await as(0, (ctx) => listStanding(ctx, id))
  const places = await as(0, (ctx) =>
    ctx.tx.execute<{ id: string; personId: string | null; email: string | null }>(sql`
      select r.id, r.voter_id as "personId", r.voter_email as email from election_roll r join groups g on g.id = r.group_id
      where r.election_id = ${id}::uuid and r.left_out is null and (r.voter_id is not null or r.voter_email is not null) order by g.name`),
  )
  const nominationOf = (candidate: number) =>
    standing.find(({ name }) => name === story.candidates[candidate]?.name)?.id ?? ""
  for (const [nth, ballot] of story.ballots.entries()) {
    const voter = places[nth]
    if (!voter) break
    const reader = voter.personId ? { personId: voter.personId } : { email: voter.email ?? "" }
    await takes(reader, story.votingFrom - 2 - (nth % 10), (ctx, taker) =>
      castBallot(ctx, taker, {
        ...{ rollId: voter.id, codes: [], made: newCode(), ticked: [] },
        rank: ballot.map((candidate, place) => ({ id: nominationOf(candidate), place: place + 1 })),
        blank: ballot.length === 0 ? "yes" : undefined,
      }),
    )
  }
  await moves(story.votingUntil - 1)
  await as(story.votingUntil - 1, (ctx) => showResult(ctx, { id }))
  await as(story.votingUntil - 2, (ctx) => confirmSubstitute(ctx, { id, seatId: null }))
  // Emails of long ago aren’t kept.
  await as(0, (ctx) =>
    ctx.tx.execute(
      sql`delete from letters where letter like 'election-%' and created_at < ${at(14).toISOString()}::timestamptz`,
    ),
  )
}
