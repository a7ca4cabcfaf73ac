import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { people, preferences, staff, tasks } from "@/db/schema"
import { type Ctx, personIdOf } from "../access/ctx"
import { listDays } from "../calendar/queries"
import { caseList } from "../cases/list/filters"
import { listCases } from "../cases/list/queries"
import { daysAfter } from "../days"
import { countEnquiries } from "../enquiries/queries"
import { ensure } from "../errors"
import { isColleague } from "../lists/choices/queries"
import { readList } from "../lists/input"
import { listDueReplies, listPromises } from "../representations/replies/queries"
import { partsOf } from "../tasks/words"
import { dayOf, formatDate, formatTime, say, shortened } from "../words"

/** Something to do or to go to. `path`: where it is, below the LIO's address. */
type Entry = { title: string; detail: string; path: string }
/** What the day brings for somebody who works here. */
export type Day = {
  overdue: Entry[]
  today: Entry[]
  handed: Entry[]
  events: Entry[]
  cases: Entry[]
  enquiries: number
}

const MOST = 100

/** Who may be written to: workers and managers with an address who didn't stop it and whose day was not looked at yet. For the system. */
export async function listForDay(ctx: Ctx): Promise<string[]> {
  ensure(ctx.actor.kind === "system")
  const rows = await ctx.tx
    .select({ email: people.email })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .leftJoin(preferences, eq(preferences.personId, staff.personId))
    .where(
      and(
        isColleague,
        isNotNull(people.email),
        isNull(people.leftAt),
        sql`not coalesce('day' = any (${preferences.stopped}), false)`,
        sql`not exists (select from daily_letters d where d.person_id = ${staff.personId} and d.day = ${ctx.today}::date)`,
      ),
    )
    .orderBy(people.id)
  return rows.map(({ email }) => email ?? "")
}

/** The asker's open tasks that are due by today, or were handed to them since yesterday. What is for a case's people alone isn't named: an email is kept where others may read it. */
async function listMyTasks(ctx: Ctx) {
  const rows = await ctx.tx.execute<{
    id: string
    what: string
    dueOn: string | null
    sealed: boolean
    fresh: boolean
    group: string | null
    from: string | null
  }>(sql`
    select t.id, t.what, t.due_on::text as "dueOn", t.audience <> 'staff' as sealed, g.name as "group", f.name as "from",
      coalesce((t.handed_at at time zone ${ctx.lio.timezone})::date >= ${daysAfter(ctx.today, -1)}::date, false) as fresh
    from ${tasks} t left join groups g on g.id = t.group_id left join people f on f.id = t.handed_by
    where t.assignee_id = ${personIdOf(ctx.actor) ?? null}::uuid and t.done_at is null and t.dropped_at is null
      and (t.due_on <= ${ctx.today}::date or (t.handed_at at time zone ${ctx.lio.timezone})::date >= ${daysAfter(ctx.today, -1)}::date)
    order by t.due_on nulls last, t.created_at, t.id limit ${MOST}`)
  return rows.map(({ id, what, sealed, ...row }) => ({
    ...row,
    title: sealed ? say("A task in a confidential case") : partsOf(what).words,
    group: sealed ? null : row.group,
    path: `/tasks/${id}`,
  }))
}

/** What bodies owe on the asker’s papers, and on those of nobody who still works here: replies and promises whose day is past. */
async function listOwed(ctx: Ctx): Promise<Entry[]> {
  const yesterday = daysAfter(ctx.today, -1)
  const mine = { personId: personIdOf(ctx.actor) ?? null }
  const [replies, promises] = await Promise.all([
    listDueReplies(ctx, { until: yesterday, most: MOST, mine }),
    listPromises(ctx, { until: yesterday, mine }),
  ])
  return [
    ...replies.map(({ id, title, body, on }) => ({
      title: say("{body} hasn’t replied: {title}", { body, title }),
      detail: say("Was due on {day}", { day: formatDate(on) }),
      path: `/representations/${id}`,
    })),
    ...promises.map(({ representationId, askId, ask, body, promisedFor }) => ({
      title: say("{body} promised: {ask}", { body, ask: shortened(ask, 80) }),
      detail: say("Was due on {day}", { day: formatDate(promisedFor) }),
      path: `/representations/${representationId}/asks/${askId}/outcome`,
    })),
  ]
}

/** What the day brings for the asker. */
export async function getDay(ctx: Ctx): Promise<Day> {
  ensure(ctx.actor.kind === "staff", say("Only staff have a daily email."))
  const [mine, owed, onTheDay, quiet, enquiries] = await Promise.all([
    listMyTasks(ctx),
    listOwed(ctx),
    listDays(ctx, ctx.today, daysAfter(ctx.today, 1)),
    listCases(ctx, readList(caseList, { whose: "mine", quiet: "yes" })),
    countEnquiries(ctx),
  ])
  const entry = (task: (typeof mine)[number], detail: string) => ({
    title: task.title,
    detail: [detail, task.group].filter(Boolean).join(" · "),
    path: task.path,
  })
  const due = (task: (typeof mine)[number]) => task.dueOn ?? ""
  return {
    overdue: [
      ...mine
        .filter((task) => task.dueOn && task.dueOn < ctx.today)
        .map((task) => entry(task, say("Was due on {day}", { day: formatDate(due(task)) }))),
      ...owed,
    ],
    today: mine.filter((task) => task.dueOn === ctx.today).map((task) => entry(task, "")),
    handed: mine
      .filter((task) => task.fresh && (!task.dueOn || task.dueOn > ctx.today))
      .map((task) =>
        entry(task, task.from ? say("{name} handed it to you", { name: task.from }) : say("Handed to you")),
      ),
    events: onTheDay
      .filter(({ cancelled, startsAt, zone }) => !cancelled && dayOf(startsAt, zone) === ctx.today)
      .map(({ title, path, allDay, startsAt, zone, place }) => ({
        title,
        detail: [allDay ? say("All day") : formatTime(startsAt, zone), place].filter(Boolean).join(" · "),
        path,
      })),
    cases: quiet.map(({ id, title, confidential, lastOn, openedOn }) => ({
      title: confidential ? say("A confidential case") : title,
      detail: lastOn
        ? say("Last session on {day}", { day: formatDate(lastOn) })
        : say("Opened on {day}, no sessions yet", { day: formatDate(openedOn) }),
      path: `/cases/${id}`,
    })),
    enquiries,
  }
}
