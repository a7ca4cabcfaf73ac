import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure, RuleBroken } from "@/lib/errors"
import { getElection } from "@/lib/partnerships/elections/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getBoard, listBoardChoices } from "@/lib/partnerships/queries"
import { dayOf, say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { ElectionFields } from "../../_parts/fields"
import { changeElectionForm } from "../../actions"

/** Changes a vote that isn’t announced yet. */
export default async function EditElection(props: PageProps) {
  const [frame, { election, board, networks, zone }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      ensure(mayKeepBoards(ctx.actor))
      const election = await getElection(ctx, id)
      if (election.state !== "planned") throw new RuleBroken(say("It has been announced."))
      return {
        election,
        board: await getBoard(ctx, election.boardId),
        networks: (await listBoardChoices(ctx)).networks,
        zone: ctx.lio.timezone,
      }
    },
  )
  const lio = frame.lio.slug
  const back = `/${lio}/partnerships/elections/${election.id}`
  return (
    <Frame {...frame} title={say("Change this vote")} at="partnerships">
      <BackLink href={back}>{election.title}</BackLink>
      <h1>{say("Change this vote")}</h1>
      <Form
        action={changeElectionForm}
        lio={lio}
        values={{
          ...{
            title: election.title,
            seatIds: election.seats.map(({ id }) => id),
            ruleAsked: election.ruleAsked,
          },
          ...{ networkId: election.networkId, endorsements: String(election.endorsements) },
          memberMonths: election.memberMonths > 0 ? String(election.memberMonths) : "",
          networkEndorses: election.networkEndorses ? "yes" : undefined,
          ...{ whoMayStand: election.whoMayStand, rollOn: election.rollOn, startsOn: election.startsOn },
          nominationsUntil: dayOf(election.nominationsUntil, zone),
          votingFrom: dayOf(election.votingFrom, zone),
          votingUntil: dayOf(election.votingUntil, zone),
        }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={election.id} />
        <ElectionFields seats={board.seats.filter(({ endedOn }) => !endedOn)} networks={networks} />
      </Form>
    </Frame>
  )
}
