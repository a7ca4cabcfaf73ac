import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextField } from "@/app/_ui/fields"
import { BackLink } from "@/app/_ui/links"
import { ShownWhen } from "@/app/_ui/shown-when"
import { ensure, found } from "@/lib/errors"
import { getBid } from "@/lib/funding/bids/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { ProofField, ShareField } from "../../_parts/bid-fields"
import { decideBidForm } from "../../actions"

const pounds = (pence: number | null) => (pence === null ? null : pence / 100)

/** Records what the funder decided. */
export default async function DecideBid(props: PageProps) {
  const [frame, { bid, today }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepFunding(ctx.actor))
    const bid = await getBid(ctx, id)
    found(bid.undoneAt ? null : bid)
    return { bid, today: ctx.today }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/funding/${bid.id}`
  const { asked, awarded, paid, share, proof, decidedOn } = bid
  return (
    <Frame {...frame} title={say("Decision: {title}", { title: bid.title })} at="funding">
      <BackLink href={at}>{bid.title}</BackLink>
      <h1>{say("What did {funder} decide?", { funder: bid.funder })}</h1>
      <LongForm
        action={decideBidForm}
        frame={frame}
        submit={say("Record the decision")}
        values={{
          outcome: decidedOn ? (awarded === null ? "refused" : "won") : null,
          on: decidedOn ?? today,
          awarded: pounds(awarded ?? asked),
          ...{ paid: pounds(paid), share, proof },
        }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={bid.id} />
        <Radios
          name="outcome"
          legend={say("Decision")}
          options={[
            { value: "won", label: say("Won, in full or in part") },
            { value: "refused", label: say("Turned down") },
          ]}
        />
        <DateFields
          name="on"
          legend={say("Date of the decision")}
          hint={say("As it stands on the funder’s letter")}
        />
        <ShownWhen name="outcome" is={["won"]}>
          <TextField name="awarded" label={say("How much was awarded?")} prefix="£" width="sm" />
          <TextField
            name="paid"
            label={say("How much has been paid so far?")}
            prefix="£"
            width="sm"
            optional
          />
          <ProofField matched={bid.proofs.length > 0} />
          <ShareField />
        </ShownWhen>
      </LongForm>
    </Frame>
  )
}
