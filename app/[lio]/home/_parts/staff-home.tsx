import { Banner } from "@/app/_ui/banner"
import { Stat } from "@/app/_ui/card"
import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import { daysBetween } from "@/lib/days"
import type { StaffHome as Home } from "@/lib/home/queries"
import { dayOf, formatDate, plural, relativeDay } from "@/lib/words"
import { OtherDrafts } from "../../sessions/new/other-drafts"
import { TaskList } from "../../tasks/_parts/task-list"
import { Checklist } from "./checklist"
import { Month } from "./month"

type Props = { lio: string; home: Home }

/** The day of somebody who works here. */
export function StaffHome({ lio, home }: Props) {
  return (
    <>
      {home.records ? <OtherDrafts lio={lio} drafts={home.drafts} /> : null}
      {home.records ? <Checklist lio={lio} done={home.checklist} manages={home.manages} /> : null}
      {home.proposals.groups > 0 ? (
        <Banner kind="note" links={[{ label: "Review changes", href: `/${lio}/groups/proposals` }]}>
          {plural(home.proposals.groups, "group has", "groups have")} suggested changes to their details.
        </Banner>
      ) : null}
      {home.requests > 0 ? (
        <Banner kind="note" links={[{ label: "Answer them", href: `/${lio}/memberships?show=requests` }]}>
          {plural(home.requests, "request")} to join or renew {home.requests === 1 ? "is" : "are"} waiting for
          an answer.
        </Banner>
      ) : null}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <YourTasks lio={lio} home={home} />
        <Static className="min-w-0">
          <Deadlines lio={lio} home={home} />
        </Static>
      </div>
      <Static>
        <Unheard lio={lio} unheard={home.unheard} />
      </Static>
      <Month lio={lio} month={home.month} />
    </>
  )
}

function YourTasks({ lio, home }: Props) {
  const { mine, mineLate, team } = home.counts
  return (
    <section aria-labelledby="tasks" className="min-w-0">
      <h2 id="tasks">Your tasks</h2>
      {mineLate > 0 ? <p className="font-semibold">{plural(mineLate, "is", "are")} overdue.</p> : null}
      {home.tasks.length > 0 ? (
        <TaskList lio={lio} tasks={home.tasks} now={home.now} back={`/${lio}/home`} keeps={home.keeps} />
      ) : (
        <p>No tasks yet. You can add one here or when you record a session.</p>
      )}
      <p className="flex flex-wrap gap-x-5">
        {mine > home.tasks.length ? <a href={`/${lio}/tasks`}>All your {mine}</a> : null}
        <a href={`/${lio}/tasks?whose=team`}>The team’s tasks ({team})</a>
      </p>
    </section>
  )
}

function Deadlines({ lio, home }: Props) {
  const today = dayOf(home.now)
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">Deadlines</h2>
      {home.deadlines.length === 0 ? <p>Nothing closes and no reply is due in the next 30 days.</p> : null}
      <ul className="list-none p-0">
        {home.deadlines.map((deadline) => (
          <li key={deadline.id} className="border-b border-line py-3">
            <p className="m-0 font-semibold">
              <a
                href={`/${lio}/${deadline.kind === "closes" ? "consultations" : "representations"}/${deadline.id}`}
              >
                {deadline.title}
              </a>
            </p>
            <p className="m-0 text-soft">
              {daysBetween(today, deadline.on) < 0 ? <Tag tone="problem">Overdue</Tag> : null}{" "}
              {deadline.kind === "closes"
                ? `Closes ${relativeDay(deadline.on, home.now)}, ${formatDate(deadline.on)} · ${deadline.answered} of ${plural(deadline.asked, "group")} answered`
                : `Reply from ${deadline.body} due ${relativeDay(deadline.on, home.now)}, ${formatDate(deadline.on)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Unheard({ lio, unheard }: { lio: string; unheard: Home["unheard"] }) {
  const consultation =
    unheard.consultations === 1 ? `/${lio}/consultations/${unheard.consultationId}` : `/${lio}/consultations`
  return (
    <section aria-labelledby="unheard">
      <h2 id="unheard">Who has not been heard</h2>
      <div className="mb-8 grid max-w-3xl gap-5 sm:grid-cols-2">
        <Stat
          label="Asked and not answered yet"
          value={unheard.silent}
          of={
            unheard.consultations > 0
              ? `groups, in ${plural(unheard.consultations, "open consultation")}`
              : "No consultation is open"
          }
          href={unheard.silent > 0 ? consultation : undefined}
        />
        <Stat
          label="Members without contact for 6 months"
          value={unheard.quiet}
          of={`of ${plural(unheard.members, "member")}`}
          href={unheard.quiet > 0 ? `/${lio}/groups?stage=member&quiet=6` : undefined}
        />
      </div>
    </section>
  )
}
