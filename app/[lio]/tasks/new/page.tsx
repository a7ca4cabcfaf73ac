import { z } from "zod"
import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { personOf } from "@/lib/access/ctx"
import { getCase } from "@/lib/cases/queries"
import { ensure } from "@/lib/errors"
import { listColleagues } from "@/lib/lios/queries"
import { listChosen } from "@/lib/sessions/queries"
import { mayKeepTasks } from "@/lib/tasks/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { TaskFields } from "../_parts/task-fields"
import { addTaskForm } from "../actions"

/** Adds a task, for a group when it was opened from one. */
export default async function NewTask(props: PageProps) {
  const [frame, { colleagues, group, its, me }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepTasks(ctx.actor), say("Only workers and managers can add tasks."))
    const id = z.uuid().safeParse(query.group).data
    const caseId = z.uuid().safeParse(query.case).data
    const its = caseId ? await getCase(ctx, caseId) : null
    const of = its ? its.groups.slice(0, 1).map((one) => one.id) : id ? [id] : []
    const [colleagues, [group]] = await Promise.all([listColleagues(ctx), listChosen(ctx, of)])
    const able = its?.confidential
      ? colleagues.filter(({ personId }) => its.people.some((one) => one.id === personId))
      : colleagues
    return { colleagues: able, group, its, me: personOf(ctx.actor)?.personId }
  })
  const lio = frame.lio.slug
  const back = its ? `/${lio}/cases/${its.id}` : group ? `/${lio}/groups/${group.id}` : `/${lio}/tasks`
  return (
    <Frame {...frame} title={say("Add a task")} at="tasks">
      <BackLink href={back}>{its ? its.title : group ? group.name : say("Tasks")}</BackLink>
      <h1>{group ? say("Add a task for {group}", { group: group.name }) : say("Add a task")}</h1>
      <Form
        action={addTaskForm}
        lio={lio}
        submit={say("Add")}
        values={{ assigneeId: me }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        {group ? <input type="hidden" name="groupId" value={group.id} /> : null}
        {its ? <input type="hidden" name="caseId" value={its.id} /> : null}
        <input type="hidden" name="back" value={back} />
        <TaskFields colleagues={colleagues} />
      </Form>
    </Frame>
  )
}
