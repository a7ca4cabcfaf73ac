import { z } from "zod"
import { keys, SHARES } from "@/db/vocabulary"
import { choiceMaybe, idMaybe } from "../../input"
import { say } from "../../words"

/** A grant as a funder publishes it. `amount` is in hundredths of its currency. */
export type GrantRow = {
  identifier: string
  title: string
  recipientName: string
  /** The numbers of whoever got it, as registers write them. */
  recipientNumbers: { register: string; value: string }[]
  recipientPostcode: string | null
  funderName: string
  funderOrgId: string | null
  programme: string | null
  currency: string
  amount: number
  awardedOn: string
}

/** A press beside a suggestion in the list: what to do, with which. */
export const pressMatchInput = z.object({
  press: z.string().transform((typed, check) => {
    const [act = "", id = "", ...more] = typed.split(" ")
    const known = z.object({ act: z.enum(["confirm", "refuse"]), id: z.uuid() }).safeParse({ act, id })
    if (known.success && more.length === 0) return known.data
    check.addIssue({ code: "custom", message: say("Press one of the buttons") })
    return z.NEVER
  }),
})
export type PressMatch = z.output<typeof pressMatchInput>

/** What a published grant is in the ledger: one of its bids, or an award that isn't there yet. */
export const confirmMatchInput = z.object({
  id: z.uuid(),
  /** Empty: add it as an award. */
  bidId: idMaybe(),
  share: choiceMaybe(keys(SHARES)),
})
export type ConfirmMatch = z.output<typeof confirmMatchInput>

/** All suggestions by number at once, for whoever has looked at them: as many as the page said there were. */
export const confirmAllInput = z.object({ count: z.coerce.number().int().min(1) })
