import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { BackLink } from "@/app/_ui/links"
import { BID_STATES } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { listFunderOptions } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { listChosen } from "@/lib/sessions/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { BidFields } from "../_parts/bid-fields"
import { addBidForm } from "../actions"

const STATES = ["looking", "preparing", "sent"] as const

/** Notes a bid, of a group when it was opened from one, to a funder when it was opened from that. */
export default async function NewBid(props: PageProps) {
  const [frame, { funders, groups, funderId }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepFunding(ctx.actor), say("Only workers and managers keep the funding ledger."))
    const id = z.uuid().safeParse(query.group).data
    const [funders, groups] = await Promise.all([listFunderOptions(ctx), listChosen(ctx, id ? [id] : [])])
    return { funders, groups, funderId: z.uuid().safeParse(query.funder).data }
  })
  const lio = frame.lio.slug
  const [group] = groups
  const back = group ? `/${lio}/groups/${group.id}` : `/${lio}/funding`
  return (
    <Frame {...frame} title={say("Add a bid")} at="funding">
      <BackLink href={back}>{group ? group.name : say("Funding")}</BackLink>
      <h1>{say("Add a bid")}</h1>
      <LongForm
        action={addBidForm}
        frame={frame}
        submit={say("Add the bid")}
        values={{ at: "looking", ...(funderId ? { funderId } : {}) }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <BidFields lio={lio} groups={groups} funders={funders} />
        <Radios
          name="at"
          legend={say("Where does it stand?")}
          options={STATES.map((state) => ({ value: state, label: BID_STATES[state] }))}
          inline
        />
      </LongForm>
    </Frame>
  )
}
