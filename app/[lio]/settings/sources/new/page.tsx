import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listServed } from "@/lib/lios/areas/queries"
import { mayKeepSources } from "@/lib/support-sources/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { areaOptions, SourceFields } from "../../_parts/source-fields"
import { addSourceForm } from "../actions"

/** Another source of support. */
export default async function NewSource(props: PageProps) {
  const [frame, areas] = await visit(props, async (ctx) => {
    ensure(mayKeepSources(ctx.actor), say("Only a manager can change other sources of support."))
    return listServed(ctx)
  })
  const at = `/${frame.lio.slug}/settings/sources`
  return (
    <Frame {...frame} title={say("Add a source of support")} at="settings">
      <BackLink href={at}>{say("Other sources of support")}</BackLink>
      <h1>{say("Add a source of support")}</h1>
      <p>{say("Only staff see it until you publish it.")}</p>
      <Form
        action={addSourceForm}
        lio={frame.lio.slug}
        submit={say("Add this source")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <SourceFields areas={areaOptions(areas)} />
      </Form>
    </Frame>
  )
}
