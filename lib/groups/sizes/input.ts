import type { GroupFields } from "../input"

/** The numbers that say how big a group was on a day. */
export const SIZES = [
  "incomeBand",
  "income",
  "staffFullTime",
  "staffPartTime",
  "trustees",
  "volunteers",
  "volunteerHours",
  "beneficiaries",
  "localBeneficiaries",
] as const satisfies (keyof GroupFields)[]
type Size = (typeof SIZES)[number]
/** Size → value; what is not there was not said. */
export type Sizes = Partial<Record<Size, string | number | null>>

/** The sizes and the day they are of: approved, shown and changed together. */
export const SIZE_FIELDS = [...SIZES, "sizesAsAt"] as const

/** Whether a field says how big a group is, or when. */
export const isOfSize = (field: string) => field === "sizesAsAt" || SIZES.some((size) => size === field)
