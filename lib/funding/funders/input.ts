import { z } from "zod"
import { choices, dateMaybe, ticked, websiteMaybe, wordsMaybe, wordsSaid } from "../../input"
import { say } from "../../words"
import { sumMaybe } from "../input"

/** An identifier as published data writes it: a register's short name and a number. */
const ORG_ID = /^[A-Z]{2}-[A-Z0-9]+-[A-Z0-9-]+$/

const orgIdMaybe = () =>
  wordsMaybe(60).transform((value, check) => {
    const id = value?.toUpperCase().replace(/\s+/g, "") ?? null
    if (id && !ORG_ID.test(id)) {
      check.addIssue({
        code: "custom",
        message: say("Enter an identifier like GB-CHC-1234567 or GB-GOR-D1234, or leave it empty"),
      })
      return z.NEVER
    }
    return id
  })

const fields = z.object({
  name: wordsSaid(say("Enter the name of the funder"), 200),
  orgId: orgIdMaybe(),
  funds: wordsMaybe(2000),
  leastSum: sumMaybe(),
  mostSum: sumMaybe(),
  whoCanAsk: wordsMaybe(1000),
  area: wordsMaybe(200),
  website: websiteMaybe(),
  closesOn: dateMaybe(),
  anyTime: ticked(),
  termIds: choices(z.uuid()),
})
type Fields = z.output<typeof fields>

const inOrder = ({ leastSum, mostSum }: Fields) =>
  leastSum === null || mostSum === null || leastSum <= mostSum
const NOT_IN_ORDER = {
  path: ["mostSum"],
  error: say("The largest sum is smaller than the smallest. Check both."),
}
const oneClosing = ({ closesOn, anyTime }: Fields) => !(closesOn && anyTime)
const TWO_CLOSINGS = {
  path: ["closesOn"],
  error: say("Enter a closing date or tick “any time”, not both"),
}

/** What is said of a funder. */
export const addFunderInput = fields.refine(inOrder, NOT_IN_ORDER).refine(oneClosing, TWO_CLOSINGS)
export type AddFunder = Fields

/** A change to what is said of it. */
export const changeFunderInput = fields
  .extend({ id: z.uuid() })
  .refine(inOrder, NOT_IN_ORDER)
  .refine(oneClosing, TWO_CLOSINGS)
export type ChangeFunder = z.output<typeof changeFunderInput>

/** One funder, by its id. */
export const funderIdInput = z.object({ id: z.uuid() })
