import type { ReactNode } from "react"
import { Tag } from "@/app/_ui/tag"
import { REPEATS } from "@/db/vocabulary"
import { daysAfter, mondayAfter } from "@/lib/days"
import type { Colleague } from "@/lib/lios/queries"
import type { Task } from "@/lib/tasks/queries"
import { partsOf } from "@/lib/tasks/words"
import { dayOf, formatMoment, formatShortDate, relativeDay, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { BULK_FORM } from "../../_parts/many-bar"

export type RowProps = {
  lio: string
  task: Task
  now: Date
  /** The page to come back to after pressing a button. */
  back: string
  /** May tick off and change: workers and managers. */
  keeps: boolean
  /** All of them are the asker's own. */
  mine?: boolean
  /** To whom a task can be handed over. */
  colleagues?: Colleague[]
  /** Its day and who does it are changed where they stand. */
  changes?: boolean
}

/** A task in a line: what and for whom, when, and the buttons that do something with it. */
export function TaskRow({ lio, task, now, back, keeps, mine, colleagues = [], changes = false }: RowProps) {
  const { words, path } = partsOf(task.what)
  return (
    <li id={changes ? `row-${task.id}` : undefined} className="act-row">
      {changes ? (
        <input
          type="checkbox"
          name="id"
          value={task.id}
          form={BULK_FORM}
          aria-label={say("Select {task}", { task: words })}
          className="tick no-print"
        />
      ) : null}
      <div className="act-words">
        <p className="m-0 font-semibold">
          {keeps ? <a href={`/${lio}/tasks/${task.id}?${new URLSearchParams({ back })}`}>{words}</a> : words}
        </p>
        <p className="m-0 text-soft">
          <Cell name={changes ? "due" : null}>
            <Due task={task} now={now} />
          </Cell>
          {task.repeats ? ` · ${REPEATS[task.repeats]}` : ""}
          {task.group ? (
            <>
              {" · "}
              <a href={`/${lio}/groups/${task.groupId}`}>{task.group}</a>
            </>
          ) : null}
          {mine ? null : (
            <>
              {" · "}
              <Cell name={changes ? "who" : null}>{task.assignee ?? say("Nobody yet")}</Cell>
            </>
          )}
          {task.from ? ` · ${say("From {name}", { name: task.from })}` : ""}
          {path ? (
            <>
              {" · "}
              <a href={`/${lio}${path}`}>{say("Open it")}</a>
            </>
          ) : null}
        </p>
      </div>
      {keeps ? (
        <div className="acts no-print">
          <Act press={`${task.doneAt ? "reopen" : "done"} ${task.id}`} about={words}>
            {task.doneAt ? say("Not done yet") : say("Done")}
          </Act>
          {task.doneAt ? null : <Later task={task} now={now} />}
          {task.doneAt ? null : <HandOver task={task} colleagues={colleagues} />}
        </div>
      ) : null}
    </li>
  )
}

/** A part of the line that opens when it is pressed; null: it only says something. */
const Cell = ({ name, children }: { name: string | null; children: ReactNode }) =>
  name ? (
    <button type="button" className="cell" data-cell={name}>
      {children}
    </button>
  ) : (
    children
  )

type ActProps = { press: string; about: string; before?: string; children: string }

const Act = ({ press, about, before, children }: ActProps) => (
  <button type="submit" name="press" value={press} className="button button-secondary">
    {before ? <span className="sr-only">{before} </span> : null}
    {children}
    <span className="sr-only">: {about}</span>
  </button>
)

/** Puts it off, where that is later than it is due. */
function Later({ task: { id, what, dueOn }, now }: Pick<RowProps, "task" | "now">) {
  const today = dayOf(now)
  const due = dueOn ?? today
  if (due >= mondayAfter(today)) return null
  return (
    <>
      <span className="acts-said" aria-hidden="true">
        {say("Snooze until")}
      </span>
      {due < daysAfter(today, 1) ? (
        <Act press={`tomorrow ${id}`} about={partsOf(what).words} before={say("Snooze until")}>
          {say("Tomorrow")}
        </Act>
      ) : null}
      <Act press={`week ${id}`} about={partsOf(what).words} before={say("Snooze until")}>
        {say("Next week")}
      </Act>
    </>
  )
}

/** A press for each colleague. */
function HandOver({ task, colleagues }: Pick<RowProps, "task"> & { colleagues: Colleague[] }) {
  const others = colleagues.filter(({ personId }) => personId !== task.assigneeId)
  if (others.length === 0) return null
  return (
    <details className="fold relative">
      <summary>
        {sayRich("Hand over{what}", { what: <span className="sr-only">: {partsOf(task.what).words}</span> })}
      </summary>
      <div className="card acts-more">
        {others.map(({ personId, name }) => (
          <button
            key={personId}
            type="submit"
            name="press"
            value={`hand ${task.id} ${personId}`}
            className="button button-plain"
          >
            <span className="sr-only">{say("Hand over to")} </span>
            {name}
          </button>
        ))}
      </div>
    </details>
  )
}

function Due({ task, now }: Pick<RowProps, "task" | "now">) {
  if (task.doneAt) return <>{say("Done {doneAt}", { doneAt: formatMoment(task.doneAt) })}</>
  if (!task.dueOn) return <>{say("No date")}</>
  const today = dayOf(now)
  const near = task.dueOn === today || task.dueOn === daysAfter(today, 1)
  return (
    <>
      {task.dueOn < today ? <Tag tone="problem">{say("Overdue")}</Tag> : null}{" "}
      {near
        ? say("Due {when}", { when: relativeDay(task.dueOn, now) })
        : say("Due {when} ({day})", { when: relativeDay(task.dueOn, now), day: formatShortDate(task.dueOn) })}
    </>
  )
}
