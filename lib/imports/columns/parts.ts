import type { INCOME_BANDS } from "@/db/vocabulary"
import { poundsRead } from "./amounts"
import * as cell from "./cells"
import { bandSaid } from "./kinds"
import type { Reading } from "./reading"

/** Income as an amount, as a band, or as both in two columns. */
export function incomeIn({ columns, row, words, wrong }: Reading): {
  income: number | null
  band: keyof typeof INCOME_BANDS | null
} {
  const cells = columns("income").map(({ at }) => row[at] ?? "")
  if (cells.some((one) => /^\s*nil\s*$/i.test(one))) return { income: 0, band: "none" }
  const incomes = words("income") ? cells.map(cell.textOf).filter(Boolean) : []
  const band = incomes.map(bandSaid).find((one) => one !== null) ?? null
  const amount = incomes.find((one) => bandSaid(one) === null)
  if (amount === undefined) return { income: band === "none" ? 0 : null, band }
  const { value, note } = poundsRead(amount)
  if (note) wrong("income", note)
  return { income: value, band }
}

/** A column of ticks is a tag that is called like it. */
export const tickedIn = ({ columns, row }: Reading) =>
  columns("tickedTag").flatMap(({ at, header }) =>
    cell.yesOrNo(cell.ticked(row[at])) ? [readable(header)] : [],
  )
const readable = (header: string) => {
  const words = header.replace(/_/g, " ").replace(/\s+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
