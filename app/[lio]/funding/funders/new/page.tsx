import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listThemes } from "@/lib/funding/funders/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { FunderFields } from "../../_parts/funder-fields"
import { addFunderForm } from "../actions"

/** Lists a funder. */
export default async function NewFunder(props: PageProps) {
  const [frame, themes] = await visit(props, async (ctx) => {
    ensure(mayKeepFunding(ctx.actor), say("Only workers and managers keep the list of funders."))
    return listThemes(ctx)
  })
  const back = `/${frame.lio.slug}/funding/funders`
  return (
    <Frame {...frame} title={say("Add a funder")} at="funding">
      <BackLink href={back}>{say("Funders")}</BackLink>
      <h1>{say("Add a funder")}</h1>
      <LongForm
        action={addFunderForm}
        frame={frame}
        submit={say("Add the funder")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <FunderFields themes={themes} />
      </LongForm>
    </Frame>
  )
}
