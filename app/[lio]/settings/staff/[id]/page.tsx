import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayRunLio } from "@/lib/lios/policy"
import { getTeammate } from "@/lib/lios/staff/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LEVEL_OPTIONS } from "../../_parts/levels"
import { changeLevelForm, endStaffForm, inviteAgainForm } from "../../actions"

/** One of the staff: what they may do, their invitation, the end of their work here. */
export default async function StaffPerson(props: PageProps) {
  const [frame, person] = await visit(props, (ctx, _query, { id = "" }) => {
    ensure(mayRunLio(ctx.actor), say("Only a manager can change what staff may do."))
    return getTeammate(ctx, id)
  })
  const lio = frame.lio.slug
  const hidden = <input type="hidden" name="personId" value={person.personId} />
  return (
    <Frame {...frame} title={person.name} at="settings">
      <BackLink href={`/${lio}/settings/staff`}>{say("Staff")}</BackLink>
      <h1>{person.name}</h1>
      <p>
        {say("{email}, on the staff since {startedAt}.", {
          email: person.email ?? "",
          startedAt: formatDate(person.startedAt),
        })}
      </p>
      {person.cameIn ? null : (
        <>
          <h2>{say("Not signed in yet")}</h2>
          <p>
            {say("{person} was invited and has not been in since. The email may have been lost.", {
              person: person.name,
            })}
          </p>
          <Form
            action={inviteAgainForm}
            lio={lio}
            submit={say("Send the invitation again")}
            kind="secondary"
            id="again"
          >
            {hidden}
          </Form>
        </>
      )}
      <h2>{say("Level")}</h2>
      <Form
        action={changeLevelForm}
        lio={lio}
        values={{ level: person.level }}
        submit={say("Save the level")}
      >
        {hidden}
        <Radios name="level" legend={say("What may they do?")} options={LEVEL_OPTIONS} />
      </Form>
      <h2>{say("They do not work here any more")}</h2>
      <p>
        {say("They are signed out at once and cannot come in as staff. What they did stays in the history.")}
      </p>
      <Form
        action={endStaffForm}
        lio={lio}
        submit={say("End the work of {person} here", { person: person.name })}
        kind="danger"
        id="end"
      >
        {hidden}
      </Form>
    </Frame>
  )
}
