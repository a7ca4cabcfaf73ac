import { redirect } from "next/navigation"
import { Fragment } from "react"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Radios, Tick } from "@/app/_ui/choices"
import { HiddenField, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Frame } from "@/app/[lio]/_parts/frame"
import { AboutAnswer } from "@/app/[lio]/consultations/_parts/about-answer"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { personOf } from "@/lib/access/ctx"
import {
  changedSince,
  countAnswered,
  getOpenResponse,
  type OpenResponse,
  shownIn,
} from "@/lib/consultations/answering/queries"
import { knowsWhose } from "@/lib/consultations/policy"
import type { Consultation } from "@/lib/consultations/queries"
import { inSections } from "@/lib/consultations/questions/sections/words"
import { notAsked } from "@/lib/consultations/questions/showing/words"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { consentIn } from "@/lib/consultations/sealed"
import { consentOfFirst } from "@/lib/consultations/signing/two/words"
import { listColleagues, signsWithTwo } from "@/lib/consultations/together/queries"
import { aboutQuotes, answerInWords } from "@/lib/consultations/words"
import { formatMoment, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { ChangedSinceSent } from "../../_parts/question-versions"
import { ChooseGroup } from "../_parts/choose-group"
import { Colleagues } from "../answer/_parts/together"
import { signingRuleForm, signOffForm, tellLeadForm } from "../answer/actions"
import { Dropped, Missing } from "./_parts/before-sending"

/** The answers as they stand, each with a way to change it, and the sending. */
export default async function CheckPage(props: PageProps) {
  const [frame, { consultation, yours, answering, group, colleagues, versions, two, me, now, zone }] =
    await visitByLink(props, async (ctx, query, params) => {
      const place = await getOpenResponse(ctx, params.id ?? "", groupIn(query))
      const { consultation, answering } = place
      const at = answering && { consultationId: consultation.id, groupId: answering.group.id }
      return {
        ...place,
        group: groupIn(query),
        colleagues: at ? await listColleagues(ctx, at) : [],
        versions: await listQuestionVersions(ctx, consultation.id),
        two: answering ? await signsWithTwo(ctx, answering.group.id) : false,
        me: personOf(ctx.actor)?.personId ?? null,
        now: ctx.now,
        zone: ctx.lio.timezone,
      }
    })
  const { id } = consultation
  const lio = frame.lio.slug
  if (!answering) return <ChooseGroup frame={frame} consultation={consultation} groups={yours} page="check" />
  if (!answering.open) redirect(addressOf(lio, id, answering.response ? "ours" : "", { group }))
  const shown = new Set(shownIn(answering))
  const last = answering.questions.findLastIndex((question) => shown.has(question)) + 1
  const to = (question: number) => addressOf(lio, id, "answer", { group, question, from: "check" })
  return (
    <Frame {...frame} title={say("Check your answers")} at="consultations">
      <BackLink href={addressOf(lio, id, "answer", { group, question: last })} />
      <h1>{answering.behalf ? say("Check the answers") : say("Check your answers")}</h1>
      <AboutAnswer title={consultation.title} group={answering.group.name} />
      <Sent answering={answering} />
      <ChangedSinceSent versions={versions} sentAt={answering.sent?.signedOffAt} />
      <Colleagues colleagues={colleagues} now={now} zone={zone} />
      {inSections(answering.questions).map(({ heading, questions }) => (
        <Fragment key={questions[0]?.question.id}>
          {heading ? <h2>{heading}</h2> : null}
          <SummaryList
            missing={say("Not provided")}
            items={questions.map(({ question, number }) => ({
              label: question.title,
              ...(shown.has(question)
                ? {
                    value: answerInWords(question, answering.answers.get(question.id)?.value),
                    change: { href: to(number) },
                  }
                : { value: notAsked(question, answering.questions, answering.behalf) }),
            }))}
          />
        </Fragment>
      ))}
      <Dropped answering={answering} />
      <Missing answering={answering} to={to} />
      <Send
        lio={lio}
        id={id}
        group={group}
        answering={answering}
        consultation={consultation}
        two={two}
        me={me}
      />
      {answering.lead && !answering.behalf && !answering.nameless ? (
        <TwoSign lio={lio} id={id} group={answering.group.id} two={two} />
      ) : null}
    </Frame>
  )
}

function Sent({ answering }: { answering: OpenResponse }) {
  if (!answering.sent) return null
  const { signedOffAt, signedOffName } = answering.sent
  const changed = changedSince(answering).length
  const sent = say("on {signedOffAt} by {signedOffName}", {
    signedOffAt: formatMoment(signedOffAt),
    signedOffName,
  })
  return (
    <Banner kind={changed > 0 ? "note" : "done"}>
      {changed > 0
        ? sayCount(
            changed,
            {
              one: "An answer was sent {sent}. {count} answer changed since and is not sent: what was sent counts until it is sent again.",
              other:
                "An answer was sent {sent}. {count} answers changed since and are not sent: what was sent counts until it is sent again.",
            },
            { sent },
          )
        : say("These answers were sent {sent}. The reference is {reference}.", {
            sent,
            reference: answering.response?.reference ?? "",
          })}
    </Banner>
  )
}

/** Whether two of the group sign: its leads say so, here where they sign. */
function TwoSign({ lio, id, group, two }: { lio: string; id: string; group: string; two: boolean }) {
  return (
    <Form
      action={signingRuleForm}
      lio={lio}
      id="two"
      fold={two ? say("Two leads sign your group’s answers") : say("Should two of you sign?")}
      values={{ two }}
      submit={say("Save")}
      kind="secondary"
    >
      <HiddenField name="id" value={id} />
      <HiddenField name="group" value={group} />
      <Tick name="two" label={say("Two leads must sign before our answers are sent")} />
    </Form>
  )
}

type SendProps = {
  lio: string
  id: string
  group: string | null
  answering: OpenResponse
  consultation: Consultation
  /** Two of the group sign. */
  two: boolean
  /** Who reads the page. */
  me: string | null
}

function Send({ lio, id, group, answering, consultation, two, me }: SendProps) {
  if (countAnswered(answering) === 0) {
    return (
      <p>
        {sayRich(
          "Nothing is answered yet. If your group has nothing to say, <link>tell us so</link>. That helps, too.",
          { link: (text) => <a href={addressOf(lio, id, "nothing", { group })}>{text}</a> },
        )}
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
        <h2>{say("Ready?")}</h2>
        <p>
          {say("Only the lead of {group} can send the answers. We can email them for you.", {
            group: answering.group.name,
          })}
        </p>
        {answering.response?.readyAt ? (
          <p className="hint">
            {say("The lead was told on {readyAt}.", { readyAt: formatMoment(answering.response.readyAt) })}
          </p>
        ) : null}
        <Form action={tellLeadForm} lio={lio} submit={say("Tell the lead it is ready")}>
          {hidden}
        </Form>
      </>
    )
  }
  if (answering.response?.signedOffAt && changedSince(answering).length === 0) {
    return (
      <p>
        <a href={addressOf(lio, id, "ours", { group })}>{say("Our answer, and what comes of it")}</a>
      </p>
    )
  }
  const firstSaid = two ? consentOfFirst(answering) : null
  if (firstSaid !== null && answering.response?.firstSignedBy === me) {
    return (
      <Banner kind="note">
        {say("You’ve signed. Your answers will be sent when another lead in your group has signed too.")}
      </Banner>
    )
  }
  return (
    <Form
      action={signOffForm}
      lio={lio}
      values={{
        quotable:
          firstSaid ??
          (answering.seal
            ? answering.sent && consentIn(answering.sent.answers)
            : answering.response?.quotable),
      }}
      submit={
        answering.behalf
          ? say("Send the answers of {group}", { group: answering.group.name })
          : two && firstSaid === null
            ? say("Sign as the first of two leads")
            : say("Send your answers")
      }
    >
      {hidden}
      <HiddenField name="seen" value={answering.seen} />
      {firstSaid === null ? null : (
        <p className="max-w-2xl">
          {firstSaid
            ? say(
                "Another lead in your group has signed, and said we can quote you. If you choose differently, they’ll need to sign again.",
              )
            : say(
                "Another lead in your group has signed, and said we can’t quote you. If you choose differently, they’ll need to sign again.",
              )}
        </p>
      )}
      <Radios
        name="quotable"
        legend={
          answering.behalf
            ? say("Did the group say that we may quote its words?")
            : say("May we quote your words?")
        }
        hint={
          knowsWhose(consultation)
            ? say(
                "{named} If you don’t choose, we don’t quote you. You can change this at any time, also after it has closed.",
                { named: aboutQuotes(consultation) },
              )
            : say("{named} If you don’t choose, we don’t quote you. You can change this until it closes.", {
                named: aboutQuotes(consultation),
              })
        }
        options={[
          { value: "yes", label: answering.behalf ? say("Yes, they said so") : say("Yes, you may") },
          { value: "no", label: answering.behalf ? say("No") : say("No, please do not") },
        ]}
        optional
      />
      {answering.nameless ? (
        <TextField
          name="name"
          label={say("Your name")}
          hint={say(
            "This link went to your group’s own address, so we don’t know who you are. Your name is kept with the answer.",
          )}
        />
      ) : null}
    </Form>
  )
}
