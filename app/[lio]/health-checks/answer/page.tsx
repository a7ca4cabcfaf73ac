import { notFound } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { personIdOf } from "@/lib/access/ctx"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { byCheckLink } from "@/lib/health-checks/answering/queries"
import { listHelp } from "@/lib/health-checks/helping/queries"
import { getCheck } from "@/lib/health-checks/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { CheckAnswers } from "../_parts/check-answers"
import { OneQuestion } from "../_parts/one-question"
import { OwnCheck } from "../_parts/own-check"
import { Start } from "../_parts/start"

/** Where the link of a health check leads. Opening it changes nothing; the buttons do. */
export default async function AnswerHealthCheck(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const key = typeof query.key === "string" ? query.key : ""
  const held = await byCheckLink({ lio, key }, async (ctx, id) => {
    const check = await getCheck(ctx, id)
    return { check, help: await listHelp(ctx, check), me: personIdOf(ctx.actor) }
  }).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  if (!held)
    return (
      <PublicFrame lio={face} title={say("This link has expired")}>
        <h1>{say("This link has expired")}</h1>
        <p className="max-w-2xl">
          {say("Use the link in our latest email about your health check, or get in touch with {name}.", {
            name: face.name,
          })}
        </p>
      </PublicFrame>
    )
  const { check, help, me } = held
  const link = { lio, token: key }
  const told = typeof query.told === "string" ? query.told : ""
  const number = Number(query.question)
  const question = check.questions[number - 1]
  const title =
    question && !check.handedInAt
      ? say("Question {number}: {question}", { number, question: question.question })
      : say("Health check: {group}", { group: check.group })
  return (
    <PublicFrame lio={face} title={title}>
      {check.handedInAt ? (
        <OwnCheck
          {...link}
          check={check}
          help={help}
          name={face.name}
          told={told}
          chosen={typeof query.about === "string" ? query.about : ""}
        />
      ) : question ? (
        <OneQuestion
          {...link}
          {...{ question, number, me }}
          of={check.questions.length}
          back={query.from === "check"}
        />
      ) : query.page === "check" || number > check.questions.length ? (
        <CheckAnswers {...link} check={check} name={face.name} />
      ) : (
        <Start {...link} check={check} name={face.name} />
      )}
    </PublicFrame>
  )
}
