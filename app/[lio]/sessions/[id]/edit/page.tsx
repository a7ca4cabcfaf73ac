import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { listCasesToChoose } from "@/lib/cases/queries"
import { ensure, found } from "@/lib/errors"
import { listToGive } from "@/lib/giving/queries"
import { LENGTHS } from "@/lib/sessions/input"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { getSession, listPeopleOf } from "@/lib/sessions/queries"
import { kindChoices } from "@/lib/sessions/types/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { SessionFields } from "../../_parts/session-fields"
import { changeSessionForm } from "../../actions"

/** Changes what was recorded; what it said before stays in its history. */
export default async function EditSession(props: PageProps) {
  const [frame, { session, people, kinds, toGive, cases }] = await visit(props, async (ctx, _, params) => {
    ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can change sessions."))
    const session = await getSession(ctx, params.id ?? "")
    found(session.undoneAt ? null : session)
    const people = await listPeopleOf(
      ctx,
      session.groups.map(({ id }) => id),
    )
    const others = session.people.filter((one) => !people.some(({ id }) => id === one.id))
    const toGive = await listToGive(ctx, session.given)
    const open = await listCasesToChoose(ctx, [])
    const its = session.case && !open.some(({ id }) => id === session.case?.id) ? [session.case] : []
    const cases = [...its.map((one) => ({ ...one, names: "" })), ...open]
    const kinds = await kindChoices(ctx, session.typeId ?? session.kind)
    return { session, people: [...people, ...others], kinds, toGive, cases }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/sessions/${session.id}`
  const length = String(session.minutes)
  const usual = LENGTHS.some((one) => one === length)
  return (
    <Frame {...frame} title={say("Change a session")} at="sessions">
      <BackLink href={here}>{say("The session")}</BackLink>
      <h1>{say("Change a session")}</h1>
      <LongForm
        action={changeSessionForm}
        frame={frame}
        submit={say("Save")}
        secondary={<a href={here}>{say("Leave it as it was")}</a>}
        className="max-w-3xl"
        values={{
          note: session.note,
          kind: session.typeId ?? session.kind,
          place: session.place,
          function: session.function,
          on: session.on,
          minutes: usual ? length : "other",
          minutesOther: usual ? null : length,
          personIds: session.people.map(({ id }) => id),
          guides: session.given.guides.map(({ slug }) => slug),
          resources: session.given.resources.map(({ id }) => id),
          caseId: session.case?.id,
          seen: session.editedAt?.toISOString() ?? "",
        }}
      >
        <input type="hidden" name="id" value={session.id} />
        <Seen />
        <SessionFields
          lio={lio}
          chosen={session.groups}
          people={people}
          kinds={kinds}
          toGive={toGive}
          cases={cases}
        />
      </LongForm>
    </Frame>
  )
}
