import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { FUNCTIONS, SESSION_PLACES } from "@/db/vocabulary"
import { listCaseNotesOfSession } from "@/lib/cases/notes/queries"
import { listFiles } from "@/lib/files/queries"
import { linesOf } from "@/lib/membership-status/queries"
import { listNeedsHeardIn } from "@/lib/needs/queries"
import { mayRecordSessions, mayUndoSession } from "@/lib/sessions/policy"
import { getSession } from "@/lib/sessions/queries"
import { titleOf } from "@/lib/sessions/words"
import { listTasksOfSession } from "@/lib/tasks/queries"
import { formatLongDate, formatMinutes, formatMoment, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Undo } from "../../_parts/undo"
import { CaseNoteList } from "../../cases/_parts/case-notes"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { HeardHere } from "../../needs/_parts/heard-here"
import { TaskList } from "../../tasks/_parts/task-list"
import { restoreSessionForm } from "../actions"
import { History } from "./history"

const DAY = 86_400_000

/** One session: with whom, what happened, what comes next, and how it was changed. */
export default async function SessionPage(props: PageProps) {
  const [frame, { session, tasks, needs, files, notes, lines, may, told, today, now }] = await visit(
    props,
    async (ctx, query, params) => {
      const [session, tasks, needs, files, notes] = await Promise.all([
        getSession(ctx, params.id ?? ""),
        listTasksOfSession(ctx, params.id ?? ""),
        listNeedsHeardIn(ctx, { sessionId: params.id }),
        listFiles(ctx, "session", params.id ?? ""),
        listCaseNotesOfSession(ctx, params.id ?? ""),
      ])
      const lines = await linesOf(
        ctx,
        session.groups.map(({ id }) => id),
      )
      const records = mayRecordSessions(ctx.actor)
      const turns = mayUndoSession(ctx.actor, session.byPersonId)
      const fresh = ctx.now.getTime() - session.createdAt.getTime() < DAY
      return {
        session,
        tasks,
        needs,
        files,
        notes,
        lines,
        told: toldIn(query),
        today: ctx.today,
        may: { records, undo: turns && fresh, restore: turns },
        now: ctx.now,
      }
    },
  )
  const lio = frame.lio.slug
  const here = `/${lio}/sessions/${session.id}`
  const title = titleOf(session)
  const given = [
    ...session.given.guides.map(({ slug, title }) => ({ href: `/${lio}/guides/manage/${slug}`, title })),
    ...session.given.resources.map(({ id, title }) => ({ href: `/${lio}/resources/${id}`, title })),
  ]
  return (
    <Frame {...frame} title={title} at="sessions">
      <BackLink href={`/${lio}/sessions`}>{say("Sessions")}</BackLink>
      <h1>{title}</h1>
      {session.undoneAt ? (
        <div className="banner banner-note">
          <p className="font-semibold">
            {say("This session was undone on {undoneAt}. It doesn’t count.", {
              undoneAt: formatMoment(session.undoneAt),
            })}
          </p>
          {may.restore ? (
            <Form
              action={restoreSessionForm}
              lio={lio}
              submit={say("Put it back")}
              kind="secondary"
              id="restore"
            >
              <input type="hidden" name="id" value={session.id} />
            </Form>
          ) : null}
        </div>
      ) : null}
      <p className="max-w-2xl whitespace-pre-line text-lg">{session.note}</p>
      <SummaryList
        missing={say("Not said")}
        items={[
          {
            label: session.groups.length > 1 ? say("Groups") : say("Group"),
            value: session.groups.map((group) => (
              <span key={group.id} className="block">
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
                {lines.has(group.id) ? <span className="hint m-0">{lines.get(group.id)}</span> : null}
              </span>
            )),
          },
          ...(session.enquiries.length > 0
            ? [
                {
                  label: session.enquiries.length > 1 ? say("Enquiries") : say("Enquiry"),
                  value: session.enquiries.map(({ id, name }) => (
                    <span key={id} className="block">
                      <a href={`/${lio}/enquiries/${id}`}>{name}</a>
                    </span>
                  )),
                },
              ]
            : []),
          ...(session.case
            ? [
                {
                  label: say("Case"),
                  value: <a href={`/${lio}/cases/${session.case.id}`}>{session.case.title}</a>,
                },
              ]
            : []),
          { label: say("Who was there"), value: session.people.map((person) => person.name).join(", ") },
          ...(given.length > 0
            ? [
                {
                  label: say("Sent or given to them"),
                  value: given.map(({ href, title }) => (
                    <span key={href} className="block">
                      <a href={href}>{title}</a>
                    </span>
                  )),
                },
              ]
            : []),
          { label: say("When"), value: formatLongDate(session.on) },
          { label: say("How long"), value: formatMinutes(session.minutes) },
          ...(session.place ? [{ label: say("Where"), value: SESSION_PLACES[session.place] }] : []),
          { label: say("Counts for"), value: FUNCTIONS[session.function] },
          { label: say("Recorded by"), value: `${session.by}, ${formatMoment(session.createdAt)}` },
        ]}
      />
      {may.records && !session.undoneAt ? (
        <div className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3">
          <ButtonLink href={`${here}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
          <a className="inline-flex min-h-7 items-center" href={`/${lio}/sessions/new?like=${session.id}`}>
            {say("Record another like this")}
          </a>
          {may.undo ? <Undo lio={lio} undo={{ what: "session", id: session.id }} formId="take-back" /> : null}
        </div>
      ) : null}
      {notes.length > 0 ? (
        <section aria-labelledby="notes">
          <h2 id="notes">{say("Confidential notes")}</h2>
          <p className="text-soft">{say("Only the people working on this case can read these.")}</p>
          <CaseNoteList lio={lio} notes={notes} now={now} keeps={may.records} />
        </section>
      ) : null}
      {tasks.length > 0 ? (
        <section aria-labelledby="tasks">
          <h2 id="tasks">{say("Tasks")}</h2>
          <TaskList lio={lio} tasks={tasks} now={now} back={here} keeps={may.records} />
        </section>
      ) : null}
      <HeardHere
        lio={lio}
        from="session"
        id={session.id}
        needs={needs}
        keeps={may.records && !session.undoneAt}
      />
      <div className="mb-6">
        <FilesOf lio={lio} on={{ kind: "session", id: session.id }} {...files} {...{ told, today, now }} />
      </div>
      <History session={session} />
    </Frame>
  )
}
