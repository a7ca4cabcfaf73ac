import { formatDate, say } from "../../words"

/** Each change of the closing date while it was open, with its reason: printed wherever its numbers are. */
export const closingChangesInWords = (
  changes: readonly { at: string; from: string; to: string; reason: string | null }[],
  zone?: string,
) =>
  changes.map(({ at, from, to, reason }) =>
    say("The closing date was changed on {at}, from {from} to {to}. {reason}", {
      at: formatDate(at, zone),
      from: formatDate(from, zone),
      to: formatDate(to, zone),
      reason: reason ?? "",
    }).trim(),
  )

/** Why it closed before the day that groups were told; null where it didn’t. */
export function whyEarly({
  closedAt,
  closingChanges,
}: {
  closedAt: Date | null
  closingChanges: { from: string; to: string; reason: string | null }[]
}): string | null {
  const last = closingChanges.at(-1)
  return closedAt && last && last.to === closedAt.toISOString() && last.from > last.to ? last.reason : null
}
