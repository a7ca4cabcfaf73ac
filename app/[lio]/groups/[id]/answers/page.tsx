import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayAnswer, mayKeepFields } from "@/lib/fields/policy"
import { listFields } from "@/lib/fields/queries"
import { answersTyped } from "@/lib/fields/words"
import { mayDescribeGroup } from "@/lib/groups/policy"
import { getGroup } from "@/lib/groups/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Version } from "../../_parts/version"
import { changeAnswersForm } from "../../actions"
import { AnswerField } from "../_parts/answer-fields"

/** A group's answers to the LIO's own questions. */
export default async function GroupAnswers(props: PageProps) {
  const [frame, { group, fields, manages }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const group = await getGroup(ctx, id)
    ensure(mayDescribeGroup(ctx.actor, id), say("You may not change this."))
    const fields = (await listFields(ctx)).filter((field) => mayAnswer(ctx.actor, id, field))
    return { group, fields, manages: mayKeepFields(ctx.actor) }
  })
  const lio = frame.lio.slug
  const back = `/${lio}/groups/${group.id}/details`
  const title = say("Questions of {lio}", { lio: frame.lio.name })
  return (
    <Frame {...frame} title={`${title}: ${group.name}`} at="groups">
      <BackLink href={back}>{group.name}</BackLink>
      <h1>{title}</h1>
      {fields.length === 0 ? (
        <EmptyState
          drawing="letters"
          title={say("There is nothing to answer")}
          action={
            manages ? (
              <ButtonLink href={`/${lio}/settings/fields`}>{say("Add a question")}</ButtonLink>
            ) : undefined
          }
        >
          {say("Questions that {lio} asks every group are listed here.", { lio: frame.lio.name })}
        </EmptyState>
      ) : (
        <Form
          action={changeAnswersForm}
          lio={lio}
          values={{ ...answersTyped(fields, group.custom), version: group.version }}
          secondary={<a href={back}>{say("Cancel")}</a>}
        >
          <input type="hidden" name="id" value={group.id} />
          <Version />
          {fields.map((field) => (
            <AnswerField key={field.id} field={field} answers={group.custom} />
          ))}
        </Form>
      )}
    </Frame>
  )
}
