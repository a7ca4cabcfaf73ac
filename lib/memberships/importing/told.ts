/** A membership as a list tells it. No kind: the one of the group's stage, or the first. `paidOn` true: on a day not said. */
export type ImportedMembership = {
  groupId: string
  typeId: string | null
  startsOn: string | null
  endsOn: string | null
  paidOn: string | true | null
  feePence: number | null
}

/** The kind that a row means: the one it names, else one that makes a group what it is, else the first. */
export const kindTold = <T extends { id: string; standing: string }>(
  kinds: readonly T[],
  { typeId }: { typeId: string | null },
  stage: string | undefined,
): T | undefined =>
  kinds.find(({ id }) => id === typeId) ?? kinds.find(({ standing }) => standing === stage) ?? kinds[0]

type Told = Pick<ImportedMembership, "startsOn" | "endsOn" | "paidOn">

/** A period that is kept, or that this list makes: then it has no id yet. */
export type HeldPeriod = {
  id: string | null
  startsOn: string | null
  endsOn: string | null
  paidOn: string | null
}

type Days = Pick<HeldPeriod, "startsOn" | "endsOn">
const overlaps = (one: Days, other: Days) =>
  (one.startsOn ?? "0") <= (other.endsOn ?? "9") && (other.startsOn ?? "0") <= (one.endsOn ?? "9")

/** Of two tellings of one period: the same first or last day, one that has neither, or a last day for one that has none. */
const isSame = (one: Days, { startsOn, endsOn }: Told) =>
  one.startsOn === startsOn ||
  (one.endsOn !== null && one.endsOn === endsOn) ||
  (!startsOn && (!endsOn || (one.endsOn === null && (one.startsOn ?? "0") <= endsOn)))

/** The day of payment that a row tells; "yes" is the first day, or today. */
export const paidDay = ({ paidOn, startsOn }: Told, today: string) =>
  paidOn === true ? (startsOn ?? today) : paidOn

/**
 * What a row that tells of a membership comes to, beside the group's periods: the one it tells of again, with what that
 * learns where it had none; one that it lies across and that stays as it is; or neither, and it is a new period.
 */
export function fitPeriod<P extends HeldPeriod>(there: readonly P[], told: Told, today: string) {
  const twin = there.find((one) => isSame(one, told)) ?? null
  const across = twin ? null : (there.find((one) => overlaps(one, told)) ?? null)
  const endsOn = twin && !twin.endsOn ? told.endsOn : null
  const paidOn = twin && !twin.paidOn ? paidDay(told, today) : null
  return { twin, across, endsOn, paidOn }
}
