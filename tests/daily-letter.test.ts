import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { personIdOf } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { openCase } from "@/lib/cases/commands"
import { openCaseInput } from "@/lib/cases/input"
import { writeDailyLetters } from "@/lib/daily-letter/commands"
import { getDay, listForDay } from "@/lib/daily-letter/queries"
import { stopOrNot } from "@/lib/email/preferences/commands"
import { worksHere } from "@/lib/email/preferences/queries"
import { NotAllowed } from "@/lib/errors"
import { getNation } from "@/lib/lios/areas/queries"
import { addTask } from "@/lib/tasks/commands"
import { addTaskInput } from "@/lib/tasks/input"
import { handOverTask } from "@/lib/tasks/moving/commands"
import { world } from "./support/world"

const w = await world()
/** A Wednesday in summer: 7:10 by the clock here is 6:10 UTC. */
const WEDNESDAY = new Date("2031-06-04T06:10:00Z")
const at = (day: string, time = "06:10") => new Date(`${day}T${time}:00Z`)

const task = (what: string, dueOn: string, more: object = {}) =>
  w.asWorker((ctx) => addTask(ctx, addTaskInput.parse({ what, dueOn, assigneeId: w.worker.id, ...more })))
type Lines = { count: number; items: { title: string; detail: string; url: string }[] }
type Said = Record<"overdue" | "today" | "handed" | "events" | "cases", Lines> & { enquiries: number }
const lettersTo = async (personId: string) =>
  [
    ...(await w.system((ctx) =>
      ctx.tx.execute<{ props: Said }>(
        sql`select props from letters where letter = 'daily-letter' and person_id = ${personId} order by created_at`,
      ),
    )),
  ].map(({ props }) => props)
const titles = ({ items }: Lines) => items.map(({ title }) => title)

