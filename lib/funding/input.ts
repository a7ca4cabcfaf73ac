import { z } from "zod"
import { poundsSaid } from "../imports/columns/amounts"
import { say } from "../words"

/** The largest sum there is, in pence: ten thousand million pounds. */
const MOST_PENCE = 1e12

/** A sum as people type it, "12500", "£12,500" or "12.5k", in pence; null when empty. */
export const sumMaybe = () =>
  z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value, check) => {
      const typed = String(value ?? "").trim()
      if (!typed) return null
      const pence = poundsSaid(typed)
      if (pence === null || pence > MOST_PENCE) {
        check.addIssue({ code: "custom", message: say("Enter a sum in pounds, like 500 or 12,500") })
        return z.NEVER
      }
      return pence || null
    })
