import { Static } from "@/app/_ui/static"
import type { StaffHome as Home } from "@/lib/home/queries"
import { say, sayCount } from "@/lib/words"
import { OtherDrafts } from "../../sessions/new/other-drafts"
import { TaskList } from "../../tasks/_parts/task-list"
import { Answers } from "./answers"
import { Calendar } from "./calendar"
import { Checklist } from "./checklist"
import { ExamplesLine } from "./examples-line"
import { Month } from "./month"
import { Reach } from "./reach"

type Props = { lio: string; home: Home }

/** The day of somebody who works here. */
export function StaffHome({ lio, home }: Props) {
  return (
    <>
      {home.records ? <OtherDrafts lio={lio} drafts={home.drafts} /> : null}
      <ExamplesLine lio={lio} examples={home.examples} />
      {home.records ? (
        <Checklist lio={lio} done={home.checklist} manages={home.manages} offers={home.examples.mayLoad} />
      ) : null}
      <div className="day">
        <div className="min-w-0">
          <YourTasks lio={lio} home={home} />
          <Answers lio={lio} home={home} />
        </div>
        <Static className="min-w-0">
          <Calendar lio={lio} entries={home.calendar} now={home.now} />
          <Reach lio={lio} consultations={home.consultations} now={home.now} />
        </Static>
      </div>
      <Month lio={lio} month={home.month} quiet={home.quiet} />
    </>
  )
}

function YourTasks({ lio, home }: Props) {
  const { tasks, counts, keeps, now, colleagues } = home
  const { mine, mineLate, team } = counts
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="mt-4">
        {say("Your tasks")}
      </h2>
      {mineLate > 0 ? (
        <p className="font-semibold">
          {sayCount(mineLate, { one: "{count} is overdue.", other: "{count} are overdue." })}
        </p>
      ) : null}
      {tasks.length > 0 ? (
        <TaskList mine {...{ lio, tasks, now, keeps, colleagues }} back={`/${lio}/home`} />
      ) : (
        <p>{say("You have no tasks. You can add one here or when you record a session.")}</p>
      )}
      <p className="flex flex-wrap gap-x-5">
        {mine > tasks.length ? (
          <a href={`/${lio}/tasks`}>
            {sayCount(mine, { one: "All your {count} task", other: "All your {count} tasks" })}
          </a>
        ) : null}
        {team > 0 ? (
          <a href={`/${lio}/tasks?whose=team`}>{say("The team’s tasks ({team})", { team })}</a>
        ) : null}
        {keeps ? <a href={`/${lio}/tasks/new`}>{say("Add a task")}</a> : null}
      </p>
    </section>
  )
}
