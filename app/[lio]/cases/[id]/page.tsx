import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { CASE_OUTCOMES } from "@/db/vocabulary"
import { listCaseNotes } from "@/lib/cases/notes/queries"
import { mayKeepCases } from "@/lib/cases/policy"
import { type Case, getCase } from "@/lib/cases/queries"
import { listFiles } from "@/lib/files/queries"
import { listChecks } from "@/lib/health-checks/queries"
import { linesOf } from "@/lib/membership-status/queries"
import { listSessionsOfCase } from "@/lib/sessions/list/queries"
import { listTasksOfCase } from "@/lib/tasks/queries"
import { formatDate, formatMinutes, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { CheckList } from "../../health-checks/_parts/check-list"
import { SessionTable } from "../../sessions/_parts/session-table"
import { TaskList } from "../../tasks/_parts/task-list"
import { CaseNotes } from "../_parts/case-notes"
import { reopenCaseForm } from "../actions"

/** One case: what it is for, the sessions, tasks, files and notes that belong to it, and how it ended. */
export default async function CasePage(props: PageProps) {
  const [frame, { its, sessions, tasks, notes, files, lines, checks, keeps, told, today, now }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const [its, sessions, tasks, notes, files] = await Promise.all([
        getCase(ctx, id),
        listSessionsOfCase(ctx, id),
        listTasksOfCase(ctx, id),
        listCaseNotes(ctx, id),
        listFiles(ctx, "case", id),
      ])
      const groupIds = its.groups.map((group) => group.id)
      const [lines, checks] = await Promise.all([linesOf(ctx, groupIds), listChecks(ctx, groupIds)])
      const told = toldIn(query)
      return {
        ...{ its, sessions, tasks, notes, files, lines, checks, told },
        keeps: mayKeepCases(ctx.actor),
        today: ctx.today,
        now: ctx.now,
      }
    },
  )
  const lio = frame.lio.slug
  const here = `/${lio}/cases/${its.id}`
  const open = its.closedOn === null
  return (
    <Frame {...frame} title={its.title} at="cases">
      <BackLink href={`/${lio}/cases`}>{say("Cases")}</BackLink>
      <div className="title-row">
        <h1>{its.title}</h1>
        {keeps && open ? <ButtonLink href={sessionIn(lio, its)}>{say("Record a session")}</ButtonLink> : null}
      </div>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        {open ? <Tag tone="good">{say("Open")}</Tag> : <Tag>{say("Closed")}</Tag>}
        {its.confidential ? <Tag tone="wait">{say("Only for the people working on it")}</Tag> : null}
      </p>
      <SummaryList
        missing={say("Not said")}
        items={[
          {
            label: its.groups.length > 1 ? say("Groups") : say("Group"),
            value: its.groups.map((group) => (
              <span key={group.id} className="block">
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
                {lines.has(group.id) ? <span className="hint m-0">{lines.get(group.id)}</span> : null}
              </span>
            )),
          },
          {
            label: say("What the group wants to achieve"),
            value: its.aim ? <span className="whitespace-pre-line">{its.aim}</span> : null,
          },
          {
            label: say("Who works on it"),
            value: its.people
              .map(({ name, left }) => (left ? say("{name} (has left)", { name }) : name))
              .join(", "),
          },
          {
            label: say("Opened"),
            value: say("{day} by {name}", { day: formatDate(its.openedOn), name: its.by }),
          },
          ...(its.closedOn && its.outcome
            ? [
                {
                  label: say("How it ended"),
                  value: (
                    <>
                      {say("{outcome}, on {day}", {
                        outcome: CASE_OUTCOMES[its.outcome],
                        day: formatDate(its.closedOn),
                      })}
                      {its.ending ? <span className="block whitespace-pre-line">{its.ending}</span> : null}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {keeps ? <Acts lio={lio} its={its} here={here} /> : null}
      <section aria-labelledby="sessions">
        <h2 id="sessions">{say("Sessions")}</h2>
        {sessions.rows.length > 0 ? (
          <>
            <p>
              {sayCount(
                sessions.rows.length,
                { one: "{count} session, {time}", other: "{count} sessions, {time} altogether" },
                { time: formatMinutes(sessions.minutes) },
              )}
            </p>
            <SessionTable lio={lio} rows={sessions.rows} cols={["session", "note", "by", "minutes"]} />
          </>
        ) : (
          <p className="text-soft">
            {say("None yet. Choose this case when you record a session, and the session is listed here.")}
          </p>
        )}
      </section>
      {checks.length > 0 ? (
        <section aria-labelledby="health-checks" className="mt-8">
          <h2 id="health-checks">{say("Health checks")}</h2>
          <CheckList
            checks={checks.map((check) => ({ ...check, path: `/${lio}/health-checks/${check.id}` }))}
          />
        </section>
      ) : null}
      <section aria-labelledby="tasks" className="mt-8">
        <h2 id="tasks">{say("Tasks")}</h2>
        {tasks.length > 0 ? (
          <TaskList lio={lio} tasks={tasks} now={now} back={here} keeps={keeps} />
        ) : (
          <p className="text-soft">{say("No tasks yet.")}</p>
        )}
        {keeps && open ? (
          <ButtonLink href={`/${lio}/tasks/new?case=${its.id}`} kind="secondary">
            {say("Add a task")}
          </ButtonLink>
        ) : null}
      </section>
      <CaseNotes lio={lio} caseId={its.id} notes={notes} mine={its.mine} keeps={keeps} now={now} />
      <div className="my-8">
        <FilesOf lio={lio} on={{ kind: "case", id: its.id }} {...files} {...{ told, today, now }} />
      </div>
    </Frame>
  )
}

const sessionIn = (lio: string, { id, groups: [group] }: Case) =>
  `/${lio}/sessions/new?case=${id}${group ? `&group=${group.id}` : ""}`

/** What can be done with a case. */
function Acts({ lio, its, here }: { lio: string; its: Case; here: string }) {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-5 gap-y-3">
      <ButtonLink href={`${here}/edit`} kind="secondary">
        {say("Change")}
      </ButtonLink>
      {its.closedOn ? (
        <Form action={reopenCaseForm} lio={lio} submit={say("Open it again")} kind="secondary" id="reopen">
          <input type="hidden" name="id" value={its.id} />
        </Form>
      ) : (
        <ButtonLink href={`${here}/close`} kind="secondary">
          {say("Close the case")}
        </ButtonLink>
      )}
    </div>
  )
}
