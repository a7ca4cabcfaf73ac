import { Temporal } from "temporal-polyfill"

/** The moment at which a day and a time of the clock come in a zone; the day's beginning when there is no time. */
export const momentAt = (day: string, time: string | null, zone: string) =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time ?? "00:00"}`).toZonedDateTime(zone).epochMilliseconds)

/** From when until when something is on: so many minutes by the clock on the wall, whatever the clocks do meanwhile. */
export function spanOf(
  { at, minutes, zone }: { at: string | null; minutes: number; zone: string },
  day: string,
) {
  const end = Temporal.PlainDateTime.from(`${day}T${at ?? "00:00"}`).add({ minutes })
  return {
    startsAt: momentAt(day, at, zone),
    endsAt: new Date(end.toZonedDateTime(zone).epochMilliseconds),
  }
}

/** A moment as the clock on the wall shows it in a zone. */
export const wallTime = (at: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
