import { type PageProps, visit } from "@/app/_http/visit"
import { When } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Tag } from "@/app/_ui/tag"
import { whenInWords } from "@/lib/calendar/words"
import { listFiles } from "@/lib/files/queries"
import { type Brief, getBrief } from "@/lib/partnerships/briefs/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { BoardPapers } from "../../_parts/board-papers"
import { editBriefForm, makeBriefForm } from "../../actions"

/** The brief of a meeting: for its representatives to read, for staff to change before it goes. */
export default async function MeetingBrief(props: PageProps) {
  const [frame, { meeting, brief, papers, keeps, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const read = await getBrief(ctx, id)
      const { files } = await listFiles(ctx, "board", read.meeting.boardId)
      return { ...read, papers: files, keeps: mayKeepBoards(ctx.actor), now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/board-meetings/${meeting.id}`
  const changes = keeps && !meeting.over && !meeting.cancelled
  return (
    <Frame
      {...frame}
      title={say("Brief: {board}", { board: meeting.board })}
      at={meeting.staff ? "partnerships" : "representing"}
    >
      <BackLink href={at}>{meeting.board}</BackLink>
      <h1>{say("Brief: {board}", { board: meeting.board })}</h1>
      <p className="lead">{whenInWords(meeting)}</p>
      {meeting.place ? <p>{meeting.place}</p> : null}
      {brief ? (
        <>
          <p>
            {brief.sentAt ? (
              <Tag tone="good">{say("Sent")}</Tag>
            ) : (
              <Tag tone="wait">{say("Not sent yet")}</Tag>
            )}{" "}
            {sayRich("As it stood on {when}.", { when: <When at={brief.gatheredAt} now={now} time /> })}{" "}
            <a href={`${at}/brief/file/pdf`}>{say("As PDF")}</a>
          </p>
          {changes ? (
            <ToEdit lio={lio} meetingId={meeting.id} brief={brief} />
          ) : (
            <Read lio={lio} brief={brief} staff={meeting.staff} />
          )}
          {meeting.agenda ? (
            <>
              <h2>{say("Agenda")}</h2>
              <p className="max-w-3xl whitespace-pre-line">{meeting.agenda}</p>
            </>
          ) : null}
          <BoardPapers lio={lio} files={papers} />
        </>
      ) : (
        <p>
          {meeting.over
            ? say("No brief was made for this meeting.")
            : say("There is no brief yet. It’s made a week before the meeting.")}
        </p>
      )}
      {changes && !brief ? (
        <Form action={makeBriefForm} lio={lio} submit={say("Make the brief now")} id="make">
          <input type="hidden" name="meetingId" value={meeting.id} />
        </Form>
      ) : null}
    </Frame>
  )
}

type ReadProps = { lio: string; brief: Brief; staff: boolean }

function Read({ lio, brief, staff }: ReadProps) {
  return (
    <>
      {brief.words ? <p className="card max-w-3xl whitespace-pre-line">{brief.words}</p> : null}
      {brief.sections.map(({ section, title, items, more }) => {
        const kept = items.filter(({ left }) => !left)
        if (kept.length === 0) return null
        return (
          <section key={section}>
            <h2>{title}</h2>
            <ul>
              {kept.map(({ key, words, about, path }) => (
                <li key={key} className="mb-3 max-w-3xl">
                  <strong>{staff && path ? <a href={`/${lio}/${path}`}>{words}</a> : words}</strong>
                  {about ? <span className="block text-soft">{about}</span> : null}
                </li>
              ))}
            </ul>
            {more > 0 ? <More more={more} /> : null}
          </section>
        )
      })}
    </>
  )
}

const More = ({ more }: { more: number }) => (
  <p className="text-soft">{say("And {count} more.", { count: more })}</p>
)

function ToEdit({ lio, meetingId, brief }: { lio: string; meetingId: string; brief: Brief }) {
  return (
    <Form
      action={editBriefForm}
      lio={lio}
      submit={null}
      id="edit"
      values={{
        version: brief.version,
        words: brief.words,
        keep: brief.sections.flatMap(({ items }) => items.filter(({ left }) => !left).map(({ key }) => key)),
      }}
    >
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="version" value={brief.version} />
      <TextArea
        name="words"
        label={say("What should they know first?")}
        hint={say("The one or two things to get out of this meeting")}
        rows={4}
        optional
      />
      {brief.sections.map(({ section, title, items, more }) =>
        items.length > 0 ? (
          <fieldset key={section} className="mb-6">
            <legend className="mb-2 font-serif text-xl font-bold">{title}</legend>
            {items.map(({ key, words, about, path, left }) => (
              <div key={key} className="mb-2 max-w-3xl">
                <label className="choice">
                  <input type="checkbox" name="keep[]" value={key} defaultChecked={!left} />
                  <span>
                    {words}
                    {about ? <span className="hint m-0">{about}</span> : null}
                  </span>
                </label>
                {path ? (
                  <a className="ml-11" href={`/${lio}/${path}`}>
                    {say("Open it")}
                    <span className="sr-only">: {words}</span>
                  </a>
                ) : null}
              </div>
            ))}
            {more > 0 ? <More more={more} /> : null}
          </fieldset>
        ) : null,
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton kind="secondary" name="button" value="save">
          {say("Save the brief")}
        </SubmitButton>
        {brief.sentAt ? null : (
          <SubmitButton name="button" value="send">
            {say("Send it to the representatives")}
          </SubmitButton>
        )}
        <SubmitButton kind="plain" name="button" value="gather">
          {say("Look for what’s new")}
        </SubmitButton>
      </div>
    </Form>
  )
}
