import { z } from "zod"
import { CHASE_WAYS, keys } from "@/db/vocabulary"
import { dateMaybe, wordsMaybe, wordsSaid } from "../input"
import { MOST_TICKED } from "../lists/input"
import { say } from "../words"
import { poundsMaybe } from "./types/input"

const dateSaid = (missing: string) =>
  dateMaybe().transform((value, check) => {
    if (value === null) {
      check.addIssue({ code: "custom", message: missing })
      return z.NEVER
    }
    return value
  })

/** A group's first membership, or one after a time without. */
export const beginInput = z.object({
  groupId: z.uuid(),
  typeId: z.uuid({ error: say("Choose a membership") }),
  startsOn: dateSaid(say("Enter the day on which it begins, like 27 6 2026")),
})
export type Begin = z.output<typeof beginInput>

/** The group whose membership is to go on; of another type when one is chosen. */
export const renewInput = z.object({
  groupId: z.uuid(),
  typeId: z.uuid({ error: say("Choose a membership") }).optional(),
})
export type Renew = z.output<typeof renewInput>

/** What a period really was: dates and fee. An empty last day: it is not known, or there is none. */
export const changeInput = z
  .object({
    groupId: z.uuid(),
    id: z.uuid(),
    startsOn: dateMaybe(),
    endsOn: dateMaybe(),
    fee: poundsMaybe(),
    paidOn: dateMaybe(),
  })
  .transform(({ fee, ...rest }, check) => {
    if (rest.startsOn && rest.endsOn && rest.endsOn < rest.startsOn)
      check.addIssue({ code: "custom", path: ["endsOn"], message: say("This is before the first day") })
    return { ...rest, feePence: fee || null }
  })
export type Change = z.output<typeof changeInput>

/** The fee of a period was paid. */
export const paidInput = z.object({
  groupId: z.uuid(),
  id: z.uuid(),
  paidOn: dateSaid(say("Enter the day on which it was paid, like 27 6 2026")),
})
export type Paid = z.output<typeof paidInput>

/** A period that was begun or renewed by mistake. */
export const takeBackInput = z.object({ groupId: z.uuid(), id: z.uuid() })

const chosen = (what: string) =>
  z
    .union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(MOST_TICKED)])
    .optional()
    .transform((ids, check) => {
      if (ids && ids.length > 0) return ids
      check.addIssue({ code: "custom", message: say("Tick the {what} first", { what }) })
      return z.NEVER
    })
/** What is done with many memberships at once: all are renewed, or on a day their latest fee was paid, or all they owe. */
export const manyInput = z
  .object({
    groups: chosen("groups"),
    what: z.enum(["renew", "paid", "paidAll"], { error: say("Choose what to do") }),
    paidOn: dateMaybe(),
  })
  .transform((input, check) => {
    if (input.what !== "renew" && input.paidOn === null)
      check.addIssue({ code: "custom", path: ["paidOn"], message: say("Enter the day on which they paid") })
    return input
  })
export type Many = z.output<typeof manyInput>

/** Many groups that become members at once. */
export const beginManyInput = z.object({
  groups: chosen("groups"),
  typeId: z.uuid({ error: say("Choose a membership") }),
  startsOn: dateSaid(say("Enter the day on which it begins, like 27 6 2026")),
})
export type BeginMany = z.output<typeof beginManyInput>

/** A membership ends before its time. */
export const endInput = z.object({
  groupId: z.uuid(),
  id: z.uuid(),
  cancelledOn: dateSaid(say("Enter the day on which it ends, like 27 6 2026")),
  reason: wordsSaid(say("Enter why it ends"), 1000),
})
export type End = z.output<typeof endInput>

/** Somebody of the staff asked the group to renew. */
export const chaseInput = z.object({
  groupId: z.uuid(),
  how: z.enum(keys(CHASE_WAYS), { error: say("Choose how you asked") }),
  note: wordsMaybe(1000),
})
export type Chase = z.output<typeof chaseInput>

/** One last day for all memberships whose last day nobody knows: those that a list brought in. */
export const lastDayInput = z.object({ endsOn: dateSaid(say("Enter the last day, like 27 6 2026")) })
export type LastDay = z.output<typeof lastDayInput>

/** How many memberships are on a page of the list. */
export const PAGE_SIZE = 50

/** The parts of the staff's list of memberships, in the order of what needs doing. */
export const PARTS = {
  ending: say("Ends soon"),
  grace: say("Lapsed, in grace period"),
  lapsed: say("Lapsed"),
  unpaid: say("Not paid"),
  endless: say("Last day not known"),
  current: say("Current"),
  future: say("Not started yet"),
  cancelled: say("Ended"),
  none: say("No membership"),
} as const
export type Part = keyof typeof PARTS
