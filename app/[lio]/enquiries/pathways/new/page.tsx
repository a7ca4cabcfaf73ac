import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { STARTER } from "@/lib/enquiries/pathways/words"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { ensure } from "@/lib/errors"
import { listGuides } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { PathwayFields, stepValues } from "../_parts/pathway-fields"
import { addPathwayForm } from "../actions"

/** Keeps a pathway of the LIO's own, beginning with the steps that come with Trellis. */
export default async function NewPathway(props: PageProps) {
  const [frame, guides] = await visit(props, async (ctx) => {
    ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can change pathways."))
    return listGuides(ctx)
  })
  const here = `/${frame.lio.slug}/enquiries/pathways`
  return (
    <Frame {...frame} title={say("Add a pathway")} at="enquiries">
      <BackLink href={here}>{say("Pathways")}</BackLink>
      <h1>{say("Add a pathway")}</h1>
      <LongForm
        action={addPathwayForm}
        frame={frame}
        submit={say("Add the pathway")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        values={{ name: STARTER.name, ...stepValues(STARTER.steps) }}
      >
        <PathwayFields guides={guides} />
      </LongForm>
    </Frame>
  )
}
