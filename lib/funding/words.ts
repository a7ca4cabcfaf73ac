import type { SHARES } from "@/db/vocabulary"
import { formatMoney, say } from "../words"

/** What each part of the LIO's means, in a sentence. */
export const SHARE_MEANS: Record<keyof typeof SHARES, string> = {
  led: say("We wrote the bid, or most of it, with the group."),
  helped: say("We gave advice, read drafts or worked on the budget."),
  signposted: say("We told the group about the fund, and they did the rest."),
  none: say("The group got it without us."),
}

/** What may be asked of a funder: "£500 to £10,000"; null when nothing is known. */
export function sumsInWords(least: number | null, most: number | null): string | null {
  if (least !== null && most !== null)
    return say("{least} to {most}", { least: formatMoney(least), most: formatMoney(most) })
  if (most !== null) return say("Up to {most}", { most: formatMoney(most) })
  return least === null ? null : say("From {least}", { least: formatMoney(least) })
}
