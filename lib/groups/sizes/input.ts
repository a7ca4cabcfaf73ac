import type { Group } from "../queries"

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
] as const satisfies (keyof Group)[]
export type Size = (typeof SIZES)[number]
/** Size → value; what is not there was not said. */
export type Sizes = Partial<Record<Size, string | number | null>>

/** Whether a field says how big a group is, or when. */
export const isOfSize = (field: string) => field === "sizesAsAt" || SIZES.some((size) => size === field)
