import { Stat } from "@/app/_ui/card"
import { Static } from "@/app/_ui/static"
import type { Secured as Figures } from "@/lib/funding/secured/queries"
import { formatDate, formatMoney, percent, say, sayCount } from "@/lib/words"

const awards = (count: number) => sayCount(count, { one: "{count} award", other: "{count} awards" })

/** What groups won with the LIO's help in a period, with what that means beside it; each figure opens its rows. */
export function Secured({ lio, figures }: { lio: string; figures: Figures }) {
  const { from, to, ours, proven, signposted } = figures
  const rows = (more: [string, string][]) =>
    `/${lio}/funding?${new URLSearchParams([["state", "won"], ...more, ["from", from], ["to", to]])}`
  const led: [string, string][] = [
    ["share", "led"],
    ["share", "helped"],
  ]
  return (
    <section aria-labelledby="secured">
      <Static>
        <h2 id="secured">{say("Won from {from} to {to}", { from: formatDate(from), to: formatDate(to) })}</h2>
        <div className="grid gap-4 sm:grid-cols-3">
          <Stat
            label={say("Secured with our help")}
            value={formatMoney(ours.sum)}
            of={awards(ours.bids)}
            href={rows(led)}
          />
          <Stat
            label={say("Of this, proven")}
            value={formatMoney(proven.sum)}
            of={say("{percent} of it", { percent: percent(proven.sum, ours.sum) })}
            href={rows([...led, ["proof", "letter"], ["proof", "matched"]])}
          />
          <Stat
            label={say("Signposted, not counted in it")}
            value={formatMoney(signposted.sum)}
            of={awards(signposted.bids)}
            href={rows([["share", "signposted"]])}
          />
        </div>
        <p className="mt-3 mb-0">
          {say(
            "Secured with our help is what funders awarded in this period where we led the bid or helped with it. A bid of several groups counts once.",
          )}
        </p>
        <details className="fold mt-2">
          <summary>{say("How this is counted")}</summary>
          <div className="max-w-3xl">
            <p>
              {say(
                "We go by the day of the award, not of our advice. What groups won after we only signposted them stands apart, and what they won without us isn’t counted.",
              )}
            </p>
            <p>
              {say(
                "Proven means that we’ve seen the letter or matched the award to data the funder publishes. The rest is what the group told us.",
              )}
            </p>
            <p>
              {say(
                "The period is the financial year so far. Filter by the day of the decision for another one.",
              )}
            </p>
          </div>
        </details>
      </Static>
    </section>
  )
}
