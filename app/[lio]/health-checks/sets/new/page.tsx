import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listHelpToChoose } from "@/lib/health-checks/helping/queries"
import { mayKeepSets } from "@/lib/health-checks/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { questionValues, SetFields } from "../../_parts/set-fields"
import { saveSetForm } from "../../actions"

/** Adds a set of the LIO’s own. */
export default async function NewSet(props: PageProps) {
  const [frame, { choices }] = await visit(props, async (ctx) => {
    ensure(mayKeepSets(ctx.actor), say("Only managers can change the sets of questions."))
    return { choices: await listHelpToChoose(ctx) }
  })
  const here = `/${frame.lio.slug}/health-checks/sets`
  return (
    <Frame {...frame} title={say("Add a set of questions")} at="health-checks">
      <BackLink href={here}>{say("Sets of questions")}</BackLink>
      <h1>{say("Add a set of questions")}</h1>
      <LongForm
        action={saveSetForm}
        frame={frame}
        submit={say("Add the set")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        values={{ name: "", key: "", ...questionValues([]) }}
      >
        <input type="hidden" name="key" value="" />
        <SetFields {...choices} />
      </LongForm>
    </Frame>
  )
}
