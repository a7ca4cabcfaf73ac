import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { BackLink } from "@/app/_ui/links"
import { ensure, found } from "@/lib/errors"
import { getBid } from "@/lib/funding/bids/queries"
import { listFunderOptions } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { BidFields, ShareField } from "../../_parts/bid-fields"
import { changeBidForm } from "../../actions"

/** Says a bid better. */
export default async function EditBid(props: PageProps) {
  const [frame, { bid, funders }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepFunding(ctx.actor))
    const [bid, funders] = await Promise.all([getBid(ctx, id), listFunderOptions(ctx)])
    found(bid.undoneAt ? null : bid)
    return { bid, funders }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/funding/${bid.id}`
  const { title, funderId, asked, deadlineOn, notes, share, sentOn, decisionDueOn } = bid
  const listed = funders.some(({ value }) => value === funderId)
  return (
    <Frame {...frame} title={say("Change: {title}", { title })} at="funding">
      <BackLink href={at}>{title}</BackLink>
      <h1>{say("Change this bid")}</h1>
      <LongForm
        action={changeBidForm}
        frame={frame}
        values={{
          ...{ title, funderId, deadlineOn, notes, share, sentOn, decisionDueOn },
          asked: asked === null ? null : asked / 100,
        }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={bid.id} />
        <BidFields
          lio={lio}
          groups={[{ id: bid.groupId, name: bid.group }, ...bid.partners]}
          funders={listed ? funders : [{ value: funderId, label: bid.funder }, ...funders]}
        />
        {sentOn ? (
          <>
            <DateFields name="sentOn" legend={say("Sent on")} />
            <DateFields name="decisionDueOn" legend={say("When is the decision due?")} optional />
          </>
        ) : null}
        <ShareField optional={bid.awarded === null} />
      </LongForm>
    </Frame>
  )
}
