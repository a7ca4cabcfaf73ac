import type { Suggestion } from "@/lib/funding/grants/queries"
import { formatMoney, say } from "@/lib/words"

/** The sum of a published grant: pounds as pounds, others with their currency. */
export const sumOf = ({ amount, currency }: Pick<Suggestion, "amount" | "currency">) =>
  currency === "GBP"
    ? formatMoney(amount)
    : say("{currency} {sum}", { currency, sum: (amount / 100).toFixed(2) })
