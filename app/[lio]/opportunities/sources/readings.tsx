import { Static } from "@/app/_ui/static"
import type { Reading } from "@/lib/opportunities/sources/queries"
import { formatMoment, say, sayCount } from "@/lib/words"

/** When notices were read that were new, and which of them could not be taken. */
export function Readings({ readings }: { readings: Reading[] }) {
  if (readings.length === 0) return null
  return (
    <section aria-labelledby="read">
      <Static>
        <h2 id="read">{say("What was read")}</h2>
        <ol className="max-w-3xl list-none space-y-4 p-0">
          {readings.map(({ id, at, by, summary, invalid }) => (
            <li key={id}>
              <p className="m-0 font-semibold">{summary}</p>
              <p className="m-0 text-soft">{say("{who}, {when}", { who: by, when: formatMoment(at) })}</p>
              {invalid.length > 0 ? (
                <details className="fold">
                  <summary>
                    {sayCount(invalid.length, {
                      one: "{count} release was left out",
                      other: "{count} releases were left out",
                    })}
                  </summary>
                  <ul>
                    {invalid.map((one) => (
                      <li key={one.position} className="wrap-anywhere">
                        {say("Release {position} ({name}): {problem}", {
                          position: one.position,
                          name: one.ocid ?? one.id ?? say("without a name"),
                          problem: one.problem,
                        })}
                      </li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </li>
          ))}
        </ol>
      </Static>
    </section>
  )
}
