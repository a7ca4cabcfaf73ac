import { redirect } from "next/navigation"
import { type FrameData, type PageProps, visitByLink } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { Radios } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { ThreadLink } from "@/app/[lio]/_parts/thread-link"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { getOurs, type Ours } from "@/lib/consultations/answering/own/queries"
import { inChosenLanguage } from "@/lib/consultations/languages/queries"
import { knowsWhose } from "@/lib/consultations/policy"
import type { Consultation } from "@/lib/consultations/queries"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { QUOTES, quotesFor, quotesOf } from "@/lib/consultations/signing/consent/words"
import { aboutQuotes, STOPPED } from "@/lib/consultations/words"
import { findOutcome } from "@/lib/representations/outcomes/queries"
import { formatLongDate, formatMoment, formatTime, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { OutcomeOf } from "../../../outcomes/_parts/outcome"
import { chosenLanguage } from "../../_parts/chosen-language"
import { ChangedSinceSent } from "../../_parts/question-versions"
import { LanguageLinks, marking } from "../../_parts/tongue"
import { ChooseGroup } from "../_parts/choose-group"
import { consentForm, copyForm } from "../answer/actions"
import { MoreStatements } from "./_parts/more-statements"
import { OurWords, Versions } from "./_parts/our-words"

const sentBy = ({ signedOffAt, signedOffName }: { signedOffAt: Date; signedOffName: string }) => ({
  moment: formatMoment(signedOffAt),
  name: signedOffName,
})

/** A group's own answer, for as long as there is one: its words, who wrote them, what was sent and what was not, and what came of it. */
export default async function OursPage(props: PageProps) {
  const [frame, { consultation, yours, ours, languages, group, outcomes, versions }] = await visitByLink(
    props,
    async (ctx, query, params) => {
      const group = groupIn(query)
      const read = await getOurs(ctx, params.id ?? "", group)
      const versions = await listQuestionVersions(ctx, read.consultation.id)
      const outcomes = read.ours ? await findOutcome(ctx, read.consultation.id, read.ours.group.id) : []
      const { consultation, answering, languages } = await inChosenLanguage(
        ctx,
        { consultation: read.consultation, answering: read.ours },
        await chosenLanguage(query),
      )
      return { yours: read.yours, consultation, ours: answering, languages, group, outcomes, versions }
    },
  )
  const { id, title, closesAt, state } = consultation
  const lio = frame.lio.slug
  if (!ours)
    return (
      <ChooseGroup
        frame={frame}
        consultation={consultation}
        groups={yours}
        tongue={languages.tongue}
        page="ours"
      />
    )
  const { sent, response, unsent, lead, behalf } = ours
  if (!response) redirect(addressOf(lio, id, ""))
  const open = state === "open"
  const known = knowsWhose(consultation)
  const parted = sent && !known && !open
  return (
    <Frame {...frame} title={say("Our answer: {title}", { title })} at="consultations">
      <BackLink href={addressOf(lio, id, behalf ? "reach" : "")}>{marking(languages.tongue)(title)}</BackLink>
      <LanguageLinks {...languages} at={(lang) => addressOf(lio, id, "ours", { group, lang })} />
      <h1>{behalf ? say("The answer of {group}", { group: ours.group.name }) : say("Our answer")}</h1>
      <p>
        {sayRich("For {group}. The reference is {reference}.", {
          group: <strong>{ours.group.name}</strong>,
          reference: <strong className="whitespace-nowrap">{response.reference}</strong>,
        })}
      </p>
      {state === "stopped" ? (
        <>
          <Banner kind="note">{STOPPED}</Banner>
          <p className="max-w-2xl whitespace-pre-line">{consultation.stoppedReason}</p>
        </>
      ) : null}
      <Banner kind={sent && unsent.length === 0 ? "done" : "note"}>
        {sent
          ? [
              sent.version > 1
                ? say("Sent on {moment} by {name}, version {version}.", {
                    ...sentBy(sent),
                    version: sent.version,
                  })
                : say("Sent on {moment} by {name}.", sentBy(sent)),
              unsent.length > 0
                ? sayCount(unsent.length, {
                    one: "{count} answer changed since and is not sent: what was sent counts.",
                    other: "{count} answers changed since and are not sent: what was sent counts.",
                  })
                : "",
            ].join(" ")
          : open
            ? say("Nothing has been sent yet, so your answers don’t count yet.")
            : state === "stopped"
              ? say("Nothing was sent before it was stopped.")
              : say("Nothing was sent before it closed, so nothing was counted.")}
      </Banner>
      {open ? <ChangedSinceSent versions={versions} sentAt={sent?.signedOffAt} /> : null}
      {open && closesAt ? (
        <div className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3">
          <p className="m-0">
            {say("You can change it until {closesAt} at {time}.", {
              closesAt: formatLongDate(closesAt),
              time: formatTime(closesAt),
            })}
          </p>
          <ButtonLink href={addressOf(lio, id, "check", { group })} kind="secondary">
            {unsent.length > 0 || !sent ? say("Check it and send it") : say("Change it")}
          </ButtonLink>
        </div>
      ) : null}
      {open && sent ? (
        <MoreStatements ours={ours} at={(question) => addressOf(lio, id, "answer", { group, question })} />
      ) : null}
      {parted ? (
        <p className="max-w-2xl">
          {state === "stopped"
            ? say("Your answers were anonymous, and were deleted unread.")
            : say(
                "Your answers count, but nobody can tell which they are. As we told you, they’re no longer kept with your group’s name.",
              )}
        </p>
      ) : (
        <>
          <OurWords ours={ours} tongue={languages.tongue} at={{ lio, id }} />
          {sent ? <Versions ours={ours} tongue={languages.tongue} at={{ lio, id }} /> : null}
        </>
      )}
      {sent && known ? (
        <Form
          action={copyForm}
          lio={lio}
          submit={say("Email a copy to everybody who speaks for the group")}
          kind="secondary"
          id="copy"
        >
          <HiddenField name="id" value={id} />
          <HiddenField name="group" value={ours.group.id} />
        </Form>
      ) : null}
      {sent && known ? (
        <section>
          <h2>{say("May we quote these words?")}</h2>
          <p className="max-w-2xl">
            {say("At the moment: “{said}”.", { said: QUOTES[quotesOf(response)] })}{" "}
            {aboutQuotes(consultation)}
          </p>
          {lead ? (
            <Form
              action={consentForm}
              lio={lio}
              values={{ quotes: quotesOf(response) }}
              submit={say("Save where we may quote you")}
              kind="secondary"
              id="consent"
            >
              <HiddenField name="id" value={id} />
              <HiddenField name="group" value={ours.group.id} />
              <Radios name="quotes" legend={say("May we quote you?")} options={quotesFor(consultation)} />
            </Form>
          ) : (
            <p className="hint">{say("The lead of your group can change that.")}</p>
          )}
        </section>
      ) : null}
      {state === "stopped" ? null : <WhatCameOfIt {...{ frame, consultation, ours, outcomes }} />}
    </Frame>
  )
}

type CameProps = {
  frame: FrameData
  consultation: Consultation
  ours: NonNullable<Ours>
  outcomes: Awaited<ReturnType<typeof findOutcome>>
}

/** What the consultation and the papers that rest on it led to, or when it will be told. */
function WhatCameOfIt({ frame, consultation, ours, outcomes }: CameProps) {
  const { id, outcome } = consultation
  const lio = frame.lio.slug
  return (
    <>
      <h2>{say("What came of it")}</h2>
      {ours.sent && !ours.behalf && frame.actor.kind !== "guest" ? (
        <p>
          <ThreadLink lio={lio} kind="response" id={ours.response?.id ?? ""} />
        </p>
      ) : null}
      {outcome ? <p className="max-w-2xl whitespace-pre-line">{outcome}</p> : null}
      {outcomes.map((one) => (
        <OutcomeOf key={one.representationId} lio={lio} outcome={one} several={false} />
      ))}
      {outcome || outcomes.length > 0 ? null : (
        <p>
          {ours.open
            ? `${say(
                "After it closes, {lio} brings together what all groups said and shows you the results.",
                { lio: frame.lio.name },
              )} `
            : ""}
          {say("We tell you what came of it, whatever it is.")}
        </p>
      )}
      {ours.open ? null : (
        <p>
          <a href={addressOf(lio, id, "results")}>{say("See what all groups said")}</a>
        </p>
      )}
    </>
  )
}
