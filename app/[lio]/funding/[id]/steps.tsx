import { ButtonLink } from "@/app/_ui/button-link"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { WholeBid } from "@/lib/funding/bids/queries"
import { say } from "@/lib/words"
import { payBidForm, prepareBidForm, reopenBidForm, sendBidForm, withdrawBidForm } from "../actions"

type Props = { lio: string; bid: WholeBid }

/** What can be done with a bid from where it stands. */
export function Steps({ lio, bid }: Props) {
  const at = `/${lio}/funding/${bid.id}`
  const id = <input type="hidden" name="id" value={bid.id} />
  const open = !bid.decidedOn && !bid.withdrawnOn
  const decide = (
    <ButtonLink href={`${at}/decision`} kind={bid.sentOn && open ? undefined : "secondary"}>
      {bid.decidedOn ? say("Correct the decision") : say("Record the decision")}
    </ButtonLink>
  )
  return (
    <div className="no-print mb-6 max-w-3xl">
      {open && !bid.sentOn ? (
        <Form
          fold={say("The bid has been sent")}
          action={sendBidForm}
          lio={lio}
          submit={say("Mark as sent")}
          id="send"
        >
          {id}
          <DateFields name="on" legend={say("When was it sent?")} quick />
          <DateFields name="decisionDueOn" legend={say("When is the decision due?")} optional />
        </Form>
      ) : null}
      <div className="flex flex-wrap items-start gap-3">
        {bid.withdrawnOn ? null : decide}
        {bid.state === "looking" ? (
          <Form
            action={prepareBidForm}
            lio={lio}
            submit={say("Start preparing")}
            kind="secondary"
            id="prepare"
          >
            {id}
          </Form>
        ) : null}
        {open || bid.proofs.length > 0 ? null : (
          <Form action={reopenBidForm} lio={lio} submit={say("Open it again")} kind="plain" id="reopen">
            {id}
          </Form>
        )}
      </div>
      {bid.awarded === null ? null : (
        <Form
          fold={say("Some of the money has been paid")}
          action={payBidForm}
          lio={lio}
          submit={say("Save what has been paid")}
          values={{ paid: bid.paid === null ? null : bid.paid / 100 }}
          id="pay"
        >
          {id}
          <TextField name="paid" label={say("How much has been paid so far?")} prefix="£" width="sm" />
        </Form>
      )}
      {open ? (
        <Form
          fold={say("The group has withdrawn the bid")}
          action={withdrawBidForm}
          lio={lio}
          submit={say("Mark as withdrawn")}
          kind="secondary"
          id="withdraw"
        >
          {id}
          <DateFields name="on" legend={say("When was it withdrawn?")} quick />
        </Form>
      ) : null}
    </div>
  )
}
