import { formatLongDate, formatTime, say } from "../words"

type Span = { startsAt: Date; endsAt: Date; allDay: boolean; zone: string }

/** "Thursday 4 June 2026, 10am to 12:30pm". */
export function whenInWords({ startsAt, endsAt, allDay, zone }: Span): string {
  const day = formatLongDate(startsAt, zone)
  if (allDay) return day
  return say("{day}, {from} to {until}", {
    day,
    from: formatTime(startsAt, zone),
    until: formatTime(endsAt, zone),
  })
}
