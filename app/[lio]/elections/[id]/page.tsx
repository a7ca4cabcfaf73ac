import { type PageProps, visitAny } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Disclosure } from "@/app/_ui/disclosure"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { LEFT_OUT } from "@/db/vocabulary"
import { found } from "@/lib/errors"
import { lotsIn } from "@/lib/partnerships/elections/counting/words"
import { listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import { getToldRoll } from "@/lib/partnerships/elections/roll/queries"
import { ownElectionPath } from "@/lib/partnerships/elections/taking/queries"
import { groupsChoose, STATES, WHO_COULD_SEE } from "@/lib/partnerships/elections/words"
import { inWords, say, sayCount } from "@/lib/words"
import { AnyFrame } from "../../_parts/any-frame"
import { Candidates } from "../_parts/candidates"
import { Notice } from "../_parts/notice"
import { ResultShown } from "../_parts/result"

/** One election: what it is about, who stands, and how it came out. For anybody where its board is shown. */
export default async function ElectionPage(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx, query, { id = "" }) => {
    const election = await getElection(ctx, id)
    found(election.publishedAt)
    const knows = ctx.actor.kind !== "public"
    return {
      ...{ election, query, zone: ctx.lio.timezone },
      standing: election.state === "nominating" ? [] : await listStanding(ctx, id),
      result: election.shownAt ? await getResult(ctx, id) : null,
      roll: knows && election.rollFrozenAt ? await getToldRoll(ctx, id) : [],
      path: ownElectionPath(ctx, election),
    }
  })
  const { election, standing, result, roll, path, zone, query } = read
  const lio = face.slug
  const lots = result ? lotsIn(result.count) : []
  const goesOn = groupsChoose(election)
  const on = roll.filter(({ leftOut }) => !leftOut)
  return (
    <AnyFrame
      {...{ frame, face }}
      title={election.title}
      at={frame?.actor.kind === "staff" ? "partnerships" : "representing"}
      found={{
        about: say("Groups choose who speaks for them on {board}.", { board: election.board }),
        path: `/${lio}/elections/${election.id}`,
      }}
    >
      <BackLink href={`/${lio}/elections`}>{say("Choosing who speaks for groups")}</BackLink>
      <p className="m-0 text-soft">{election.board}</p>
      <h1>{election.title}</h1>
      <p>
        <Tag tone={goesOn ? "wait" : "plain"}>{STATES[election.state]}</Tag>{" "}
        {election.state === "off" ? election.calledOffReason : null}
      </p>
      {path && goesOn ? (
        <p>
          <ButtonLink href={path}>
            {election.state === "voting" ? say("Vote") : say("Stand, put somebody up or endorse")}
          </ButtonLink>
        </p>
      ) : null}
      {!frame && goesOn ? (
        <p className="max-w-2xl">
          {say("Member groups take part by the link in our email, or when they’re signed in.")}
        </p>
      ) : null}
      {election.outcome === "unopposed" && election.shownAt ? (
        <p className="lead">{say("No more stood than there are seats, so nobody had to vote.")}</p>
      ) : null}
      {election.outcome === "nobody" && election.shownAt ? (
        <p className="lead">{say("Nobody stood.")}</p>
      ) : null}
      {result ? <ResultShown {...{ lio, election, result }} asked={query.receipt} /> : null}
      <Candidates {...{ lio, election, standing }} />
      {result && result.candidates.length > standing.length ? (
        <p className="max-w-3xl">
          {say("After a year a number stands in place of the name of anybody who wasn’t elected.")}{" "}
          {lots.length > 0
            ? say(
                "Lots were drawn by their names. To count the ballots again, say on whom they fell: {names}.",
                {
                  names: inWords(lots),
                },
              )
            : null}
        </p>
      ) : null}
      <Notice election={election} zone={zone} />
      {roll.length > 0 ? (
        <Disclosure
          summary={sayCount(on.length, {
            one: "The roll: {count} group votes",
            other: "The roll: {count} groups vote",
          })}
        >
          <ul>
            {on.map(({ group }) => (
              <li key={group}>{group}</li>
            ))}
          </ul>
          {roll.length > on.length ? (
            <>
              <p>{say("Left out:")}</p>
              <ul>
                {roll.flatMap(({ group, leftOut }) =>
                  leftOut
                    ? [<li key={group}>{say("{group}: {why}", { group, why: LEFT_OUT[leftOut] })}</li>]
                    : [],
                )}
              </ul>
            </>
          ) : null}
        </Disclosure>
      ) : null}
      <h2>{say("Who could see how a group voted")}</h2>
      <p className="max-w-3xl">{WHO_COULD_SEE}</p>
    </AnyFrame>
  )
}
