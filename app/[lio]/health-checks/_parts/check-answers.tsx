import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { HealthCheck } from "@/lib/health-checks/queries"
import { bySet } from "@/lib/health-checks/words"
import { say, sayCount } from "@/lib/words"
import { handInByLinkForm } from "../actions"
import { AnsweredBefore } from "./answered-before"
import { type ByLink, LinkFields, pathOf } from "./link"
import { ShareChoice } from "./share"

/** The answers as they stand, each with a way to change it, and the handing in. */
export function CheckAnswers({ check, name, ...link }: ByLink & { check: HealthCheck; name: string }) {
  const open = check.questions.filter(({ answer }) => answer === null).length
  const at = new Map(check.questions.map(({ id }, place) => [id, place + 1]))
  return (
    <>
      <BackLink href={pathOf(link, { question: String(check.questions.length) })} />
      <h1>{say("Check your answers")}</h1>
      {bySet(check.questions).map((set) => (
        <section key={set.key}>
          <h2>{set.name}</h2>
          <SummaryList
            missing={say("No answer yet")}
            items={set.questions.map(({ id, question, answer, answeredBy, earlier }) => ({
              label: question,
              value: answer ? (
                <>
                  {HEALTH_ANSWERS[answer]}
                  {answeredBy ? <span className="hint m-0">{answeredBy}</span> : null}
                  <AnsweredBefore earlier={earlier} />
                </>
              ) : null,
              change: {
                href: pathOf(link, { question: String(at.get(id)), from: "check" }),
                label: answer ? undefined : say("Answer"),
              },
            }))}
          />
        </section>
      ))}
      {open > 0 ? (
        <p>
          {sayCount(open, {
            one: "{count} question has no answer yet. Answer it before you hand in; “Don’t know” is an answer, too.",
            other:
              "{count} questions have no answer yet. Answer them before you hand in; “Don’t know” is an answer, too.",
          })}
        </p>
      ) : (
        <Form
          action={handInByLinkForm}
          submit={say("Hand in your health check")}
          className="max-w-2xl"
          values={{ share: check.shared ? "yes" : undefined }}
        >
          <LinkFields {...link} />
          <ShareChoice name={name} />
          <p>
            {say(
              "Once handed in, the answers stay as they are. You can change your mind about sharing later.",
            )}
          </p>
        </Form>
      )}
    </>
  )
}
