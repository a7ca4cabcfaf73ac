import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { personIdOf } from "@/lib/access/ctx"
import { ensure } from "@/lib/errors"
import { mayKeepResources } from "@/lib/resources/policy"
import { listResourceChoices } from "@/lib/resources/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { ResourceFields } from "../_parts/resource-fields"
import { addResourceForm } from "../actions"

/** Adds a resource to the library. */
export default async function NewResource(props: PageProps) {
  const [frame, { me, ...choices }] = await visit(props, async (ctx) => {
    ensure(mayKeepResources(ctx.actor), say("Only workers and managers can change resources."))
    return { ...(await listResourceChoices(ctx)), me: personIdOf(ctx.actor) ?? "" }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Add a resource")} at="resources">
      <BackLink href={`/${lio}/resources`}>{say("Resources")}</BackLink>
      <h1>{say("Add a resource")}</h1>
      <LongForm
        action={addResourceForm}
        frame={frame}
        values={{ openTo: "public", ownerId: me }}
        submit={say("Add the resource")}
        secondary={<a href={`/${lio}/resources`}>{say("Cancel")}</a>}
        className="max-w-3xl"
      >
        <ResourceFields {...choices} />
      </LongForm>
    </Frame>
  )
}
