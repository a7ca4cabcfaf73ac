import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { listAlarms } from "@/lib/partnerships/alarms/queries"
import { alarmInWords } from "@/lib/partnerships/alarms/words"
import { callOff, extendElection, publishElection } from "@/lib/partnerships/elections/commands"
import { withdraw } from "@/lib/partnerships/elections/nominations/commands"
import { byNomineeLink, listNominations } from "@/lib/partnerships/elections/nominations/queries"
import { finishTask } from "@/lib/tasks/commands"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const [ann, ben, cat] = (await v.voices(3, "Check")) as [Voice, Voice, Voice]
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const announced = async (title: string, endorsements = "0") => {
  const made = await v.plan(title, { endorsements })
  await w.asWorker((ctx) => publishElection(ctx, { id: made.id }))
  return made
}
const nominationOf = async (id: string, voice: Voice) =>
  (await w.asViewer((ctx) => listNominations(ctx, id))).find(({ groupId }) => groupId === voice.groupId)
    ?.id ?? ""
/** The tasks to check them, with whether each is done, once the clock has looked. */
const tasksOf = async (id: string, days = 0) => {
  await v.move(id, days)
  const rows = await w.system((ctx) =>
    ctx.tx.execute<{ id: string; what: string; done: boolean }>(
      sql`select id, what, done_at is not null as done from tasks where what like ${`%(/partnerships/elections/${id})`} order by created_at, id`,
    ),
  )
  return [...rows]
}
const alarmsOf = async (boardId: string) =>
  (await w.asViewer(listAlarms))
    .filter((one) => one.boardId === boardId && one.kind === "to_check")
    .map(alarmInWords)

describe("Nominations to check", () => {
  it("are one task and a line to see to, from the first until none waits any more", async () => {
    const { id, boardId } = await announced("Checked seat")
    expect(await tasksOf(id)).toEqual([])
    await v.putUp(id, ann)
    const queued =
      await w.operator`select key from graphile_worker.jobs where key = ${`move-election:check:${id}`}`
    expect(queued, "the clock looks at once").toHaveLength(1)
    expect(await tasksOf(id)).toMatchObject([
      { what: `Check the nominations for “Checked seat” (/partnerships/elections/${id})`, done: false },
    ])
    expect(await alarmsOf(boardId)).toEqual(["1 nomination to check: Checked seat, Checked seat"])
    await v.putUp(id, ben)
    expect(await tasksOf(id)).toHaveLength(1)
    expect(await alarmsOf(boardId)).toEqual(["2 nominations to check: Checked seat, Checked seat"])
    await v.checkAll(id)
    const [first] = await w.system((ctx) =>
      ctx.tx.execute<{ done: boolean }>(
        sql`select done_at is not null as done from tasks where what like ${`%(/partnerships/elections/${id})`}`,
      ),
    )
    expect(first, "done with the last of them, without the clock").toEqual({ done: true })
    expect(await alarmsOf(boardId)).toEqual([])
    await v.putUp(id, cat)
    expect((await tasksOf(id)).map(({ done }) => done)).toEqual([true, false])
    await byNomineeLink({ lio: "ribble", key: v.nomineeKey(await nominationOf(id, cat)) }, withdraw)
    expect((await tasksOf(id)).map(({ done }) => done)).toEqual([true, true])
  })

  it("wait once they have the endorsements that they need, or can get no more", async () => {
    const { id, boardId } = await announced("Endorsed check", "1")
    await v.putUp(id, ann)
    await v.putUp(id, ben)
    expect(await tasksOf(id)).toEqual([])
    await v.endorses(id, cat, await nominationOf(id, ann))
    expect(await tasksOf(id)).toHaveLength(1)
    expect((await alarmsOf(boardId))[0]).toContain("1 nomination to check")
    await v.move(id, 22)
    expect((await alarmsOf(boardId))[0]).toContain("2 nominations to check")
    const days = { nominationsUntil: dayIn(40), votingFrom: dayIn(50), votingUntil: dayIn(60) }
    await w.asWorker((ctx) => extendElection(ctx, { id, ...days }))
    expect((await alarmsOf(boardId))[0]).toContain("1 nomination to check")
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "Enough." }))
    expect(await alarmsOf(boardId)).toEqual([])
    expect((await tasksOf(id)).every(({ done }) => done)).toBe(true)
  })

  it("don’t come back for whoever ticked the task off, until another waits", async () => {
    const { id } = await announced("Ticked check")
    await v.putUp(id, ann)
    const [task] = await tasksOf(id)
    await w.asWorker((ctx) => finishTask(ctx, { id: task?.id ?? "" }))
    expect(await tasksOf(id)).toHaveLength(1)
    await v.putUp(id, ben)
    expect((await tasksOf(id)).map(({ done }) => done)).toEqual([true, false])
  })
})
