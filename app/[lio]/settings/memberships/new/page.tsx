import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepTypes } from "@/lib/memberships/policy"
import { listTypes } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { FIRST_TYPE, NEXT_TYPE, TypeFields } from "../_parts/type-fields"
import { addTypeForm } from "../actions"

/** A new kind of membership; the first is filled in with what suits most. */
export default async function NewType(props: PageProps) {
  const [frame, first] = await visit(props, async (ctx) => {
    ensure(mayKeepTypes(ctx.actor), say("Only a manager can change this."))
    return (await listTypes(ctx)).length === 0
  })
  const lio = frame.lio.slug
  const back = `/${lio}/settings/memberships`
  const values = first ? FIRST_TYPE : NEXT_TYPE
  return (
    <Frame {...frame} title={say("A kind of membership")} at="settings">
      <BackLink href={back}>{say("Kinds of membership")}</BackLink>
      <h1>{say("A kind of membership")}</h1>
      <LongForm
        action={addTypeForm}
        frame={frame}
        values={values}
        submit={say("Save")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <TypeFields />
      </LongForm>
    </Frame>
  )
}
