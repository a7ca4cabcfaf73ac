import "server-only"
import { eq, sql } from "drizzle-orm"
import { elections } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { electionPath, nomineePath } from "../../../access/links"
import { addresseesOf, listSpokespeople } from "../../../consultations/invitations/queries"
import { reminderMoment } from "../../../consultations/period"
import { type Letter, post, postAll } from "../../../email/commands"
import { formatDate, say, sayCount, shortened } from "../../../words"
import type { Nomination } from "../nominations/queries"
import type { Election } from "../queries"
import { listElectorate } from "../roll/queries"
import { linksUntil } from "../taking/queries"
import { momentInWords } from "../words"

/** A letter to everybody who speaks for these groups, or to their own addresses, each with the link of their own. */
async function toGroups(
  ctx: Ctx,
  election: Election,
  groupIds: string[],
  letter: (url: string, groups: string[]) => Pick<Letter<"election-news">, "letter" | "props">,
): Promise<number> {
  const speakers = await readingAll(ctx, "whom to write to", () =>
    listSpokespeople(ctx, groupIds, "elections"),
  )
  return postAll(
    ctx,
    addresseesOf(speakers).map(({ to, basis, groups }): Letter => {
      const reader = "personId" in to ? to : { email: to.email }
      const written = letter(electionPath(ctx.lio, election.id, reader, linksUntil(election)), groups)
      return "personId" in to
        ? { ...written, stream: "elections", to, basis }
        : { ...written, stream: "service", to, basis }
    }),
  )
}

/** What a role is and how much time it takes, a line each; by the name of its seat where there are several. */
function rolesIn({ seats }: Election, { title, mandate, role, time }: Election["seats"][number]): string[] {
  const what = mandate ?? role
  const words = [
    ...(what ? [shortened(what, 300)] : []),
    ...(time ? [say("Time: {time}.", { time: time.replace(/\.$/, "") })] : []),
  ].join(" ")
  if (!words) return []
  return [seats.length > 1 ? say("{seat}: {words}", { seat: title, words }) : words]
}

/** The page of an election as whoever gets a letter can open it: the public one, or by their link. */
const pageOf = (ctx: Ctx, { id, boardShown }: Election, link: string) =>
  boardShown ? `/${ctx.lio.slug}/elections/${id}` : link

/** What whoever is put up needs, and when groups vote: a sentence each. */
const stepsIn = (ctx: Ctx, election: Election): string[] => [
  ...(election.endorsements > 0
    ? [
        sayCount(election.endorsements, {
          one: "Whoever stands needs one other group to endorse them.",
          other: "Whoever stands needs {count} other groups to endorse them.",
        }),
      ]
    : []),
  say("If more stand than there are seats, groups vote from {from} to {to}: one vote a group.", {
    from: formatDate(election.votingFrom, ctx.lio.timezone),
    to: momentInWords(election.votingUntil, ctx.lio.timezone),
  }),
]

type Asked = { id: string; name: string; email: string; group: string; agreed: boolean }

/** Asks somebody who was put up whether they want to stand, saying for what; or confirms that they do. */
export const askNominee = (ctx: Ctx, election: Election, { id, email, ...asked }: Asked) =>
  post(ctx, {
    letter: "election-nominee",
    stream: "service",
    to: { email, name: asked.name },
    props: {
      ...{ ...asked, title: election.title, board: election.board },
      words: [
        ...(asked.agreed
          ? []
          : [
              ...election.seats.flatMap((seat) => rolesIn(election, seat)),
              say(
                "Please tell us by {until} whether you want to stand. If you do, write a few words to groups. If we don’t hear from you, you won’t be standing.",
                {
                  until: momentInWords(election.nominationsUntil, ctx.lio.timezone),
                },
              ),
            ]),
        ...stepsIn(ctx, election),
      ],
      url: nomineePath(ctx.lio, id, linksUntil(election)),
    },
  })

/** Tells the groups that choose that nominations are open. */
export async function tellNotice(ctx: Ctx, election: Election): Promise<number> {
  const until = momentInWords(election.nominationsUntil, ctx.lio.timezone)
  return toGroups(ctx, election, await listElectorate(ctx, election), (url, groups) => ({
    letter: "election-news",
    props: {
      ...{ title: election.title, board: election.board, groups, url, news: "notice" as const },
      words: [
        ...election.seats.flatMap((seat) => rolesIn(election, seat)),
        say("Groups can put somebody up until {until}.", { until }),
        ...stepsIn(ctx, election),
      ],
    },
  }))
}

/** Tells the groups that choose that it was called off, and why. */
export async function tellCalledOff(ctx: Ctx, election: Election, reason: string) {
  await toGroups(ctx, election, await listElectorate(ctx, election), (url, groups) => ({
    letter: "election-news",
    props: {
      ...{ title: election.title, board: election.board, groups, news: "off" as const },
      url: pageOf(ctx, election, url),
      words: [reason],
    },
  }))
}

type Voter = { personId: string | null; email: string | null; groups: string[] }

