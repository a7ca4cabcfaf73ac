import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { personOf } from "@/lib/access/ctx"
import { ensure } from "@/lib/errors"
import { listColleagues } from "@/lib/lios/queries"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { say, sayCount } from "@/lib/words"
import { ChosenGroups, listOf, readChosen } from "../../_parts/chosen-groups"
import { Frame } from "../../_parts/frame"
import { TaskFields } from "../_parts/task-fields"
import { addTasksForm } from "../actions"

/** The same task for each of the groups that were ticked in the list. */
export default async function TaskForMany(props: PageProps) {
  const [frame, { chosen, colleagues, me }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepTasks(ctx.actor), say("Only workers and managers can add tasks."))
    const [chosen, colleagues] = await Promise.all([readChosen(ctx, query), listColleagues(ctx)])
    return { chosen, colleagues, me: personOf(ctx.actor)?.personId }
  })
  const lio = frame.lio.slug
  const list = listOf(lio, chosen)
  const number = chosen.groups.length
  return (
    <Frame
      {...frame}
      title={sayCount(number, {
        one: "Add a task for {count} group",
        other: "Add a task for {count} groups",
      })}
      at="groups"
    >
      <BackLink href={list}>{say("Back to the list")}</BackLink>
      <h1>
        {sayCount(number, { one: "Add a task for {count} group", other: "Add a task for {count} groups" })}
      </h1>
      <Form
        action={addTasksForm}
        lio={lio}
        submit={sayCount(number, { one: "Add {count} task", other: "Add {count} tasks" })}
        values={{ assigneeId: me }}
        secondary={<a href={list}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="back" value={list} />
        <TaskFields colleagues={colleagues} />
        <p className="hint">{say("Each of these groups gets this task:")}</p>
        <ChosenGroups lio={lio} chosen={chosen} />
      </Form>
    </Frame>
  )
}
