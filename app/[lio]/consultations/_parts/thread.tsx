import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { TaskList } from "@/app/_ui/task-list"
import { PARTS } from "@/db/vocabulary"
import { isShort } from "@/lib/consultations/period"
import type { Consultation, getThread } from "@/lib/consultations/queries"
import { leftInWords } from "@/lib/consultations/words"
import { stageOf } from "@/lib/representations/queries"
import { formatMoment, percent, plural, ZONE } from "@/lib/words"
import { STAGES } from "../../representations/_parts/words"
import { addressOf } from "./paths"

type Props = {
  lio: string
  consultation: Consultation
  questions: number
  thread: Awaited<ReturnType<typeof getThread>>
  keeps: boolean
  now: Date
}

type Task = Parameters<typeof TaskList>[0]["tasks"][number]

/** The stages of a consultation, from its questions to what came of it, each with where it stands. */
function stages({ lio, consultation, questions, thread, keeps }: Props): Task[] {
  const { id, state, closesAt } = consultation
  const to = (page: string) => addressOf(lio, id, page)
  const draft = state === "draft"
  const open = state === "open"
  const heard = `${thread.answered} of ${thread.asked} answered (${percent(thread.answered, thread.asked)})`
  const representation = thread.representations[0]
  const stage = representation ? STAGES[stageOf(representation)] : null
  const asking = `/${lio}/representations/new?consultation=${id}`
  return [
    {
      label: "Questions",
      href: draft && keeps ? to("questions") : to("preview"),
      hint: questions === 0 ? "None yet" : plural(questions, "question"),
      state: questions > 0 ? "Done" : "To do",
      tone: questions > 0 ? "good" : "wait",
    },
    {
      label: "Ask the groups",
      href: draft && keeps ? to("open") : undefined,
      hint: draft
        ? "See who is asked, then open it"
        : `Opened ${consultation.openedAt ? formatMoment(consultation.openedAt) : ""}`,
      state: draft ? "To do" : "Done",
      tone: draft ? "wait" : "good",
    },
    {
      label: "Reach: who has been heard",
      href: draft ? undefined : to("reach"),
      hint: draft ? undefined : heard,
      state: draft ? "Not yet" : open ? "Going on" : "Done",
      tone: draft ? "plain" : open ? "wait" : "good",
    },
    {
      label: open ? "Results so far" : "Results",
      href: draft ? undefined : to("results"),
      hint: open && closesAt ? `Groups see them after ${formatMoment(closesAt)}` : undefined,
      state: draft ? "Not yet" : open ? "Going on" : "Ready",
      tone: draft ? "plain" : open ? "wait" : "good",
    },
    {
      label: "Passages: words that matter",
      href: draft ? undefined : to("passages"),
      hint:
        thread.passages > 0
          ? `${plural(thread.passages, "passage")} marked`
          : "Mark them in the written answers",
      state: thread.passages > 0 ? "Begun" : draft ? "Not yet" : "To do",
      tone: thread.passages > 0 ? "good" : draft ? "plain" : "wait",
    },
    {
      label: representation ? representation.title : "Representation: what you ask for",
      href: representation
        ? `/${lio}/representations/${representation.id}`
        : draft || !keeps
          ? undefined
          : asking,
      hint: thread.representations.length > 1 ? `and ${thread.representations.length - 1} more` : undefined,
      state: stage ? stage.label : "Not yet",
      tone: stage?.tone === "good" ? "good" : stage ? "wait" : "plain",
    },
    {
      label: "Outcome: tell the groups what came of it",
      href: (state === "closed" || state === "finished") && keeps ? to("finish") : undefined,
      hint: consultation.outcome ?? undefined,
      state: state === "finished" ? "Told" : state === "closed" ? "To do" : "Not yet",
      tone: state === "finished" ? "good" : state === "closed" ? "wait" : "plain",
    },
  ]
}

/** A consultation for staff: its stages, and what was decided about it. */
export function Thread(props: Props) {
  const { lio, consultation, keeps, now } = props
  const {
    id,
    title,
    state,
    about,
    body,
    network,
    viewQuery,
    closesAt,
    periodReason,
    minutes,
    named,
    partsBy,
  } = consultation
  const until = consultation.closedAt ?? closesAt
  const short = until ? isShort(consultation.openedAt ?? now, until, ZONE) : false
  const editable = state === "draft" && keeps
  const change = editable ? { href: addressOf(lio, id, "edit") } : undefined
  return (
    <>
      <BackLink href={`/${lio}/consultations`}>Consultations</BackLink>
      <h1>{title}</h1>
      {state === "open" && closesAt ? <p className="text-lg">Open: {leftInWords(closesAt, now)}.</p> : null}
      <TaskList tasks={stages(props)} />
      <h2>About this consultation</h2>
      <SummaryList
        missing="Not said"
        items={[
          ...(editable ? [{ label: "What you ask", value: title, change }] : []),
          { label: "What groups read first", value: about, change },
          { label: "Whose plans", value: body, change },
          {
            label: "Whom it asks",
            value:
              network ??
              (viewQuery === "stage=member"
                ? "All members"
                : viewQuery
                  ? `Groups by ${viewQuery}`
                  : "Every group"),
            change,
          },
          { label: "Closes", value: closesAt ? formatMoment(closesAt) : null, change },
          ...(short && periodReason
            ? [{ label: "Why less than 12 weeks", value: periodReason, change }]
            : []),
          { label: "Takes about", value: `${minutes} minutes`, change },
          { label: "Answers", value: named ? "Named" : "Not named", change },
          { label: "Numbers", value: PARTS[partsBy], change },
        ]}
      />
      {state === "open" && keeps ? (
        <p>
          <ButtonLink href={addressOf(lio, id, "close")} kind="secondary">
            Close it, or change its closing day
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
