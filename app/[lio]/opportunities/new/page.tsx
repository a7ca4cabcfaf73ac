import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepOpportunities } from "@/lib/opportunities/policy"
import { listOpportunityChoices } from "@/lib/opportunities/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { OpportunityFields } from "../_parts/opportunity-fields"
import { addOpportunityForm } from "../actions"

/** Adds an opportunity that came some other way than in published notices. */
export default async function NewOpportunity(props: PageProps) {
  const [frame, { areas }] = await visit(props, async (ctx) => {
    ensure(mayKeepOpportunities(ctx.actor), say("Only workers and managers change opportunities."))
    return listOpportunityChoices(ctx)
  })
  const back = `/${frame.lio.slug}/opportunities`
  return (
    <Frame {...frame} title={say("Add an opportunity")} at="opportunities">
      <BackLink href={back}>{say("Opportunities")}</BackLink>
      <h1>{say("Add an opportunity")}</h1>
      <p className="max-w-3xl">
        {say("For one that reached you by email or on the phone. The people of your groups see it at once.")}
      </p>
      <LongForm
        action={addOpportunityForm}
        frame={frame}
        submit={say("Add the opportunity")}
        values={{ stands: "open", closesTime: "12:00", vcse: "" }}
        secondary={<a href={back}>{say("Cancel")}</a>}
        className="max-w-3xl"
      >
        <OpportunityFields areas={areas} />
      </LongForm>
    </Frame>
  )
}
