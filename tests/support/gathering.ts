import { sql } from "drizzle-orm"
import { asPublic, asSystem } from "@/lib/access/doors"
import { bookPlaces } from "@/lib/events/booking/commands"
import { bookInput } from "@/lib/events/booking/input"
import { addEvent, publishEvent } from "@/lib/events/commands"
import { addEventInput } from "@/lib/events/input"
import { listDatesOf } from "@/lib/events/queries"
import type { World } from "./world"

/** When the events of these tests are told: a Monday. */
export const NOW = new Date("2026-11-02T10:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)

/** Events in a world of two LIOs, and people who book them. */
export function gathering(w: World) {
  const asStaff = <T>(work: Parameters<typeof asSystem<T>>[1], now = NOW) => asSystem("ribble", work, { now })
  const said = (more: Record<string, unknown> = {}) =>
    addEventInput.parse({
      title: "First aid at work",
      about: "A day’s course for volunteers.",
      on: "2026-11-20",
      at: "10am",
      ends: "12.30pm",
      place: "The Old Library",
      capacity: "2",
      price: "Free",
      audience: "public",
      ...more,
    })
  /** An event that people can book, with its dates. */
  const published = async (more?: Record<string, unknown>) => {
    const { id } = await asStaff((ctx) => addEvent(ctx, said(more)))
    await asStaff((ctx) => publishEvent(ctx, { id }))
    const dates = await asStaff((ctx) => listDatesOf(ctx, id))
    return { id, dates: dates.map((date) => date.id), dateId: dates[0]?.id ?? "" }
  }
  const book = (dateId: string, name: string, more: Record<string, unknown> = {}, now = NOW) =>
    asPublic(
      "ribble",
      (ctx) =>
        bookPlaces(
          ctx,
          bookInput.parse({
            dateId,
            name,
            email: `${name.toLowerCase().replace(/\W/g, ".")}@new.example`,
            ...more,
          }),
        ),
      { now, patience: "save" },
    )
  /** Everybody who answered for a date, in their order: "Ann yes". */
  const answers = async (dateId: string) => {
    const rows = await w.system((ctx) =>
      ctx.tx.execute<{ said: string }>(
        sql`select name || ' ' || state as said from calendar_answers where occurrence_id = ${dateId} order by position`,
      ),
    )
    return rows.map((row) => row.said)
  }
  const idOf = async (dateId: string, name: string) => {
    const [row] = await w.system((ctx) =>
      ctx.tx.execute<{ id: string }>(
        sql`select id from calendar_answers where occurrence_id = ${dateId} and name = ${name}`,
      ),
    )
    return row?.id ?? ""
  }
  /** The letters about events so far: "event-booked ann@new.example". */
  const letters = async () => {
    const rows = await w.system((ctx) =>
      ctx.tx.execute<{ said: string }>(
        sql`select letter || ' ' || to_email as said from letters where letter like 'event-%' order by created_at, letter, to_email`,
      ),
    )
    return rows.map((row) => row.said)
  }
  const forget = () => w.system((ctx) => ctx.tx.execute(sql`delete from letters`))
  return { asStaff, said, published, book, answers, idOf, letters, forget, hours }
}
