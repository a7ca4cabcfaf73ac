import { SummaryList } from "@/app/_ui/summary-list"
import { FILE_KINDS, INCOME_BANDS } from "@/db/vocabulary"
import type { Capability } from "@/lib/opportunities/capability/queries"
import { formatDate, formatMoney, inWords, say, sayCount } from "@/lib/words"

function awardsInWords({ awards: { count, sum, together, last } }: Capability): string {
  if (count === 0) return say("None in our ledger")
  const total = sayCount(
    count,
    { one: "{count} award, {sum}", other: "{count} awards, {sum} in all" },
    { sum: formatMoney(sum) },
  )
  const others =
    together > 0
      ? ` ${sayCount(together, { one: "({count} of them together with others)", other: "({count} of them together with others)" })}`
      : ""
  return last ? `${total}${others}; ${say("the last on {day}", { day: formatDate(last) })}` : total + others
}

/** What a group shows of itself to those whom it would bid with, all of it from its profile. */
export function CapabilityFacts({ its }: { its: Capability }) {
  const papers = its.papers.map(({ kind, until }) =>
    say("{kind}, until {day}", { kind: FILE_KINDS[kind], day: formatDate(until) }),
  )
  return (
    <SummaryList
      missing={say("Nothing in date")}
      items={[
        ...(its.about ? [{ label: say("What they do"), value: its.about }] : []),
        { label: say("Areas"), value: inWords(its.areas) || say("Not said") },
        { label: say("Themes"), value: inWords(its.themes) || say("Not said") },
        {
          label: say("Yearly income"),
          value: its.incomeBand ? INCOME_BANDS[its.incomeBand] : say("Not said"),
        },
        {
          label: say("Insurance and policies"),
          value: papers.map((paper, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two policies can read the same
            <span key={at} className="block">
              {paper}
            </span>
          )),
        },
        { label: say("Track record"), value: awardsInWords(its) },
      ].map((item) => ({
        ...item,
        value: Array.isArray(item.value) && item.value.length === 0 ? null : item.value,
      }))}
    />
  )
}