describe("The daily email of somebody who works here", () => {
  it("tells what is overdue, due today and newly theirs, and goes once a day", async () => {
    await task("Ring the hall", "2031-06-02")
    await task("Write to the vicar", "2031-06-04")
    await task("Book the van", "2031-07-01")
    expect(await writeDailyLetters("ribble", WEDNESDAY)).toBe(1)
    expect(await writeDailyLetters("ribble", new Date(WEDNESDAY.getTime() + 1_800_000))).toBe(0)
    const [said, again] = await lettersTo(w.worker.id)
    expect(again).toBeUndefined()
    expect(said && titles(said.overdue)).toEqual(["Ring the hall"])
    expect(said && titles(said.today)).toEqual(["Write to the vicar"])
    expect(said?.handed.count).toBe(0)
    expect(said?.today.items[0]?.url).toMatch(/\/ribble\/tasks\/[0-9a-f-]{36}$/)
    expect(await writeDailyLetters("ribble", at("2031-06-05"))).toBe(1)
  })

  it("names what bodies owe on their own papers, however many colleagues have", async () => {
    const papers = (createdBy: string | null, title: string, dueOn: string, count = 1) =>
      w.system((ctx) =>
        ctx.tx.execute(sql`
          insert into representations (lio_id, body_id, title, created_at, created_by, sent_on, sent_version, reply_due_on)
          select ${ctx.lio.id}, ${w.council.id}, ${title}, now(), ${createdBy}::uuid, ${dueOn}::date - 30, 1, ${dueOn}::date
          from generate_series(1, ${count}::int)`),
      )
    const manager = await w.asManager(async (ctx) => personIdOf(ctx.actor) ?? null)
    await papers(manager, "Of a colleague", "2031-01-01", 120)
    await papers(w.worker.id, "Mine", "2031-02-01")
    await papers(null, "Of nobody", "2031-02-02")
    const day = await asPerson("ribble", { email: "worker@ribble.example" }, getDay, { now: WEDNESDAY })
    const owed = day.overdue.map(({ title }) => title).filter((title) => title.includes("replied"))
    expect(owed).toEqual([
      "Ribble Borough Council hasn’t replied: Mine",
      "Ribble Borough Council hasn’t replied: Of nobody",
    ])
    await w.system((ctx) => ctx.tx.execute(sql`delete from representations`))
  })

  it("names who handed something over since yesterday, and no longer", async () => {
    const { id } = await w.asManager((ctx) =>
      addTask(ctx, addTaskInput.parse({ what: "Hand this on", dueOn: "2041-01-01" })),
    )
    await w.asManager((ctx) => handOverTask(ctx, { id, to: w.worker.id }))
    const dayAfter = (days: number) =>
      w.system((ctx) =>
        ctx.tx.execute(
          sql`update tasks set handed_at = ${WEDNESDAY.toISOString()}::timestamptz - make_interval(days => ${days}::int) where id = ${id}`,
        ),
      )
    const handed = () => w.as("worker@ribble.example", async (ctx) => (await getDay(ctx)).handed)
    expect(titles({ count: 1, items: (await handed()).map((one) => ({ ...one, url: "" })) })).toEqual([
      "Hand this on",
    ])
    expect((await handed())[0]?.detail).toBe("Maureen Pye handed it to you")
    await dayAfter(4_000)
    expect(await handed()).toEqual([])
  })

  it("goes on working days in the morning by the clock of the place, and only when there is something", async () => {
    for (const quiet of [
      at("2031-06-07"),
      at("2031-06-08"),
      at("2031-06-06", "05:30"),
      at("2031-06-06", "12:00"),
    ])
      expect(await writeDailyLetters("ribble", quiet), quiet.toISOString()).toBe(0)
    // Nobody at the other one has anything to do.
    expect(await writeDailyLetters("other", WEDNESDAY)).toBe(0)
    expect(await writeDailyLetters("ribble", at("2031-06-06", "09:00"))).toBe(1)
  })

  it("doesn’t go on bank holidays, which are those of the nation the LIO works in", async () => {
    const work = (code: string) =>
      w.system((ctx) =>
        ctx.tx.execute(sql`with old as (delete from areas where name = 'Somewhere' returning 1)
          insert into areas (lio_id, kind, code, name) values (${ctx.lio.id}, 'district', ${code}, 'Somewhere')`),
      )
    const nation = () => w.system(getNation)
    expect(await nation()).toBe("E")
    await work("S12000036")
    expect(await nation()).toBe("S")
    await task("Ring the piper", "2029-01-02")
    // 2 January is one in Scotland alone, Easter Monday everywhere but there.
    for (const [day, goes] of [
      ["2030-01-02", 0],
      ["2030-04-22", 1],
      ["2030-12-26", 0],
    ] as const)
      expect(await writeDailyLetters("ribble", at(day, "08:00")), day).toBe(goes)
    await work("E07000120")
    for (const [day, goes] of [
      ["2030-01-02", 1],
      ["2029-04-02", 0],
      ["2029-12-25", 0],
    ] as const)
      expect(await writeDailyLetters("ribble", at(day, "08:00")), day).toBe(goes)
    await w.system((ctx) => ctx.tx.execute(sql`delete from areas where name = 'Somewhere'`))
    for (const [address, letter] of [
      ["12 High Street, Cardiff CF10 1AA", "W"],
      ["The Old School, Stirling, fk8 1ab", "S"],
      ["1 Royal Avenue, Belfast BT1 1DA", "N"],
      ["No postcode", "E"],
    ]) {
      await w.operator`update lios set address = ${address ?? ""} where slug = 'ribble'`
      expect(await nation(), address).toBe(letter)
    }
  })

  it("never goes to trustees who look on, nor to those who stopped it", async () => {
    const asked = await w.system(listForDay)
    expect(asked).toContain("worker@ribble.example")
    expect(asked).not.toContain("viewer@ribble.example")
    await w.asWorker((ctx) => stopOrNot(ctx, w.worker.id, "day", "stop"))
    expect(await w.system(listForDay)).not.toContain("worker@ribble.example")
    expect(await writeDailyLetters("ribble", at("2031-06-09"))).toBe(0)
    await w.asWorker((ctx) => stopOrNot(ctx, w.worker.id, "day", "again"))
    expect(await writeDailyLetters("ribble", at("2031-06-10"))).toBe(1)
    await expect(w.asManager(listForDay)).rejects.toThrow(NotAllowed)
    await expect(w.asLead(getDay)).rejects.toThrow(NotAllowed)
    expect(await w.asWorker((ctx) => worksHere(ctx, w.worker.id))).toBe(true)
    expect(await w.asWorker((ctx) => worksHere(ctx, w.lead.id))).toBe(false)
    expect(await w.asWorker((ctx) => worksHere(ctx, w.viewer.id))).toBe(false)
  })

  it("says of a confidential case that there is something, to those who work on it, and not what", async () => {
    const { id } = await w.asWorker((ctx) =>
      openCase(
        ctx,
        openCaseInput.parse({
          ...{ title: "The treasurer’s debts", aim: "", confidential: "yes", openedOn: "2026-01-05" },
          ...{ groupIds: [w.foodbank.id], personIds: [w.worker.id] },
        }),
      ),
    )
    await task("Ring the bank about the debts", "2031-06-11", { caseId: id })
    await writeDailyLetters("ribble", at("2031-06-11"))
    const said = (await lettersTo(w.worker.id)).at(-1)
    expect(said && titles(said.today)).toEqual(["A task in a confidential case"])
    expect(said && titles(said.cases)).toEqual(["A confidential case"])
    expect(JSON.stringify(said)).not.toMatch(/debts|Food Bank.*bank about/)
    const manager = await w.system((ctx) =>
      ctx.tx.execute(sql`select from letters where letter = 'daily-letter' and to_email like 'manager@%'`),
    )
    expect([...manager]).toEqual([])
  })
})
