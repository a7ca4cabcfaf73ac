import { type PageProps, visit } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { mayKeepCases } from "@/lib/cases/policy"
import { getCase } from "@/lib/cases/queries"
import { ensure } from "@/lib/errors"
import { listColleagues } from "@/lib/lios/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { Seen } from "../../../_parts/seen"
import { CaseFields } from "../../_parts/case-fields"
import { changeCaseForm } from "../../actions"

/** Changes what a case says, whom it is with, who works on it and who sees it. */
export default async function EditCase(props: PageProps) {
  const [frame, { its, people }] = await visit(props, async (ctx, _, { id = "" }) => {
    ensure(mayKeepCases(ctx.actor), say("Only workers and managers can change cases."))
    const [its, colleagues] = await Promise.all([getCase(ctx, id), listColleagues(ctx)])
    const here = colleagues.map(({ personId, name }) => ({ id: personId, name }))
    const gone = its.people.filter((one) => !here.some(({ id: known }) => known === one.id))
    return {
      its,
      people: [
        ...here,
        ...gone.map(({ id: gone, name }) => ({ id: gone, name: say("{name} (has left)", { name }) })),
      ],
    }
  })
  const lio = frame.lio.slug
  const here = `/${lio}/cases/${its.id}`
  return (
    <Frame {...frame} title={say("Change the case: {title}", { title: its.title })} at="cases">
      <BackLink href={here}>{its.title}</BackLink>
      <h1>{say("Change this case")}</h1>
      <LongForm
        action={changeCaseForm}
        frame={frame}
        submit={say("Save")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        className="max-w-3xl"
        values={{
          title: its.title,
          aim: its.aim,
          personIds: its.people.map(({ id }) => id),
          confidential: its.confidential ? "yes" : "no",
          seen: its.changedAt?.toISOString() ?? "",
        }}
      >
        <input type="hidden" name="id" value={its.id} />
        <Seen />
        <CaseFields lio={lio} chosen={its.groups} people={people} wasOpen={!its.confidential} />
      </LongForm>
    </Frame>
  )
}
