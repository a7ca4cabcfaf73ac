import { type Place, withQuery } from "@/app/_ui/address"
import { FilterFields } from "@/app/_ui/filter-fields"
import { type Period, usualPeriods } from "@/lib/reports/work/input"
import { say } from "@/lib/words"

/** The period that a page of figures is about: the usual ones, or any other. `place`: what else its address says stays. */
export function ChoosePeriod({ place, period, today }: { place: Place; period: Period; today: string }) {
  const usual = usualPeriods(today)
  return (
    <div className="no-print">
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {usual.map(({ label, from, to }) => (
          <a
            key={label}
            className="inline-flex min-h-7 items-center aria-[current]:font-semibold aria-[current]:no-underline"
            aria-current={from === period.from && to === period.to ? "true" : undefined}
            href={withQuery(place, { from, to })}
          >
            {label}
          </a>
        ))}
      </p>
      <details className="fold">
        <summary>{say("Another period")}</summary>
        <form method="get" action={place.path}>
          {Object.entries(place.query ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={String(value)} />
          ))}
          <FilterFields
            fields={[
              { kind: "date", name: "from", label: say("From") },
              { kind: "date", name: "to", label: say("To") },
            ]}
            values={{ from: period.from, to: period.to }}
          />
          <button type="submit" className="button button-secondary">
            {say("Show")}
          </button>
        </form>
      </details>
    </div>
  )
}
