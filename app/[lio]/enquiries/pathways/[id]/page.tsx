import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getPathway } from "@/lib/enquiries/pathways/queries"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { ensure } from "@/lib/errors"
import { listGuides } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { PathwayFields, stepValues } from "../_parts/pathway-fields"
import { changePathwayForm, retirePathwayForm } from "../actions"

/** Changes a pathway, or offers it no more. */
export default async function EditPathway(props: PageProps) {
  const [frame, { pathway, guides, brought }] = await visit(props, async (ctx, query, { id = "" }) => {
    ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can change pathways."))
    return {
      pathway: await getPathway(ctx, id),
      guides: await listGuides(ctx),
      brought: query.brought === "in",
    }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/enquiries/pathways`
  return (
    <Frame {...frame} title={say("Change the pathway: {name}", { name: pathway.name })} at="enquiries">
      <BackLink href={here}>{say("Pathways")}</BackLink>
      <h1>{say("Change this pathway")}</h1>
      {brought ? (
        <Banner>
          {say("“{name}” is one of your pathways now. Change it as you like.", { name: pathway.name })}
        </Banner>
      ) : null}
      <LongForm
        action={changePathwayForm}
        frame={frame}
        submit={say("Save")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        values={{
          name: pathway.name,
          seen: pathway.changedAt?.toISOString() ?? "",
          ...stepValues(pathway.steps),
        }}
      >
        <input type="hidden" name="id" value={pathway.id} />
        <Seen />
        <PathwayFields guides={guides} />
      </LongForm>
      {pathway.retiredAt ? null : (
        <>
          <h2>{say("Take it off the list")}</h2>
          <Form
            action={retirePathwayForm}
            lio={lio}
            id="retire"
            kind="secondary"
            submit={say("Don’t offer this pathway any more")}
          >
            <input type="hidden" name="id" value={pathway.id} />
          </Form>
        </>
      )}
    </Frame>
  )
}
