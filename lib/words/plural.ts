import { formatNumber, formOf } from "./say"

/** "1 group", "214 groups", "0 groups": only where a text has not gone into the catalogue yet (sayCount). */
export const plural = (number: number, one: string, many = `${one}s`) =>
  `${formatNumber(number)} ${byNumber(number, one, many)}`

/** The one of two forms that goes with a number, "has" or "have": only until the text is in the catalogue (sayCount). */
export const byNumber = (number: number, one: string, many: string) => formOf(number, { one, other: many })
