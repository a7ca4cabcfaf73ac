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
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/where"
import { changedSince, countAnswered, getSeat, type Seat } from "@/lib/consultations/answering/queries"
import { aboutQuotes, answerInWords, isAnswered } from "@/lib/consultations/words"
import { formatMoment, plural } from "@/lib/words"
import { ChooseGroup } from "../_parts/choose-group"
import { signOffForm, tellLeadForm } from "../answer/actions"

/** The answers as they stand, each with a way to change it, and the sending. */
export default async function CheckPage(props: PageProps) {
  const [frame, { consultation, yours, seat, group }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await getSeat(ctx, params.id ?? "", groupIn(query))),
      group: groupIn(query),
    }),
  )
  const { id } = consultation
  const lio = frame.lio.slug
  if (!seat) return <ChooseGroup frame={frame} consultation={consultation} groups={yours} page="check" />
  if (!seat.open) redirect(addressOf(lio, id, seat.response ? "ours" : "", { group }))
  const last = addressOf(lio, id, "answer", { group, question: seat.questions.length })
  const to = (question: number) => addressOf(lio, id, "answer", { group, question, from: "check" })
  return (
    <Frame {...frame} title="Check your answers" at="consultations">
      <BackLink href={last} />
      <h1>{seat.behalf ? "Check the answers" : "Check your answers"}</h1>
      <AboutAnswer title={consultation.title} group={seat.group.name} />
      <Sent seat={seat} />
      <SummaryList
        missing="Not provided"
        items={seat.questions.map((question, at) => ({
          label: question.title,
          value: answerInWords(question, seat.answers.get(question.id)?.value),
          change: { href: to(at + 1) },
        }))}
      />
      <Missing seat={seat} to={to} />
      <Send lio={lio} id={id} group={group} seat={seat} named={consultation.named} />
    </Frame>
  )
}

function Sent({ seat }: { seat: Seat }) {
  if (!seat.sent) return null
  const { signedOffAt, signedOffName } = seat.sent
  const changed = changedSince(seat).length
  const sent = `on ${formatMoment(signedOffAt)} by ${signedOffName}`
  return (
    <Banner kind={changed > 0 ? "note" : "done"}>
      {changed > 0
        ? `An answer was sent ${sent}. ${plural(changed, "answer")} changed since and ${changed === 1 ? "is" : "are"} not sent: what was sent counts until it is sent again.`
        : `These answers were sent ${sent}. The reference is ${seat.response?.reference}.`}
    </Banner>
  )
}

function Missing({ seat, to }: { seat: Seat; to: (question: number) => string }) {
  const missing = seat.questions.flatMap(({ id, required, title }, at) =>
    required && !isAnswered(seat.answers.get(id)?.value) ? [{ number: at + 1, title }] : [],
  )
  if (missing.length === 0) return null
  return (
    <Banner kind="note">
      <p>These questions need an answer before {seat.behalf ? "this" : "your group’s answer"} can be sent:</p>
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

type SendProps = { lio: string; id: string; group: string | null; seat: Seat; named: boolean }

function Send({ lio, id, group, seat, named }: SendProps) {
  if (countAnswered(seat) === 0) {
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
  if (!seat.lead) {
    return (
      <>
        <h2>Ready?</h2>
        <p>Only the lead of {seat.group.name} can send the answers. We can email them for you.</p>
        {seat.response?.readyAt ? (
          <p className="hint">The lead was told on {formatMoment(seat.response.readyAt)}.</p>
        ) : null}
        <Form action={tellLeadForm} lio={lio} submit="Tell the lead it is ready">
          {hidden}
        </Form>
      </>
    )
  }
  if (seat.response?.signedOffAt && changedSince(seat).length === 0) {
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
      values={{ quotable: seat.response?.quotable }}
      submit={seat.behalf ? `Send the answers of ${seat.group.name}` : "Send your answers"}
    >
      {hidden}
      <HiddenField name="seen" value={seat.seen} />
      <Radios
        name="quotable"
        legend={seat.behalf ? "Did the group say that we may quote its words?" : "May we quote your words?"}
        hint={`${aboutQuotes(named)} If you don’t choose, we don’t quote you. You can change this at any time, also after it has closed.`}
        options={[
          { value: "yes", label: "Yes, you may" },
          { value: "no", label: "No, please do not" },
        ]}
        optional
      />
      {seat.nameless ? (
        <TextField
          name="name"
          label="Your name"
          hint="This link went to your group’s own address, so we don’t know who you are. Your name is kept with the answer."
        />
      ) : null}
    </Form>
  )
}
