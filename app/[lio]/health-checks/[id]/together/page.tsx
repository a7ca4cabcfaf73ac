import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayAskForChecks } from "@/lib/health-checks/policy"
import { getCheck } from "@/lib/health-checks/queries"
import { bySet } from "@/lib/health-checks/words"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { recordAnswersForm } from "../../actions"

const OPTIONS = Object.entries(HEALTH_ANSWERS).map(([value, label]) => ({ value, label }))

/** Staff write down what the group says, on one page. */
export default async function AnswerTogether(props: PageProps) {
  const [frame, check] = await visit(props, async (ctx, _, { id = "" }) => {
    ensure(mayAskForChecks(ctx.actor), say("Only workers and managers can write down a group’s answers."))
    return getCheck(ctx, id)
  })
  const lio = frame.lio.slug
  if (!check.shared || check.handedInAt) redirect(`/${lio}/health-checks/${check.id}`)
  const title = say("Answer together: {group}", { group: check.group })
  const at = new Map(check.questions.map(({ id }, place) => [id, place]))
  return (
    <Frame {...frame} title={title} at="health-checks">
      <BackLink href={`/${lio}/health-checks/${check.id}`}>{check.group}</BackLink>
      <h1>{title}</h1>
      <Form
        action={recordAnswersForm}
        lio={lio}
        submit={null}
        className="max-w-3xl"
        values={Object.fromEntries(
          check.questions.flatMap(({ answer, version }, place) => [
            [`answers.${place}.answer`, answer ?? ""],
            [`answers.${place}.version`, String(version)],
          ]),
        )}
      >
        <input type="hidden" name="id" value={check.id} />
        {bySet(check.questions).map((set) => (
          <section key={set.key}>
            <h2>{set.name}</h2>
            {set.questions.map(({ id, question, hint }) => (
              <div key={id}>
                <HiddenField name={`answers.${at.get(id)}.questionId`} value={id} />
                <HiddenField name={`answers.${at.get(id)}.version`} />
                <Radios
                  name={`answers.${at.get(id)}.answer`}
                  legend={question}
                  hint={hint ?? undefined}
                  options={OPTIONS}
                />
              </div>
            ))}
          </section>
        ))}
        <div className="flex flex-wrap gap-4">
          <SubmitButton name="button" value="done">
            {say("Hand in for the group")}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="later">
            {say("Save and come back later")}
          </SubmitButton>
        </div>
      </Form>
    </Frame>
  )
}
