import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { changeCase, closeCase, openCase } from "@/lib/cases/commands"
import { changeCaseInput, closeCaseInput, openCaseInput } from "@/lib/cases/input"
import { getCase } from "@/lib/cases/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { addTask } from "@/lib/tasks/commands"
import { addTaskInput } from "@/lib/tasks/input"
import type { world } from "./world"

type World = Awaited<ReturnType<typeof world>>

/** What the tests of cases do again and again, in a world of theirs. */
export async function casesOf(w: World) {
  const { second } = await w.system(async (ctx) => ({
    second: await make.staff(ctx, { name: "Sian Second", email: "second@ribble.example", level: "worker" }),
  }))
  const asSecond = <T>(work: (ctx: Ctx) => Promise<T>) => w.as("second@ribble.example", work)
  const manager = await w.asManager(async ({ actor }) => ("personId" in actor ? actor.personId : ""))

  type Said = Record<string, unknown>
  const open = (more: Said = {}, as = w.asWorker) =>
    as((ctx) =>
      openCase(ctx, openCaseInput.parse({ title: "Leaving the hall", groupIds: [w.foodbank.id], ...more })),
    )
  const confidential = (more: Said = {}) => open({ title: "A falling out", confidential: "yes", ...more })
  const see = (id: string) => (ctx: Ctx) => getCase(ctx, id)
  const change = (id: string, more: Said, as = w.asWorker) =>
    as(async (ctx) => {
      const its = await getCase(ctx, id)
      const said = {
        title: its.title,
        groupIds: its.groups.map((group) => group.id),
        personIds: its.people.map((person) => person.id),
        confidential: its.confidential,
        seen: its.changedAt?.toISOString() ?? "",
      }
      return changeCase(ctx, changeCaseInput.parse({ id, ...said, ...more }))
    })
  const close = (id: string, more: Said = {}) =>
    w.asWorker((ctx) => closeCase(ctx, closeCaseInput.parse({ id, outcome: "reached", ...more })))
  const record = (more: Said, as = w.asWorker) =>
    as((ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({
          kind: "visit",
          note: "Looked at rooms",
          groupIds: [w.foodbank.id],
          ...more,
        }),
      ),
    )
  const task = (more: Said, as = w.asWorker) =>
    as((ctx) => addTask(ctx, addTaskInput.parse({ what: "Ring the mediator", ...more })))

  return { second, manager, asSecond, open, confidential, see, change, close, record, task }
}
