import { notFound } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Tag } from "@/app/_ui/tag"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { listPutUpBy, listStanding, listToEndorse } from "@/lib/partnerships/elections/nominations/queries"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import {
  byElectionLink,
  getTaken,
  listOwnGroups,
  listOwnPlaces,
} from "@/lib/partnerships/elections/taking/queries"
import { STATES } from "@/lib/partnerships/elections/words"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { Candidates } from "../_parts/candidates"
import { Endorse } from "../_parts/endorse"
import { Expired } from "../_parts/link"
import { Notice } from "../_parts/notice"
import { Places } from "../_parts/places"
import { PutUp } from "../_parts/put-up"
import { ResultShown } from "../_parts/result"

const TOLD: Record<string, string> = {
  asked: say("Thank you. We’ve emailed them to ask whether they want to stand."),
  stands: say("Thank you. You’re put up. We’ll check it and email you."),
  endorsed: say("Thank you. Your endorsement counts."),
  appealed: say("Thank you. We’ll look at it, and you’ll read here what we decide."),
  handed: say("Done. We’ve noted who votes for your group, and they get a link of their own."),
}

/** Where the link of an election leads: putting somebody up, endorsing, and the way to each ballot. Opening it changes nothing. */
export default async function TakePart(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const token = typeof query.key === "string" ? query.key : ""
  const held = await byElectionLink({ lio, key: token }, async (ctx, taker) => {
    const election = await getTaken(ctx, taker)
    const groups = await listOwnGroups(ctx, taker, election)
    const nominating = election.state === "nominating"
    return {
      ...{ election, groups, zone: ctx.lio.timezone, known: taker.personId !== null },
      places: await listOwnPlaces(ctx, taker),
      endorse: nominating ? await listToEndorse(ctx, election.id) : [],
      putUp: await listPutUpBy(
        ctx,
        election.id,
        groups.map(({ id }) => id),
      ),
      result: election.shownAt ? await getResult(ctx, election.id) : null,
      standing: nominating ? [] : await listStanding(ctx, election.id),
    }
  }).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  if (!held) return <Expired face={face} />
  const { election, groups, zone, known, places, endorse, putUp, standing, result } = held
  const link = { lio, token }
  const told = typeof query.told === "string" ? TOLD[query.told] : undefined
  return (
    <PublicFrame lio={face} title={election.title}>
      {told ? <Banner>{told}</Banner> : null}
      <p className="m-0 text-soft">{election.board}</p>
      <h1>{election.title}</h1>
      <p>
        <Tag>{STATES[election.state]}</Tag> {election.state === "off" ? election.calledOffReason : null}
      </p>
      <Places {...{ link, election, places }} />
      {election.state === "nominating" && groups.length > 0 ? (
        <>
          <Endorse {...{ link, groups, nominations: endorse, needed: election.endorsements }} />
          <PutUp {...{ link, groups, putUp, known }} shown={election.boardShown} />
        </>
      ) : null}
      {result ? <ResultShown {...{ lio, election, result }} /> : null}
      <Candidates {...{ lio, election, standing }} />
      <Notice election={election} zone={zone} />
    </PublicFrame>
  )
}
