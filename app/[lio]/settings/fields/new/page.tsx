import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { lineValues } from "@/app/_ui/rows"
import { ensure } from "@/lib/errors"
import { mayKeepFields } from "@/lib/fields/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { FieldFields } from "../_parts/field-fields"
import { addFieldForm } from "../actions"

/** A new question of the LIO's own. */
export default async function NewField(props: PageProps) {
  const [frame] = await visit(props, async (ctx) => {
    ensure(mayKeepFields(ctx.actor), say("Only a manager can change this."))
  })
  const lio = frame.lio.slug
  const back = `/${lio}/settings/fields`
  return (
    <Frame {...frame} title={say("Add a question")} at="settings">
      <BackLink href={back}>{say("Your own questions")}</BackLink>
      <h1>{say("Add a question")}</h1>
      <LongForm
        action={addFieldForm}
        frame={frame}
        values={{ kind: "text", forGroups: "nothing", ...lineValues("options", [], 3) }}
        submit={say("Add this question")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <FieldFields />
      </LongForm>
    </Frame>
  )
}
