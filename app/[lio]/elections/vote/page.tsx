import { cookies } from "next/headers"
import { notFound } from "next/navigation"
import { isId } from "@/app/_http/address"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { BackLink } from "@/app/_ui/links"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { byElectionLink } from "@/lib/partnerships/elections/taking/queries"
import { fillingFor, newCode } from "@/lib/partnerships/elections/voting/box"
import { getBallot } from "@/lib/partnerships/elections/voting/queries"
import { momentInWords } from "@/lib/partnerships/elections/words"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { BallotForm } from "../_parts/ballot-form"
import { Expired } from "../_parts/link"
import { linkPath, receiptCookie } from "../_parts/paths"

/** The ballot of one group, by the link of whoever votes for it. Opening it changes nothing. */
export default async function Vote(props: PageProps) {
  const [{ lio = "" }, query, jar] = await Promise.all([props.params, props.searchParams, cookies()])
  const token = typeof query.key === "string" ? query.key : ""
  const roll = typeof query.roll === "string" && isId(query.roll) ? query.roll : ""
  const receipt = jar.get(receiptCookie(roll))?.value
  const held = await byElectionLink({ lio, key: token }, async (ctx, taker) => ({
    ...(await getBallot(ctx, taker, roll, receipt)),
    zone: ctx.lio.timezone,
  })).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  if (!held) return <Expired face={face} />
  const { election, place, standing, chosen, closed, counted, zone } = held
  const title = say("Vote: {title}", { title: election.title })
  const until = momentInWords(election.votingUntil, zone)
  const back = linkPath(lio, "take-part", { key: token })
  const names = new Map(standing.map(({ id, name }) => [id, name]))
  return (
    <PublicFrame lio={face} title={title}>
      {query.voted === "yes" && place.voted ? (
        <Banner>
          {closed
            ? say("Your vote has been cast.")
            : say("Your vote has been cast. You can change it until {until}.", { until })}
        </Banner>
      ) : null}
      <BackLink href={back}>{election.title}</BackLink>
      <p className="m-0 text-soft">{election.board}</p>
      <h1>{say("Vote on behalf of {group}", { group: place.group })}</h1>
      {chosen && receipt ? (
        <div className="card mb-6 max-w-2xl">
          <h2 className="mt-0 text-lg">{say("Your receipt")}</h2>
          <p className="m-0 text-xl font-semibold wrap-anywhere">{receipt}</p>
          <p>
            {say(
              "Keep this code if you might change your vote on another phone. It’s kept on this phone and nowhere else: we can’t send it to you again. When the vote is over you can ask with it whether your ballot was counted.",
            )}
          </p>
          <p className="m-0">
            {chosen.length === 0
              ? say("You left your ballot blank.")
              : say("You voted for: {names}.", {
                  names: chosen
                    .map((id, at) =>
                      election.rule === "irv" || election.rule === "scottish-stv"
                        ? `${at + 1}. ${names.get(id)}`
                        : names.get(id),
                    )
                    .join(", "),
                })}
          </p>
          <span hidden>{fillingFor(receipt, chosen)}</span>
        </div>
      ) : null}
      {closed ? (
        <>
          <p>{say("Voting has closed.")}</p>
          {counted === null ? null : (
            <p>
              {counted
                ? say("Your ballot was counted. Nobody can tell which one it was.")
                : say("The ballot of this phone’s receipt wasn’t counted. Get in touch with us.")}
            </p>
          )}
        </>
      ) : place.onPaper ? (
        <p>{say("Your group has voted on paper.")}</p>
      ) : (
        <BallotForm
          link={{ lio, token }}
          {...{ election, place, standing, chosen, until }}
          made={newCode()}
        />
      )}
    </PublicFrame>
  )
}
