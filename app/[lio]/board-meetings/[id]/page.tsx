import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Select } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { whenInWords } from "@/lib/calendar/words"
import { listFiles } from "@/lib/files/queries"
import { getMeeting, listAsksToPut, type Meeting } from "@/lib/partnerships/meetings/queries"
import { mayKeepBoards, mayReplyToRaised, mayReport } from "@/lib/partnerships/policy"
import { listGroupsToRaise, listRaised } from "@/lib/partnerships/raising/queries"
import { inWords, say, shortened } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { BoardPapers } from "../_parts/board-papers"
import { RaisedAt } from "../_parts/raised"
import { putAskForm, takeAskBackForm } from "../actions"

/** One meeting of a board: what groups want raised there, its brief and its report, for each as far as it is theirs. */
export default async function BoardMeeting(props: PageProps) {
  const [frame, { meeting, raised, groups, asks, may, papers }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const meeting = await getMeeting(ctx, id)
      const keeps = mayKeepBoards(ctx.actor)
      const [raised, groups, asks, papers] = await Promise.all([
        listRaised(ctx, id),
        listGroupsToRaise(ctx, meeting),
        keeps ? listAsksToPut(ctx, meeting) : [],
        meeting.inside ? listFiles(ctx, "board", meeting.boardId) : null,
      ])
      const may = {
        keep: keeps,
        reply: mayReplyToRaised(ctx.actor, meeting.boardId),
        report: mayReport(ctx.actor, meeting.boardId),
      }
      return { meeting, raised, groups, asks, may, papers: papers?.files ?? [] }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/board-meetings/${meeting.id}`
  return (
    <Frame {...frame} title={say("Meeting: {board}", { board: meeting.board })} at={placeIn(meeting)}>
      <Back lio={lio} meeting={meeting} />
      <div className="title-row">
        <h1>{say("Meeting: {board}", { board: meeting.board })}</h1>
        {may.keep && !meeting.cancelled ? (
          <ButtonLink href={`${at}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
        ) : null}
      </div>
      <p className="lead">{whenInWords(meeting)}</p>
      {meeting.cancelled ? (
        <p>
          <Tag tone="problem">{say("Cancelled")}</Tag> {meeting.cancelledReason}
        </p>
      ) : null}
      <SummaryList
        missing={say("Not known yet")}
        items={[
          { label: say("Where"), value: meeting.place },
          { label: say("Agenda"), value: meeting.agenda },
          ...(meeting.onlineLink
            ? [
                {
                  label: say("Online"),
                  value: <a href={meeting.onlineLink}>{say("Join the meeting online")}</a>,
                },
              ]
            : []),
          ...(meeting.inside && meeting.networks.length > 0
            ? [{ label: say("Networks asked"), value: inWords(meeting.networks.map(({ name }) => name)) }]
            : []),
        ]}
      />
      <Papers at={at} meeting={meeting} reports={may.report} keeps={may.keep} />
      <BoardPapers lio={lio} files={papers} />
      <RaisedAt {...{ lio, meeting, raised, groups }} replies={may.reply} />
      {may.keep ? <AsksPut lio={lio} meetingId={meeting.id} asks={asks} /> : null}
    </Frame>
  )
}

const placeIn = ({ staff, sits }: Meeting) => (staff ? "partnerships" : sits ? "representing" : "home")

function Back({ lio, meeting }: { lio: string; meeting: Meeting }) {
  if (meeting.staff)
    return <BackLink href={`/${lio}/partnerships/${meeting.boardId}`}>{meeting.board}</BackLink>
  if (meeting.sits)
    return <BackLink href={`/${lio}/representing/${meeting.boardId}`}>{meeting.board}</BackLink>
  return <BackLink href={`/${lio}/representatives`}>{say("Who speaks for groups")}</BackLink>
}

type PaperProps = { at: string; meeting: Meeting; reports: boolean; keeps: boolean }

/** Leads to the brief and the report, as far as they are there. */
function Papers({ at, meeting, reports, keeps }: PaperProps) {
  if (meeting.cancelled) return null
  const brief = meeting.inside && (meeting.brief !== "none" || (keeps && !meeting.over && !meeting.cancelled))
  const report = meeting.begun && (reports || meeting.report === "published")
  return (
    <p className="flex flex-wrap gap-3">
      {brief ? (
        <ButtonLink href={`${at}/brief`} kind="secondary">
          {meeting.brief === "none" ? say("Make the brief") : say("Read the brief")}
        </ButtonLink>
      ) : null}
      {report ? (
        <ButtonLink href={`${at}/report`}>
          {meeting.report === "published" || meeting.report === "sent"
            ? say("Read the report")
            : say("Write the report")}
        </ButtonLink>
      ) : null}
    </p>
  )
}

type Asks = Awaited<ReturnType<typeof listAsksToPut>>

function AsksPut({ lio, meetingId, asks }: { lio: string; meetingId: string; asks: Asks }) {
  const put = asks.filter((one) => one.put)
  const others = asks.filter((one) => !one.put)
  if (asks.length === 0) return null
  return (
    <>
      <h2>{say("Asks put at this meeting")}</h2>
      {put.length === 0 ? <p>{say("None yet.")}</p> : null}
      <ul className="list-none p-0">
        {put.map(({ id, text, paper }) => (
          <li key={id} className="mb-3">
            <a href={`/${lio}/thread/ask/${id}`}>{text}</a> <span className="text-soft">{paper}</span>
            <Form action={takeAskBackForm} lio={lio} submit={say("Take off")} kind="plain" id={`off-${id}`}>
              <input type="hidden" name="meetingId" value={meetingId} />
              <input type="hidden" name="askId" value={id} />
            </Form>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Form
          action={putAskForm}
          lio={lio}
          submit={say("It was put there")}
          kind="secondary"
          id="put"
          fold={say("Add an ask that was put at this meeting")}
        >
          <input type="hidden" name="meetingId" value={meetingId} />
          <Select
            name="askId"
            label={say("Which ask?")}
            options={others.map(({ id, text, paper }) => ({
              value: id,
              label: `${shortened(text, 90)} (${shortened(paper, 60)})`,
            }))}
          />
        </Form>
      ) : null}
    </>
  )
}
