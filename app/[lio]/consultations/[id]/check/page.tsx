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
  type OpenResponse,
  shownIn,
} from "@/lib/consultations/answering/queries"
import type { Language } from "@/lib/consultations/languages/words"
import { knowsWhose } from "@/lib/consultations/policy"
import type { Consultation } from "@/lib/consultations/queries"
import { inSections } from "@/lib/consultations/questions/sections/words"
import { notAsked } from "@/lib/consultations/questions/showing/words"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { consentIn } from "@/lib/consultations/sealed"
import { QUOTES, quotesFor, quotesOf } from "@/lib/consultations/signing/consent/words"
import { consentOfFirst } from "@/lib/consultations/signing/two/words"
import { listColleagues, signsWithTwo } from "@/lib/consultations/together/queries"
import { aboutQuotes } from "@/lib/consultations/words"
import { formatMoment, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { answerShown } from "../../_parts/answer-shown"
import { responseAt } from "../../_parts/chosen-language"
import { ChangedSinceSent } from "../../_parts/question-versions"
import { LanguageLinks, marking } from "../../_parts/tongue"
import { ChooseGroup } from "../_parts/choose-group"
import { Colleagues } from "../answer/_parts/together"
import { signingRuleForm, signOffForm, tellLeadForm } from "../answer/actions"
import { Dropped, Missing, Sent } from "./_parts/before-sending"

/** Where the group has said that it may be quoted; nothing where it hasn't yet. */
const quotedSoFar = ({ seal, sent, response }: OpenResponse) =>
  sent && response ? (seal ? consentIn(sent.answers) : quotesOf(response)) : undefined

/** The answers as they stand, each with a way to change it, and the sending. */
export default async function CheckPage(props: PageProps) {
  const [
    frame,
    { consultation, yours, answering, languages, group, colleagues, versions, two, me, now, zone },
  ] = await visitByLink(props, async (ctx, query, params) => {
    const place = await responseAt(ctx, query, params)
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
  if (!answering)
    return (
      <ChooseGroup
        frame={frame}
        consultation={consultation}
        groups={yours}
        tongue={languages.tongue}
        page="check"
      />
    )
  if (!answering.open) redirect(addressOf(lio, id, answering.response ? "ours" : "", { group }))
  const { tongue } = languages
  const m = marking(tongue)
  const shown = new Set(shownIn(answering))
  const last = answering.questions.findLastIndex((question) => shown.has(question)) + 1
  const to = (question: number) => addressOf(lio, id, "answer", { group, question, from: "check" })
  return (
    <Frame {...frame} title={say("Check your answers")} at="consultations">
      <BackLink href={addressOf(lio, id, "answer", { group, question: last })} />
      <LanguageLinks {...languages} at={(lang) => addressOf(lio, id, "check", { group, lang })} />
      <h1>{answering.behalf ? say("Check the answers") : say("Check your answers")}</h1>
      <AboutAnswer title={consultation.title} group={answering.group.name} tongue={tongue} />
      <Sent answering={answering} />
      <ChangedSinceSent versions={versions} sentAt={answering.sent?.signedOffAt} />
      <Colleagues colleagues={colleagues} now={now} zone={zone} />
      {inSections(answering.questions).map(({ heading, questions }) => (
        <Fragment key={questions[0]?.question.id}>
          {heading ? <h2>{m(heading)}</h2> : null}
          <SummaryList
            missing={say("Not provided")}
            items={questions.map(({ question, number }) => ({
              label: question.title,
              shown: m(question.title),
              ...(shown.has(question)
                ? {
                    value: answerShown(question, answering.answers.get(question.id)?.value, { lio, id }, m),
                    change: { href: to(number) },
                  }
                : { value: m(notAsked(question, answering.questions, answering.behalf)) }),
            }))}
          />
        </Fragment>
      ))}
      <Dropped answering={answering} mark={m} />
      <Missing answering={answering} mark={m} to={to} />
      <Send
        lio={lio}
        id={id}
        group={group}
        answering={answering}
        consultation={consultation}
        language={tongue?.language ?? null}
        two={two}
        me={me}
      />
      {answering.lead && !answering.behalf && !answering.nameless ? (
        <TwoSign lio={lio} id={id} group={answering.group.id} two={two} />
      ) : null}
    </Frame>
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
  /** In which language it is read, where that isn’t English. */
  language: Language | null
  /** Two of the group sign. */
  two: boolean
  /** Who reads the page. */
  me: string | null
}

function Send({ lio, id, group, answering, consultation, language, two, me }: SendProps) {
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
        quotes: firstSaid ?? quotedSoFar(answering),
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
      <HiddenField name="language" value={language ?? ""} />
      {firstSaid === null ? null : (
        <p className="max-w-2xl">
          {say(
            "Another lead in your group has signed, and said whether we may quote you: “{said}”. If you choose differently, they’ll need to sign again.",
            { said: QUOTES[firstSaid] },
          )}
        </p>
      )}
      <Radios
        name="quotes"
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
        options={quotesFor(consultation)}
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
