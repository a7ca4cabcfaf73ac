import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { lineValues } from "@/app/_ui/rows"
import { getField } from "@/lib/fields/queries"
import { partsSeen } from "@/lib/fields/words"
import { asSeen } from "@/lib/seen"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { FieldFields } from "../_parts/field-fields"
import { changeFieldForm, offerFieldForm, retireFieldForm } from "../actions"

/** One question of the LIO's own: to change, to retire, to ask again. */
export default async function ChangeField(props: PageProps) {
  const [frame, field] = await visit(props, (ctx, _query, { id = "" }) => getField(ctx, id))
  const lio = frame.lio.slug
  const back = `/${lio}/settings/fields`
  const { label, hint, options, forGroups, retiredAt } = field
  return (
    <Frame {...frame} title={label} at="settings">
      <BackLink href={back}>{say("Your own questions")}</BackLink>
      <h1>{label}</h1>
      <LongForm
        action={changeFieldForm}
        frame={frame}
        values={{ label, hint, forGroups, ...lineValues("options", options), seen: asSeen(partsSeen(field)) }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={field.id} />
        <Seen />
        <FieldFields kind={field.kind} />
      </LongForm>
      <h2>{retiredAt ? say("It is asked no more") : say("Ask it no more")}</h2>
      <p>
        {retiredAt
          ? say("Its answers are kept, and come back with it.")
          : say(
              "It goes from groups’ details and from lists. Its answers are kept, and you can bring it back.",
            )}
      </p>
      <Form
        action={retiredAt ? offerFieldForm : retireFieldForm}
        lio={lio}
        id="retire"
        kind="secondary"
        submit={retiredAt ? say("Ask it again") : say("Retire “{label}”", { label })}
      >
        <input type="hidden" name="id" value={field.id} />
      </Form>
    </Frame>
  )
}
