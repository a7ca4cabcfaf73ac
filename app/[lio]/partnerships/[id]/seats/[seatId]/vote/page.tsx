import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { daysAfter } from "@/lib/days"
import { ensure } from "@/lib/errors"
import { CHECKING_DAYS, NOMINATION_DAYS, VOTING_DAYS } from "@/lib/partnerships/elections/input"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { listBoardChoices } from "@/lib/partnerships/queries"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../../_parts/frame"
import { ElectionFields } from "../../../../elections/_parts/fields"
import { planElectionForm } from "../../../../elections/actions"

/** Plans a vote about a seat, and others of its board. */
export default async function NewElection(props: PageProps) {
  const [frame, { board, seat, networks, today }] = await visit(
    props,
    async (ctx, _query, { seatId = "" }) => {
      ensure(mayKeepBoards(ctx.actor))
      return {
        ...(await getSeat(ctx, seatId)),
        networks: (await listBoardChoices(ctx)).networks,
        today: ctx.today,
      }
    },
  )
  const lio = frame.lio.slug
  const back = `/${lio}/partnerships/${board.id}/seats/${seat.id}`
  const votingFrom = daysAfter(today, NOMINATION_DAYS + CHECKING_DAYS)
  return (
    <Frame {...frame} title={say("Choose by a vote")} at="partnerships">
      <BackLink href={back}>{seat.title}</BackLink>
      <h1>{say("Choose by a vote")}</h1>
      <p>{say("Nobody hears of it until you announce it.")}</p>
      <Form
        action={planElectionForm}
        lio={lio}
        submit={say("Save")}
        values={{
          ...{
            title: seat.title,
            seatIds: [seat.id],
            ruleAsked: "usual",
            endorsements: "2",
            memberMonths: "",
          },
          ...{ nominationsUntil: daysAfter(today, NOMINATION_DAYS), votingFrom },
          votingUntil: daysAfter(votingFrom, VOTING_DAYS),
        }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="boardId" value={board.id} />
        <ElectionFields seats={board.seats.filter(({ endedOn }) => !endedOn)} networks={networks} />
      </Form>
    </Frame>
  )
}
