import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { BackLink } from "@/app/_ui/links"
import { personOf } from "@/lib/access/ctx"
import { mayKeepCases } from "@/lib/cases/policy"
import { ensure } from "@/lib/errors"
import { listColleagues } from "@/lib/lios/queries"
import { listChosen } from "@/lib/sessions/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { CaseFields } from "../_parts/case-fields"
import { openCaseForm } from "../actions"

/** Opens a case, for a group when it was opened from one. */
export default async function NewCase(props: PageProps) {
  const [frame, { colleagues, chosen, me }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepCases(ctx.actor), say("Only workers and managers can open cases."))
    const id = z.uuid().safeParse(query.group).data
    const [colleagues, chosen] = await Promise.all([listColleagues(ctx), listChosen(ctx, id ? [id] : [])])
    return { colleagues, chosen, me: personOf(ctx.actor)?.personId }
  })
  const lio = frame.lio.slug
  const [group] = chosen
  const back = group ? `/${lio}/groups/${group.id}` : `/${lio}/cases`
  return (
    <Frame {...frame} title={say("Open a case")} at="cases">
      <BackLink href={back}>{group ? group.name : say("Cases")}</BackLink>
      <h1>{say("Open a case")}</h1>
      <p className="max-w-2xl">
        {say(
          "A case keeps together what takes more than one session: the sessions, tasks, files and notes, what it was for and how it ended.",
        )}
      </p>
      <LongForm
        action={openCaseForm}
        frame={frame}
        submit={say("Open the case")}
        secondary={<a href={back}>{say("Cancel")}</a>}
        className="max-w-3xl"
        values={{ personIds: me ? [me] : [], confidential: "no" }}
      >
        <CaseFields
          lio={lio}
          chosen={chosen}
          people={colleagues.map(({ personId, name }) => ({ id: personId, name }))}
        />
        <DateFields name="openedOn" legend={say("When did it start?")} quick />
      </LongForm>
    </Frame>
  )
}
