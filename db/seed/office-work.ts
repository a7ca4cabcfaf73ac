import { asPerson } from "@/lib/access/doors"
import { draftMailing, sendMailing } from "@/lib/mailings/commands"
import { addTask } from "@/lib/tasks/commands"
import { handOverTask } from "@/lib/tasks/moving/commands"
import type { Place } from "./base"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** An email that went to some groups, one that is being written, and tasks that come again or were handed over. */
export async function makeOfficeWork({ lio, place, now }: { lio: string; place: Place; now: Date }) {
  const groups = [...place.groups.values()]
  const ago = (days: number) => ({ now: new Date(now.getTime() - days * DAY) })
  const day = (after: number) => new Date(now.getTime() + after * DAY).toISOString().slice(0, 10)
  await asPerson(
    lio,
    { email: CAST.worker.email },
    async (ctx) => {
      const { id } = await draftMailing(ctx, {
        subject: "Free first aid course on 23 January",
        words:
          "We have twelve places on a first aid course at the Old Library on Saturday 23 January, 10am to 4pm. It’s free for groups in Aldervale, and lunch is included.\n\nRing or email us by 9 January with the names of up to two people.",
        groupIds: groups.slice(4, 16).map((group) => group.id),
      })
      await sendMailing(ctx, { id })
    },
    ago(6),
  )
  await asPerson(lio, { email: CAST.worker.email }, (ctx) =>
    draftMailing(ctx, {
      subject: "The hall is shut over Christmas",
      words:
        "The Old Library is shut from 24 December to 2 January. If you have a key, you can still get in.",
      groupIds: groups.slice(0, 7).map((group) => group.id),
    }),
  )
  const me = await asPerson(lio, { email: CAST.manager.email }, async (ctx) => {
    await addTask(ctx, {
      what: "Check that the fire extinguishers have been serviced",
      assigneeId: "personId" in ctx.actor ? ctx.actor.personId : null,
      dueOn: day(20),
      repeats: "year",
      groupId: null,
    })
    return "personId" in ctx.actor ? ctx.actor.personId : ""
  })
  await asPerson(lio, { email: CAST.worker.email }, async (ctx) => {
    const task = await addTask(ctx, {
      what: "Ring them about the keys to the hall",
      assigneeId: "personId" in ctx.actor ? ctx.actor.personId : null,
      dueOn: day(4),
      groupId: groups[3]?.id ?? null,
    })
    await handOverTask(ctx, { id: task.id, to: me })
  })
}
