import { type PageProps, visit } from "@/app/_http/visit"
import { withQuery } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { taskList } from "@/lib/tasks/filters"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { countListed, countTasks, listTasks, PAGE_SIZE } from "@/lib/tasks/queries"
import { openList } from "@/lib/views/queries"
import { plural } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf } from "../_parts/list-head"
import { SaveView, ViewLinks } from "../_parts/views"
import { TaskList } from "./_parts/task-list"

/** Tasks: mine and the team's, overdue first. */
export default async function Tasks(props: PageProps) {
  const [frame, { head, tasks, total, counts, keeps, now }] = await visit(props, async (ctx, query) => {
    const listing = readList(taskList, query)
    const [tasks, total, counts, head] = await Promise.all([
      listTasks(ctx, listing),
      countListed(ctx, listing),
      countTasks(ctx),
      openList(ctx, taskList, listing, query.view),
    ])
    return { head, tasks, total, counts, keeps: mayKeepTasks(ctx.actor), now: ctx.now }
  })
  const lio = frame.lio.slug
  const path = `/${lio}/tasks`
  const place = placeOf(lio, head)
  const { listing } = head
  const [whose, state, group] = ["whose", "state", "group"].map((name) => firstValue(listing, name))
  const narrowed = isNarrowed(taskList, listing)
  const late = whose === "mine" ? counts.mineLate : counts.teamLate
  const add = <ButtonLink href={`${path}/new${group ? `?group=${group}` : ""}`}>Add a task</ButtonLink>
  return (
    <Frame {...frame} title="Tasks" at="tasks">
      <div className="title-row">
        <h1>Tasks</h1>
        {keeps ? add : null}
      </div>
      <Tabs
        label="Which tasks"
        tabs={[
          {
            label: "Mine",
            href: path,
            count: counts.mine,
            current: whose === "mine" && state === "open",
          },
          {
            label: "The team’s",
            href: `${path}?whose=team`,
            count: counts.team,
            current: whose === "team" && state === "open",
          },
          { label: "Done", href: `${path}?whose=team&state=done`, current: state === "done" },
        ]}
      />
      <ViewLinks lio={lio} head={head} />
      {late > 0 && state === "open" && !narrowed ? (
        <p className="font-semibold">{plural(late, "task is", "tasks are")} overdue.</p>
      ) : null}
      <ListHead
        lio={lio}
        head={head}
        count={plural(total, "task")}
        actions={total > 0 ? <ExportMenu place={place} /> : undefined}
        without={[...(whose === "mine" ? ["who"] : []), ...(state === "done" ? ["late"] : [])]}
      />
      {tasks.length > 0 ? (
        <>
          <TaskList lio={lio} tasks={tasks} now={now} back={withQuery(place)} keeps={keeps} />
          <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : narrowed ? (
        <EmptyState title="No tasks match">
          {whose === "mine" ? "Take a filter off, or look at the whole team’s." : "Take a filter off."}
        </EmptyState>
      ) : (
        <EmptyState
          title={state === "done" ? "No tasks done yet" : "No tasks yet"}
          action={keeps ? add : null}
        >
          A task says what needs doing for a group, who will do it and by when. You can add one here or when
          you record a session.
        </EmptyState>
      )}
      <SaveView lio={lio} head={head} />
    </Frame>
  )
}