/** Whoever votes, each once with the groups that they vote for; of some places, or only where nobody has voted yet. */
export async function listVoters(ctx: Ctx, electionId: string, of: { rollId?: string; open?: true } = {}) {
  const rows = await readingAll(ctx, "whom to write to; nothing here says how anybody voted", () =>
    ctx.tx.execute<Voter>(sql`
      select r.voter_id as "personId", r.voter_email as email, json_agg(g.name order by g.name) as groups
      from election_roll r join groups g on g.id = r.group_id
      where r.election_id = ${electionId}::uuid and r.left_out is null and (r.voter_id is not null or r.voter_email is not null)
        and (${of.rollId ?? null}::uuid is null or r.id = ${of.rollId ?? null}::uuid) and (${!of.open} or r.voted_by is null)
      group by r.voter_id, r.voter_email`),
  )
  return [...rows]
}

/** Sends ballots to those who vote, or reminds them; `why`: what else is to be said. */
export function sendBallots(
  ctx: Ctx,
  election: Election,
  voters: Voter[],
  way: "ballot" | "reminder" | "handed" | "again" | "anew",
): Promise<number> {
  const until = momentInWords(election.votingUntil, ctx.lio.timezone)
  return postAll(
    ctx,
    voters.map(({ personId, email, groups }): Letter => {
      const to = personId ? { personId } : { email: email ?? "", name: groups[0] }
      const reader = personId ? { personId } : { email: email ?? "" }
      const url = electionPath(ctx.lio, election.id, reader, linksUntil(election))
      const { title, board } = election
      return {
        letter: "election-ballot",
        stream: "service",
        to,
        props: { title, board, groups, until, url, way },
      }
    }),
  )
}

type Voted = { groupId: string; group: string; personId: string | null; email: string | null }

/**
 * Tells the people of each group whose vote came by a link that it has voted, once, so that a vote cast in its place is
 * noticed. The clock does this for all that came since it last did: no email is written with a vote. How anybody voted isn’t known here.
 */
export async function tellVoted(ctx: Ctx, election: Election) {
  const voted = await ctx.tx.execute<Voted>(sql`
    update election_roll r set voted_told = true from groups g
    where g.id = r.group_id and r.election_id = ${election.id}::uuid and r.voted_by = 'link' and not r.voted_told
    returning g.id as "groupId", g.name as "group", r.voter_id as "personId", r.voter_email as email`)
  const speakers = await listSpokespeople(
    ctx,
    voted.map(({ groupId }) => groupId),
    "service",
  )
  const readers = Map.groupBy(
    [...voted, ...speakers.map(({ personId, address, group }) => ({ personId, email: address, group }))],
    ({ personId, email }) => personId ?? email,
  )
  await postAll(
    ctx,
    [...readers.values()].flatMap((mine): Letter[] => {
      const [{ personId, email } = { personId: null, email: null }] = mine
      const groups = [...new Set(mine.map(({ group }) => group))].sort()
      const to = personId ? { personId } : { email: email ?? "", name: groups[0] }
      const { title, board } = election
      const until = momentInWords(election.votingUntil, ctx.lio.timezone)
      return [{ letter: "election-voted", stream: "service", to, props: { title, board, groups, until } }]
    }),
  )
}

/** Reminds, once and from three days before it closes, those who vote for groups that haven’t; in the morning. */
export async function remindWhenDue(ctx: Ctx, election: Election) {
  if (election.remindedAt || !election.openedAt) return
  const at = reminderMoment(election.votingUntil, election.openedAt, ctx.lio.timezone)
  if (!at || at > ctx.now) return
  await ctx.tx.update(elections).set({ remindedAt: ctx.now }).where(eq(elections.id, election.id))
  await sendBallots(ctx, election, await listVoters(ctx, election.id, { open: true }), "reminder")
}

/** Tells everybody who stood how it came out: they hear it before the groups do. */
export function tellCandidates(ctx: Ctx, election: Election, stood: Nomination[], elected: string[]) {
  return postAll(
    ctx,
    stood.map(
      (one): Letter => ({
        letter: "election-outcome",
        stream: "service",
        to: { email: one.email, name: one.name },
        props: {
          ...{ name: one.name, title: election.title, board: election.board, elected },
          how: one.electedAs
            ? ("elected" as const)
            : one.runnerUp
              ? ("runner_up" as const)
              : ("not" as const),
          seat: one.electedAs ? one.seat : null,
          url: nomineePath(ctx.lio, one.id, linksUntil(election)),
        },
      }),
    ),
  )
}

/** Tells the groups on the roll, or those that choose, how it came out. */
export async function tellResult(ctx: Ctx, election: Election, words: string[]) {
  const onRoll = await readingAll(ctx, "whom to write to", () =>
    ctx.tx.execute<{ id: string }>(
      sql`select group_id as id from election_roll where election_id = ${election.id}::uuid and left_out is null`,
    ),
  )
  const groupIds = onRoll.length > 0 ? onRoll.map(({ id }) => id) : await listElectorate(ctx, election)
  await toGroups(ctx, election, groupIds, (link, groups) => ({
    letter: "election-news",
    props: {
      ...{ title: election.title, board: election.board, groups, news: "result" as const, words },
      url: pageOf(ctx, election, link),
    },
  }))
}
