import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { SummaryList } from "@/app/_ui/summary-list"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { listAudience, listSpokespeople, type Spokesperson } from "@/lib/consultations/invitations/queries"
import { isShort, reminderMoment } from "@/lib/consultations/period"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { ensure } from "@/lib/errors"
import { formatLongDate, formatMoment, formatTime, inWords, plural } from "@/lib/words"
import { openForm } from "../../actions"

type Letters = Record<Spokesperson["by"], number>

/** How many letters go, by whom they are to. */
function countReaders(spokespeople: Spokesperson[]): Letters {
  const count = (by: Spokesperson["by"]) =>
    new Set(spokespeople.filter((spokesperson) => spokesperson.by === by).map(({ address }) => address)).size
  return { speaker: count("speaker"), contact: count("contact"), address: count("address") }
}

function lettersInWords({ speaker, contact, address }: Letters) {
  const to = [
    ...(speaker > 0 ? [`${plural(speaker, "person", "people")} who speak for them`] : []),
    ...(contact > 0 ? [`${plural(contact, "main contact")} where nobody leads`] : []),
    ...(address > 0 ? [`${plural(address, "group’s own address", "groups’ own addresses")}`] : []),
  ]
  return to.length > 0 ? `To ${inWords(to)}, each with a link of their own` : "None: nobody can be emailed"
}

/** The last look before groups are asked: who, until when, how many emails. */
export default async function OpenPage(props: PageProps) {
  const [frame, { draft, questions, groups, letters, unwritten, short, remindAt }] = await visit(
    props,
    async (ctx, _query, params) => {
      const draft = await getConsultation(ctx, params.id ?? "")
      ensure(mayKeepConsultations(ctx.actor))
      const [questions, groupIds] = await Promise.all([
        listQuestions(ctx, draft.id),
        listAudience(ctx, draft),
      ])
      const spokespeople = await listSpokespeople(ctx, groupIds, "consultations")
      return {
        draft,
        questions: questions.length,
        groups: groupIds.length,
        letters: countReaders(spokespeople),
        unwritten: groupIds.length - new Set(spokespeople.map(({ groupId }) => groupId)).size,
        short: draft.closesAt ? isShort(ctx.now, draft.closesAt, ctx.lio.timezone) : false,
        remindAt: draft.closesAt ? reminderMoment(draft.closesAt, ctx.now, ctx.lio.timezone) : null,
      }
    },
  )
  const lio = frame.lio.slug
  const { id, title, closesAt, periodReason } = draft
  const back = addressOf(lio, id, "")
  if (draft.state !== "draft") redirect(back)
  const missing = [
    ...(questions === 0
      ? [{ label: "Add at least one question", href: addressOf(lio, id, "questions") }]
      : []),
    ...(closesAt ? [] : [{ label: "Say when it closes", href: `${addressOf(lio, id, "edit")}#closesOn` }]),
    ...(groups === 0 ? [{ label: "Choose who to ask", href: `${addressOf(lio, id, "edit")}#audience` }] : []),
  ]
  return (
    <Frame {...frame} title={`Ask the groups: ${title}`} at="consultations">
      <BackLink href={back}>{title}</BackLink>
      <h1>Ask the groups</h1>
      <SummaryList
        missing="Not said yet"
        items={[
          { label: "What you ask", value: `${title} (${plural(questions, "question")})` },
          {
            label: "Groups asked",
            value: (
              <>
                {plural(groups, "group")}
                {unwritten > 0
                  ? `. ${unwritten} of them ${unwritten === 1 ? "has" : "have"} nobody we can email: ring them, or enter their answers from paper.`
                  : ""}
              </>
            ),
          },
          {
            label: "Emails",
            value: lettersInWords(letters),
          },
          {
            label: "Closes",
            value: closesAt ? `${formatLongDate(closesAt)} at ${formatTime(closesAt)}` : null,
          },
          {
            label: "Reminder",
            value: remindAt
              ? `One, on ${formatMoment(remindAt)}, to those who have not answered`
              : "None: it closes too soon",
          },
        ]}
      />
      {missing.length > 0 ? (
        <Banner kind="note" links={missing}>
          Before you can ask:
        </Banner>
      ) : (
        <Form action={openForm} lio={lio} values={{ periodReason }} submit={null}>
          <HiddenField name="id" value={id} />
          {short ? (
            <TextArea
              name="periodReason"
              label="Why do groups get less than 12 weeks?"
              hint="Committees meet every month or two. Your reason is kept with the consultation."
              rows={3}
            />
          ) : null}
          <p>After this the questions and the list of groups stay as they are.</p>
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton name="button" value="open">
              Ask {plural(groups, "group")} now
            </SubmitButton>
            <SubmitButton kind="secondary" name="button" value="try">
              Send me a test invitation first
            </SubmitButton>
            <a href={addressOf(lio, id, "preview")}>See it as groups will</a>
            <a href={back}>Not yet</a>
          </div>
        </Form>
      )}
    </Frame>
  )
}
