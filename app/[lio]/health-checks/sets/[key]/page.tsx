import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listHelpToChoose } from "@/lib/health-checks/helping/queries"
import { mayKeepSets } from "@/lib/health-checks/policy"
import { getSet } from "@/lib/health-checks/sets/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { questionValues, SetFields } from "../../_parts/set-fields"
import { saveSetForm } from "../../actions"

/** Changes a set; one that came with Trellis becomes the LIO’s own. */
export default async function EditSet(props: PageProps) {
  const [frame, { choices, set }] = await visit(props, async (ctx, _, { key = "" }) => {
    ensure(mayKeepSets(ctx.actor), say("Only managers can change the sets of questions."))
    return { choices: await listHelpToChoose(ctx), set: await getSet(ctx, key) }
  })
  const here = `/${frame.lio.slug}/health-checks/sets`
  return (
    <Frame {...frame} title={say("Change this set")} at="health-checks">
      <BackLink href={here}>{say("Sets of questions")}</BackLink>
      <h1>{say("Change this set")}</h1>
      <LongForm
        action={saveSetForm}
        frame={frame}
        submit={say("Save the set")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        values={{ name: set.name, seen: set.seen, ...questionValues(set.questions) }}
      >
        <input type="hidden" name="key" value={set.key} />
        <Seen />
        <SetFields {...choices} />
      </LongForm>
    </Frame>
  )
}
