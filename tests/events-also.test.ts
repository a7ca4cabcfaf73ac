import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { cancelEvent, changeEvent } from "@/lib/events/commands"
import { changeEventInput } from "@/lib/events/input"
import { getEvent, listAlso } from "@/lib/events/queries"
import { gathering } from "./support/gathering"
import { world } from "./support/world"

const w = await world()
const { asStaff, published, said, book, letters } = gathering(w)

const theme = async (name: string, list = "theme") => {
  const id = randomUUID()
  await w.system((ctx) =>
    ctx.tx.execute(
      sql`insert into terms (lio_id, id, list, name) values (${ctx.lio.id}, ${id}, ${list}, ${name})`,
    ),
  )
  return id
}
const money = await theme("Money for groups")
const people = await theme("Volunteers and staff")
const also = async (id: string) => (await asStaff((ctx) => listAlso(ctx, id))).map(({ title }) => title)

describe("Also for you", () => {
  it("names at most three others that share most themes, then the soonest, and can be booked", async () => {
    const on = (title: string, on: string, termIds: string[], more = {}) =>
      published({ title, on, termIds, ...more })
    const { id, dateId } = await on("Bid writing", "2026-11-20", [money, people])
    expect(await also(id)).toEqual([])
    await on("Later", "2027-02-01", [money])
    await on("Soon", "2026-11-12", [money])
    await on("Both", "2027-03-01", [money, people])
    await on("Latest", "2027-05-01", [people])
    await on("Something else", "2026-11-11", [])
    const full = await on("Full", "2026-11-10", [money, people], { capacity: "1" })
    await book(full.dateId, "Ann")
    await on("For those we ask", "2026-11-10", [money], { audience: "staff" })
    const off = await on("Off", "2026-11-10", [money])
    await asStaff((ctx) => cancelEvent(ctx, { id: off.id, reason: "The trainer is ill." }))
    expect(await also(id)).toEqual(["Both", "Soon", "Later"])
    expect((await w.asPublic((ctx) => listAlso(ctx, id))).length).toBe(3)
    await book(dateId, "Bea")
    const [letter] = await w.system((ctx) =>
      ctx.tx.execute<{ props: { also: { title: string; url: string }[] } }>(
        sql`select props from letters where to_email = 'bea@new.example' and letter = 'event-booked'`,
      ),
    )
    expect(letter?.props.also.map(({ title }) => title)).toEqual(["Both", "Soon", "Later"])
    expect(letter?.props.also[0]?.url).toMatch(/^\/ribble\/events\/[0-9a-f-]{36}$/)
    expect(await letters()).toContain("event-booked bea@new.example")
  })

  it("goes by the theme into which another was merged", async () => {
    const [old, kept] = [await theme("Sums"), await theme("Accounts")]
    const one = await published({ title: "One", termIds: [old] })
    await published({ title: "Two", termIds: [kept] })
    expect(await also(one.id)).toEqual([])
    await w.system((ctx) =>
      ctx.tx.execute(sql`update terms set merged_into_id = ${kept}, retired_at = now() where id = ${old}`),
    )
    expect(await also(one.id)).toEqual(["Two"])
  })

  it("takes themes of the list alone, and changes with the event", async () => {
    const tag = await theme("A tag", "tag")
    const { id } = await published({ termIds: [money, tag, randomUUID()] })
    const themes = async () => (await w.asViewer((ctx) => getEvent(ctx, id))).themes.map(({ name }) => name)
    expect(await themes()).toEqual(["Money for groups"])
    const change = changeEventInput.parse({ ...said(), id, ends: "11am", termIds: [people] })
    await asStaff((ctx) => changeEvent(ctx, change))
    expect(await themes()).toEqual(["Volunteers and staff"])
    expect(await w.asPublic((ctx) => ctx.tx.execute(sql`select * from event_terms`))).toEqual([])
  })
})
