import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { asSeen } from "@/lib/seen"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { getSessionType } from "@/lib/sessions/types/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Seen } from "../../../_parts/seen"
import { changeSessionTypeForm, offerSessionTypeForm, retireSessionTypeForm } from "../actions"

/** One of the LIO's own kinds of work: to rename, to count otherwise, to offer no more. */
export default async function ChangeSessionType(props: PageProps) {
  const [frame, type] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can change the kinds of work."))
    return getSessionType(ctx, id)
  })
  const lio = frame.lio.slug
  const back = `/${lio}/settings/session-types`
  const { id, name, retiredAt } = type
  return (
    <Frame {...frame} title={name} at="settings">
      <BackLink href={back}>{say("Kinds of work")}</BackLink>
      <h1>{name}</h1>
      <p>{say("Closest to: {kind}", { kind: SESSION_KINDS[type.kind] })}</p>
      <Form
        action={changeSessionTypeForm}
        lio={lio}
        id="change"
        values={{ name, function: type.function, seen: asSeen({ name, function: type.function }) }}
        submit={say("Save")}
      >
        <input type="hidden" name="id" value={id} />
        <Seen />
        <TextField
          name="name"
          label={say("What you call it")}
          hint={say("It changes on every session that has it.")}
          width="md"
        />
        <Select
          name="function"
          label={say("Counts for")}
          hint={say("For sessions from now on. Those you have recorded stay as they are.")}
          options={keys(FUNCTIONS).map((value) => ({ value, label: FUNCTIONS[value] }))}
        />
      </Form>
      <h2>{retiredAt ? say("Not offered") : say("Don’t use it any more?")}</h2>
      <Form
        action={retiredAt ? offerSessionTypeForm : retireSessionTypeForm}
        lio={lio}
        id="offer"
        kind="secondary"
        submit={retiredAt ? say("Offer it again") : say("Stop offering it")}
      >
        <input type="hidden" name="id" value={id} />
      </Form>
    </Frame>
  )
}
