import type { ReactNode } from "react"
import { type PageProps, visit } from "@/app/_http/visit"
import { withQuery } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { RowKeys } from "@/app/_ui/row-keys"
import { listColleagues } from "@/lib/lios/queries"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { taskList } from "@/lib/tasks/filters"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { countListed, countTasks, listTasks, PAGE_SIZE } from "@/lib/tasks/queries"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { ChangeCells } from "../_parts/change-cells"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf, queryNow } from "../_parts/list-head"
import { ManyBar } from "../_parts/many-bar"
import { SaveView, ViewLinks } from "../_parts/views"
import { TaskList } from "./_parts/task-list"

const TEAM = "tasks?whose=team"

/** Tasks: mine and the team's, overdue first. */
export default async function Tasks(props: PageProps) {
  const [frame, { head, tasks, total, counts, colleagues, keeps, now, done }] = await visit(
    props,
    async (ctx, query) => {
      const listing = readList(taskList, query)
      const [tasks, total, counts, colleagues, head] = await Promise.all([
        listTasks(ctx, listing),
        countListed(ctx, listing),
        countTasks(ctx),
        listColleagues(ctx),
        openList(ctx, taskList, listing, query.view),
      ])
      const done = String(query.done ?? "")
      return { head, tasks, total, counts, colleagues, keeps: mayKeepTasks(ctx.actor), now: ctx.now, done }
    },
  )
  const lio = frame.lio.slug
  const path = `/${lio}/tasks`
  const place = placeOf(lio, head)
  const { listing } = head
  const [whose, state, group, late] = ["whose", "state", "group", "late"].map((name) =>
    firstValue(listing, name),
  )
  const narrowed = isNarrowed(taskList, listing)
  const team = whose === "team"
  const open = state === "open"
  const add = (
    <ButtonLink href={`${path}/new${group ? `?group=${group}` : ""}`}>{say("Add a task")}</ButtonLink>
  )
  return (
    <Frame {...frame} title={team ? say("The team’s tasks") : say("My tasks")} at={team ? TEAM : "tasks"}>
      <div className="title-row">
        <h1>{team ? say("The team’s tasks") : say("My tasks")}</h1>
        {keeps ? add : null}
      </div>
      <Tabs
        label={say("Which tasks")}
        tabs={[
          { label: say("Mine"), href: path, count: counts.mine, current: !team && open },
          {
            label: say("The team’s"),
            href: `/${lio}/${TEAM}`,
            count: counts.team,
            current: team && open && !late,
          },
          {
            label: say("Overdue"),
            href: `/${lio}/${TEAM}&late=yes`,
            count: counts.teamLate,
            current: team && open && Boolean(late),
          },
          { label: say("Done"), href: `/${lio}/${TEAM}&state=done`, current: !open },
        ]}
      />
      <ViewLinks lio={lio} head={head} />
      {!team && open && !narrowed && counts.mineLate > 0 ? (
        <p className="font-semibold">
          {sayCount(counts.mineLate, {
            one: "{count} task is overdue.",
            other: "{count} tasks are overdue.",
          })}
        </p>
      ) : null}
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} task", other: "{count} tasks" })}
        actions={total > 0 ? <ExportMenu place={place} /> : undefined}
        without={[...(team ? [] : ["who"]), ...(open ? [] : ["late", "day"])]}
      />
      {tasks.length > 0 ? (
        <>
          <TaskList
            {...{ lio, tasks, now, keeps, colleagues }}
            mine={!team}
            changes={keeps && open}
            back={withQuery(place)}
          />
          {keeps && open ? (
            <>
              <ChangeCells key={done} lio={lio} of="task" from={queryNow(head)} />
              <ManyBar
                lio={lio}
                head={head}
                words={{
                  none: say("No tasks selected"),
                  one: say("1 task selected"),
                  many: say("tasks selected"),
                }}
                of="task"
              />
            </>
          ) : null}
          <RowKeys />
          <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : (
        <NoTasks {...{ late: Boolean(late), narrowed, team, done: !open }} add={keeps ? add : null} />
      )}
      <SaveView lio={lio} head={head} />
    </Frame>
  )
}

type NoneProps = { late: boolean; narrowed: boolean; team: boolean; done: boolean; add: ReactNode }

function NoTasks({ late, narrowed, team, done, add }: NoneProps) {
  if (late)
    return (
      <EmptyState drawing="search" title={say("Nothing is overdue")}>
        {say("Overdue tasks are listed here.")}
      </EmptyState>
    )
  if (narrowed)
    return (
      <EmptyState drawing="search" title={say("No tasks match")}>
        {team ? say("Take a filter off.") : say("Take a filter off, or look at the whole team’s.")}
      </EmptyState>
    )
  return (
    <EmptyState drawing="calendar" title={done ? say("No tasks done yet") : say("No tasks yet")} action={add}>
      {say(
        "A task says what needs doing for a group, who will do it and by when. You can add one here or when you record a session.",
      )}
    </EmptyState>
  )
}
