import { Radios } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Progress } from "@/app/_ui/task-list"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { CheckQuestion } from "@/lib/health-checks/queries"
import { say } from "@/lib/words"
import { answerByLinkForm } from "../actions"
import { AnsweredBefore } from "./answered-before"
import { type ByLink, LinkFields, pathOf } from "./link"

type Props = ByLink & {
  question: CheckQuestion
  number: number
  of: number
  me: string | null
  back: boolean
}

/** One question a page. Going on saves the answer. */
export function OneQuestion({ question, number, of, me, back, ...link }: Props) {
  const { id, setName, hint, answer, answeredBy, answeredById, version, earlier } = question
  const previous: Record<string, string> = back
    ? { page: "check" }
    : number > 1
      ? { question: String(number - 1) }
      : {}
  return (
    <div className="max-w-2xl">
      <BackLink href={pathOf(link, previous)} />
      <Progress thing={say("Question")} at={number} of={of} />
      <p className="text-soft">{setName}</p>
      {answer ? (
        <p className="hint">
          {answeredById && answeredById === me
            ? say("You answered this.")
            : say("{name} answered this. You can change it.", {
                name: answeredBy ?? say("Somebody in your group"),
              })}
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <div className="mb-5">
          <AnsweredBefore earlier={earlier} />
        </div>
      ) : null}
      <Form
        action={answerByLinkForm}
        submit={say("Continue")}
        values={{ answer: answer ?? undefined, version: String(version) }}
      >
        <LinkFields {...link} />
        <input type="hidden" name="questionId" value={id} />
        <input type="hidden" name="at" value={number} />
        <input type="hidden" name="back" value={back ? "yes" : ""} />
        <HiddenField name="version" />
        <Radios
          name="answer"
          legend={question.question}
          hint={hint ?? undefined}
          options={Object.entries(HEALTH_ANSWERS).map(([value, label]) => ({ value, label }))}
          large
        />
      </Form>
    </div>
  )
}
