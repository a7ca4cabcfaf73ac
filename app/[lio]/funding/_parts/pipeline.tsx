import { Static } from "@/app/_ui/static"
import { BID_STATES, keys } from "@/db/vocabulary"
import type { countPipeline } from "@/lib/funding/list/queries"
import { formatMoney, say, sayCount } from "@/lib/words"

type Props = { lio: string; pipeline: Awaited<ReturnType<typeof countPipeline>>; current: string[] }

/** How many bids stand where and what they come to; each opens its rows. */
export function Pipeline({ lio, pipeline, current }: Props) {
  return (
    <nav aria-label={say("Where bids stand")} className="mb-6">
      <Static>
        <ul className="m-0 grid list-none grid-cols-2 gap-2 p-0 sm:grid-cols-4 xl:grid-cols-7">
          {keys(BID_STATES).map((state) => {
            const { bids = 0, sum = 0 } = pipeline.find((one) => one.state === state) ?? {}
            return (
              <li key={state}>
                <a
                  href={`/${lio}/funding?state=${state}`}
                  aria-current={current.length === 1 && current[0] === state ? "true" : undefined}
                  className="card block h-full p-3 no-underline aria-[current]:outline-2 aria-[current]:outline-leaf"
                >
                  <span className="block font-semibold underline">{BID_STATES[state]}</span>
                  <span className="block text-ink">
                    {sayCount(bids, { one: "{count} bid", other: "{count} bids" })}
                  </span>
                  {sum > 0 ? <span className="block text-soft tabular-nums">{formatMoney(sum)}</span> : null}
                </a>
              </li>
            )
          })}
        </ul>
      </Static>
    </nav>
  )
}
