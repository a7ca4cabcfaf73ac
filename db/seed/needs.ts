import { sql } from "drizzle-orm"
import { asPerson } from "@/lib/access/doors"
import { addEvidence, changeNeed, closeNeed, openNeed } from "@/lib/needs/commands"
import { addFigureInput, addNeedStepInput, openNeedInput, tellBodyInput } from "@/lib/needs/input"
import { addFigure, noteReply, showNeed, tellBody } from "@/lib/needs/speaking/commands"
import { listTellings } from "@/lib/needs/speaking/queries"
import { addNeedStep } from "@/lib/needs/steps/commands"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { CAST } from "./story/people"

const DAY = 86_400_000
const COUNCIL = "Aldervale Borough Council"

/** Two more needs, both met this year; one more heard in the plan of a health check; and of one that is open who is affected, a figure, and what the council said. */
export async function makeNeedsInFull(lio: string, place: Place, now: Date) {
  const as = <T>(daysAgo: number, work: Parameters<typeof asPerson<T>>[2]) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: new Date(now.getTime() - daysAgo * DAY) })
  const area = (name: string) => place.areas.get(name) ?? ""
  const met = async (daysAgo: number, title: string, where: string, reason: string, words: string) => {
    const said = openNeedInput.parse({ title, areaIds: area(where), strength: "some" })
    const { id } = await as(daysAgo + 160, (ctx) => openNeed(ctx, said))
    await as(daysAgo + 100, (ctx) => showNeed(ctx, { id, publicWords: words }))
    await as(daysAgo, (ctx) => closeNeed(ctx, { id, ending: "met", reason }))
  }
  await met(
    70,
    "Somewhere to mend things instead of throwing them away",
    "south",
    "Alderbridge Repair Café opens twice a month since September.",
    "People wanted a place to mend a toaster or a coat.",
  )
  await met(
    25,
    "A changing place at the market hall",
    "north",
    "The council put one in, after three groups had asked.",
    "Somebody who needs a hoist could not stay in town for longer than an hour.",
  )
  await as(8, async (ctx) => {
    const [ramp] = await ctx.tx.execute<{ needId: string; stepId: string }>(sql`
      select n.id as "needId", s.id as "stepId" from needs n, health_check_steps s
      where n.title = 'A room in Skelby with a ramp' and s.what like 'Find a room with a ramp%' limit 1`)
    if (ramp) await addEvidence(ctx, { id: ramp.needId, healthStepId: ramp.stepId })
  })
  const [buses] = await as(9, (ctx) =>
    ctx.tx.execute<{ id: string }>(
      sql`select id from needs where title = 'A way home after six in the evening'`,
    ),
  )
  if (!buses) return
  const { id } = buses
  await as(9, async (ctx) => {
    await changeNeed(ctx, {
      ...{ id, affected: "Shift workers and older people in Moor Side and Skelby, about 400" },
      ...{
        strength: "strong",
        strengthWhy: "Heard in two networks and a consultation, and the census agrees",
        areaIds: ["north", "south"].map(area),
      },
    })
    await addFigure(
      ctx,
      addFigureInput.parse({
        ...{
          id,
          words: "In Thornclough and Moor Side 3 in 10 homes have no car.",
          source: "A made-up census",
        },
        on: "2021-03-21",
      }),
    )
    await showNeed(ctx, { id, publicWords: "After the last bus at six there is no way home from town." })
  })
  const step = (daysAgo: number, said: Record<string, unknown>) =>
    as(daysAgo, (ctx) => addNeedStep(ctx, addNeedStepInput.parse({ id, ...said })))
  await step(120, {
    ...{ status: "looking", words: "Counted who waits at the last bus, on three evenings." },
    who: "Moor Side Residents’ Association",
  })
  await step(18, {
    ...{ status: "waiting", words: "Asked the operator what one later bus would cost." },
    who: COUNCIL,
  })
  const on = dayOf(new Date(now.getTime() - 20 * DAY))
  const words = "At the transport forum: that people give up evening classes because of it."
  const bodyId = place.groups.get(COUNCIL)?.id
  await as(20, (ctx) => tellBody(ctx, tellBodyInput.parse({ id, bodyId, on, words })))
  const [telling] = await as(5, (ctx) => listTellings(ctx, id))
  const reply = "They will ask the operator for a price for one later bus on Fridays."
  if (telling) await as(5, (ctx) => noteReply(ctx, { id: telling.id, reply, repliedOn: null }))
}
