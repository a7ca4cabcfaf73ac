import { Stat } from "@/app/_ui/card"
import { Static } from "@/app/_ui/static"
import type { getTravelled } from "@/lib/health-checks/travelled/queries"
import { formatNumber, say, sayCount } from "@/lib/words"

const signed = (change: number) => (change > 0 ? `+${formatNumber(change)}` : formatNumber(change))

/** How far groups have come over all: an average for each set, with the number of groups behind it. */
export function Travelled({ sharing, sets }: Awaited<ReturnType<typeof getTravelled>>) {
  return (
    <Static>
      <section aria-labelledby="travelled" className="mb-8">
        <h2 id="travelled">{say("How far groups have come")}</h2>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Stat
            label={say("Groups that share a health check")}
            value={formatNumber(sharing)}
            counts={say("Only groups that currently agree are counted")}
          />
          {sets.map(({ key, name, groups, change }) => (
            <Stat
              key={key}
              label={name}
              value={change === null ? "–" : signed(change)}
              of={sayCount(groups, {
                one: "{count} group checked twice",
                other: "{count} groups checked twice",
              })}
              counts={
                change === null
                  ? say("Not shown for fewer than five groups")
                  : say("Average change in points out of 100")
              }
            />
          ))}
        </div>
      </section>
    </Static>
  )
}
