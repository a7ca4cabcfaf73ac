import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { When } from "@/app/_ui/date"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Tag } from "@/app/_ui/tag"
import { whenInWords } from "@/lib/calendar/words"
import { found } from "@/lib/errors"
import type { Meeting } from "@/lib/partnerships/meetings/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { type Boxes, getReport, getTyped, type Report } from "@/lib/partnerships/reports/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { DraftKeeper } from "../../../_parts/draft-keeper"
import { Frame } from "../../../_parts/frame"
import { BoxesRead, BoxFields } from "../../_parts/boxes"
import { giveBackForm, publishReportForm, saveReportForm } from "../../actions"

/** The report of a meeting: written by whoever sits on the board, looked at by staff, then read by all groups. */
export default async function MeetingReport(props: PageProps) {
  const [frame, { meeting, report, typed, writes, keeps, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const read = await getReport(ctx, id)
      found(read.writes || read.report || null)
      found(read.meeting.begun || null)
      const typed = await getTyped(ctx, id, read.report?.savedAt ?? null)
      return { ...read, typed, keeps: mayKeepBoards(ctx.actor), now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/board-meetings/${meeting.id}`
  const open = !report?.publishedAt
  const looks = keeps && Boolean(report?.sentAt) && open
  return (
    <Frame
      {...frame}
      title={say("Report: {board}", { board: meeting.board })}
      at={meeting.staff ? "partnerships" : meeting.sits ? "representing" : "home"}
    >
      <BackLink href={at}>{meeting.board}</BackLink>
      <h1>{say("Report: {board}", { board: meeting.board })}</h1>
      <p className="lead">{whenInWords(meeting)}</p>
      {report ? <Standing report={report} now={now} /> : null}
      {looks && report ? (
        <ToPass lio={lio} meetingId={meeting.id} report={report} />
      ) : writes && open && !report?.sentAt ? (
        <ToWrite {...{ lio, meeting, report, typed }} person={frame.actor.personId ?? ""} />
      ) : report ? (
        <BoxesRead boxes={report} />
      ) : null}
      {report?.publishedAt && keeps ? (
        <>
          {report.asSent ? (
            <details className="fold">
              <summary>{say("As it was sent to us")}</summary>
              <BoxesRead boxes={report.asSent} />
            </details>
          ) : null}
          <p id="promises">
            <ButtonLink
              href={`/${lio}/partnerships/${meeting.boardId}/promises/new?meeting=${meeting.id}`}
              kind="secondary"
            >
              {say("Add a promise from this meeting")}
            </ButtonLink>
          </p>
        </>
      ) : null}
    </Frame>
  )
}

function Standing({ report, now }: { report: Report; now: Date }) {
  const by = report.by ?? say("somebody who has left")
  if (report.publishedAt)
    return (
      <p>
        {sayRich("By {by}, passed on to groups on {when}.", {
          by,
          when: <When at={report.publishedAt} now={now} />,
        })}
      </p>
    )
  if (report.sentAt)
    return (
      <p>
        <Tag tone="wait">{say("Staff are looking at it")}</Tag>{" "}
        {sayRich("Sent by {by} on {when}.", { by, when: <When at={report.sentAt} now={now} time /> })}
      </p>
    )
  return (
    <>
      {report.givenBack ? (
        <Banner kind="note">{say("Please change: {what}", { what: report.givenBack })}</Banner>
      ) : null}
      <p>
        <Tag>{say("Draft")}</Tag>{" "}
        {sayRich("Kept {when}. Only you and the others on this board can read it.", {
          when: <When at={report.savedAt} now={now} time />,
        })}
      </p>
    </>
  )
}

const valuesOf = (report: Report | null) => {
  const { decided, said, promised, needed, version } = report ?? {}
  return { decided, said, promised, needed, version: version ?? 0 }
}

type Writing = {
  lio: string
  meeting: Meeting
  report: Report | null
  /** What was typed and not saved. */
  typed: Boxes | null
  person: string
}

function ToWrite({ lio, meeting, report, typed, person }: Writing) {
  return (
    <Form
      action={saveReportForm}
      lio={lio}
      id="report"
      values={{ ...valuesOf(report), ...typed }}
      submit={null}
    >
      <input type="hidden" name="meetingId" value={meeting.id} />
      <HiddenField name="version" />
      <p>{say("About ten minutes. Notes are fine, and you can leave boxes empty.")}</p>
      {typed ? <p>{say("What you typed last time is back in the boxes.")}</p> : null}
      <BoxFields />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <SubmitButton name="button" value="send">
          {say("Send your report")}
        </SubmitButton>
        <SubmitButton kind="secondary" name="button" value="keep">
          {say("Keep it as a draft")}
        </SubmitButton>
      </div>
      <DraftKeeper address={`/${lio}/board-meetings/${meeting.id}/report/draft`} person={person} />
      <p className="text-soft">
        {say("Staff read it before groups do, and may shorten it. What you wrote is kept beside it.")}
      </p>
    </Form>
  )
}

function ToPass({ lio, meetingId, report }: { lio: string; meetingId: string; report: Report }) {
  return (
    <>
      <Form
        action={publishReportForm}
        lio={lio}
        submit={say("Pass it on to groups")}
        id="publish"
        values={valuesOf(report)}
      >
        <input type="hidden" name="meetingId" value={meetingId} />
        <HiddenField name="version" />
        <p>
          {say(
            "You can change words before groups read them. What was sent to us stays beside it, for staff and the representative.",
          )}
        </p>
        <BoxFields />
      </Form>
      <Form
        action={giveBackForm}
        lio={lio}
        submit={say("Give it back")}
        kind="secondary"
        id="back"
        fold={say("Ask the representative to change it")}
      >
        <input type="hidden" name="meetingId" value={meetingId} />
        <TextArea name="reason" label={say("What should they change?")} rows={3} />
      </Form>
    </>
  )
}
