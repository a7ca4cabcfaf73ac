import { type PageProps, visit } from "@/app/_http/visit"
import { withQuery } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { taskFilter } from "@/lib/tasks/input"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { countListed, countTasks, listTasks, PAGE_SIZE } from "@/lib/tasks/queries"
import { plural } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { WorkTabs } from "../sessions/_parts/work-tabs"
import { TaskList } from "./_parts/task-list"

/** Next steps: mine and the team's, overdue first. */
export default async function Tasks(props: PageProps) {
  const [frame, { filter, tasks, total, counts, keeps, now }] = await visit(props, async (ctx, query) => {
    const filter = taskFilter(query)
    const [tasks, total, counts] = await Promise.all([
      listTasks(ctx, filter),
      countListed(ctx, filter),
      countTasks(ctx),
    ])
    return { filter, tasks, total, counts, keeps: mayKeepTasks(ctx.actor), now: ctx.now }
  })
  const lio = frame.lio.slug
  const path = `/${lio}/tasks`
  const place = { path, query: { whose: filter.whose, state: filter.state, group: filter.group } }
  const late = filter.whose === "mine" ? counts.mineLate : counts.teamLate
  const add = (
    <ButtonLink href={`${path}/new${filter.group ? `?group=${filter.group}` : ""}`}>
      Add a next step
    </ButtonLink>
  )
  return (
    <Frame {...frame} title="Next steps" at="sessions">
      <h1>Next steps</h1>
      <WorkTabs lio={lio} current="steps" />
      <Tabs
        label="Which next steps"
        tabs={[
          {
            label: "Mine",
            href: path,
            count: counts.mine,
            current: filter.whose === "mine" && filter.state === "open",
          },
          {
            label: "The team’s",
            href: `${path}?whose=team`,
            count: counts.team,
            current: filter.whose === "team" && filter.state === "open",
          },
          { label: "Done", href: `${path}?whose=team&state=done`, current: filter.state === "done" },
        ]}
      />
      {late > 0 && filter.state === "open" && !filter.group ? (
        <p className="font-semibold">{plural(late, "next step is", "next steps are")} overdue.</p>
      ) : null}
      {tasks.length > 0 ? (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-4">
            {keeps ? add : null}
            <ExportMenu place={place} />
          </div>
          <TaskList lio={lio} tasks={tasks} now={now} back={withQuery(place)} keeps={keeps} />
          <Pagination place={place} page={filter.page} perPage={PAGE_SIZE} total={total} />
        </>
      ) : (
        <EmptyState
          title={filter.state === "done" ? "Nothing done yet" : "Nothing to do here"}
          action={keeps ? add : null}
        >
          A next step says what is to be done for a group, by whom and by when. You can add one here, or as
          you record a session.
        </EmptyState>
      )}
    </Frame>
  )
}
