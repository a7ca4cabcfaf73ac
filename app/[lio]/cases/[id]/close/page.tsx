import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { CASE_OUTCOMES } from "@/db/vocabulary"
import { mayKeepCases } from "@/lib/cases/policy"
import { getCase } from "@/lib/cases/queries"
import { ensure } from "@/lib/errors"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { closeCaseForm } from "../../actions"

/** Closes a case, and says how it ended. */
export default async function CloseCase(props: PageProps) {
  const [frame, its] = await visit(props, async (ctx, _, { id = "" }) => {
    ensure(mayKeepCases(ctx.actor), say("Only workers and managers can close cases."))
    return getCase(ctx, id)
  })
  const lio = frame.lio.slug
  const here = `/${lio}/cases/${its.id}`
  return (
    <Frame {...frame} title={say("Close the case: {title}", { title: its.title })} at="cases">
      <BackLink href={here}>{its.title}</BackLink>
      <h1>{say("Close this case")}</h1>
      {its.aim ? (
        <>
          <h2 className="text-lg">{say("What the group wanted to achieve")}</h2>
          <p className="max-w-2xl whitespace-pre-line">{its.aim}</p>
        </>
      ) : null}
      <Form
        action={closeCaseForm}
        lio={lio}
        submit={say("Close the case")}
        secondary={<a href={here}>{say("Cancel")}</a>}
        className="max-w-3xl"
      >
        <input type="hidden" name="id" value={its.id} />
        <Radios
          name="outcome"
          legend={say("How did it end?")}
          options={Object.entries(CASE_OUTCOMES).map(([value, label]) => ({ value, label }))}
        />
        <TextArea name="ending" label={say("What changed for the group?")} rows={3} optional />
        <DateFields name="closedOn" legend={say("When did it end?")} quick />
      </Form>
    </Frame>
  )
}
