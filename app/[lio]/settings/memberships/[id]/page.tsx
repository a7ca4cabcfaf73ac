import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepTypes } from "@/lib/memberships/policy"
import { getType } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { TypeFields, valuesOf } from "../_parts/type-fields"
import { changeTypeForm, offerTypeForm, retireTypeForm } from "../actions"

/** One kind of membership: to change, to retire, to offer again. */
export default async function ChangeType(props: PageProps) {
  const [frame, type] = await visit(props, (ctx, _query, { id = "" }) => {
    ensure(mayKeepTypes(ctx.actor), say("Only a manager can change this."))
    return getType(ctx, id)
  })
  const lio = frame.lio.slug
  const back = `/${lio}/settings/memberships`
  return (
    <Frame {...frame} title={type.name} at="settings">
      <BackLink href={back}>{say("Kinds of membership")}</BackLink>
      <h1>{type.name}</h1>
      <p>
        {say(
          "What you change here applies to memberships that begin from now on. The grace period and the renewal email change for every group that has it.",
        )}
      </p>
      <LongForm
        action={changeTypeForm}
        frame={frame}
        values={valuesOf(type)}
        submit={say("Save")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={type.id} />
        <TypeFields />
      </LongForm>
      <h2>{type.retiredAt ? say("It is retired") : say("Retire it")}</h2>
      <p>
        {type.retiredAt
          ? say("No new memberships begin with it, and no renewal emails go out.")
          : say(
              "Memberships that have begun continue. No new memberships begin with it, and no renewal emails go out.",
            )}
      </p>
      <Form
        action={type.retiredAt ? offerTypeForm : retireTypeForm}
        lio={lio}
        id="retire"
        kind="secondary"
        submit={type.retiredAt ? say("Offer it again") : say("Retire “{type}”", { type: type.name })}
      >
        <input type="hidden" name="id" value={type.id} />
      </Form>
    </Frame>
  )
}
