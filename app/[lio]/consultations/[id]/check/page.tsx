import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Radios } from "@/app/_ui/choices"
import { HiddenField, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Frame } from "@/app/[lio]/_parts/frame"
import { AboutAnswer } from "@/app/[lio]/consultations/_parts/about-answer"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import {
  changedSince,
  countAnswered,
  getOpenResponse,
  type OpenResponse,
} from "@/lib/consultations/answering/queries"
import { aboutQuotes, answerInWords, isAnswered } from "@/lib/consultations/words"
import { byNumber, formatMoment, plural } from "@/lib/words"
import { ChooseGroup } from "../_parts/choose-group"
import { signOffForm, tellLeadForm } from "../answer/actions"

/** The answers as they stand, each with a way to change it, and the sending. */
export default async function CheckPage(props: PageProps) {
  const [frame, { consultation, yours, answering, group }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await getOpenResponse(ctx, params.id ?? "", groupIn(query))),
      group: groupIn(query),
    }),
  )
  const { id } = consultation
  const lio = frame.lio.slug
  if (!answering) return <ChooseGroup frame={frame} consultation={consultation} groups={yours} page="check" />
  if (!answering.open) redirect(addressOf(lio, id, answering.response ? "ours" : "", { group }))
  const last = addressOf(lio, id, "answer", { group, question: answering.questions.length })
  const to = (question: number) => addressOf(lio, id, "answer", { group, question, from: "check" })
  return (
    <Frame {...frame} title="Check your answers" at="consultations">
      <BackLink href={last} />
      <h1>{answering.behalf ? "Check the answers" : "Check your answers"}</h1>
      <AboutAnswer title={consultation.title} group={answering.group.name} />
      <Sent answering={answering} />
      <SummaryList
        missing="Not provided"
        items={answering.questions.map((question, at) => ({
          label: question.title,
          value: answerInWords(question, answering.answers.get(question.id)?.value),
          change: { href: to(at + 1) },
        }))}
      />
      <Missing answering={answering} to={to} />
      <Send lio={lio} id={id} group={group} answering={answering} named={consultation.named} />
    </Frame>
  )
}

function Sent({ answering }: { answering: OpenResponse }) {
  if (!answering.sent) return null
  const { signedOffAt, signedOffName } = answering.sent
  const changed = changedSince(answering).length
  const sent = `on ${formatMoment(signedOffAt)} by ${signedOffName}`
  return (
    <Banner kind={changed > 0 ? "note" : "done"}>
      {changed > 0
        ? `An answer was sent ${sent}. ${plural(changed, "answer")} changed since and ${byNumber(changed, "is", "are")} not sent: what was sent counts until it is sent again.`
        : `These answers were sent ${sent}. The reference is ${answering.response?.reference}.`}
    </Banner>
  )
}

function Missing({ answering, to }: { answering: OpenResponse; to: (question: number) => string }) {
  const missing = answering.questions.flatMap(({ id, required, title }, at) =>
    required && !isAnswered(answering.answers.get(id)?.value) ? [{ number: at + 1, title }] : [],
  )
  if (missing.length === 0) return null
  return (
    <Banner kind="note">
      <p>
        These questions need an answer before {answering.behalf ? "this" : "your group’s answer"} can be sent:
      </p>
      <ul>
        {missing.map(({ number, title }) => (
          <li key={number}>
            <a href={to(number)}>
              Question {number}: {title}
            </a>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

type SendProps = { lio: string; id: string; group: string | null; answering: OpenResponse; named: boolean }

function Send({ lio, id, group, answering, named }: SendProps) {
  if (countAnswered(answering) === 0) {
    return (
      <p>
        Nothing is answered yet. If your group has nothing to say,{" "}
        <a href={addressOf(lio, id, "nothing", { group })}>tell us so</a>. That helps, too.
      </p>
    )
  }
  const hidden = (
    <>
      <HiddenField name="id" value={id} />
      <HiddenField name="group" value={group ?? ""} />
    </>
  )
  if (!answering.lead) {
    return (
      <>
        <h2>Ready?</h2>
        <p>Only the lead of {answering.group.name} can send the answers. We can email them for you.</p>
        {answering.response?.readyAt ? (
          <p className="hint">The lead was told on {formatMoment(answering.response.readyAt)}.</p>
        ) : null}
        <Form action={tellLeadForm} lio={lio} submit="Tell the lead it is ready">
          {hidden}
        </Form>
      </>
    )
  }
  if (answering.response?.signedOffAt && changedSince(answering).length === 0) {
    return (
      <p>
        <a href={addressOf(lio, id, "ours", { group })}>Our answer, and what comes of it</a>
      </p>
    )
  }
  return (
    <Form
      action={signOffForm}
      lio={lio}
      values={{ quotable: answering.response?.quotable }}
      submit={answering.behalf ? `Send the answers of ${answering.group.name}` : "Send your answers"}
    >
      {hidden}
      <HiddenField name="seen" value={answering.seen} />
      <Radios
        name="quotable"
        legend={
          answering.behalf ? "Did the group say that we may quote its words?" : "May we quote your words?"
        }
        hint={`${aboutQuotes(named)} If you don’t choose, we don’t quote you. You can change this at any time, also after it has closed.`}
        options={[
          { value: "yes", label: "Yes, you may" },
          { value: "no", label: "No, please do not" },
        ]}
        optional
      />
      {answering.nameless ? (
        <TextField
          name="name"
          label="Your name"
          hint="This link went to your group’s own address, so we don’t know who you are. Your name is kept with the answer."
        />
      ) : null}
    </Form>
  )
}
