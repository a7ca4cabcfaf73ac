import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayWriteGuides } from "@/lib/guides/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { GuideFields } from "../_parts/guide-fields"
import { HowToWrite } from "../_parts/how-to-write"
import { startGuideForm } from "../actions"

/** Begins a guide of the LIO's own. */
export default async function NewGuide(props: PageProps) {
  const [frame] = await visit(props, async (ctx) =>
    ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can write guides.")),
  )
  const lio = frame.lio.slug
  const at = `/${lio}/guides/manage`
  return (
    <Frame {...frame} title={say("New guide")} at="guides/manage">
      <BackLink href={at}>{say("Guides")}</BackLink>
      <h1>{say("New guide")}</h1>
      <LongForm
        action={startGuideForm}
        frame={frame}
        submit={say("Save as draft")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <GuideFields lio={lio} html="" />
      </LongForm>
      <HowToWrite />
    </Frame>
  )
}
