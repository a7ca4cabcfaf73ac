import type { ByPart } from "@/lib/consultations/results/numbers"
import { say } from "@/lib/words"

/** How the groups of each part answered a question. */
export function PartTable({ by, labels }: { by: ByPart; labels: string[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="table table-stack mb-4">
        <caption>{say("By {by}: number of groups", { by: by.label.toLowerCase() })}</caption>
        <thead>
          <tr>
            <th scope="col">{by.label}</th>
            <th scope="col" className="number">
              {say("Answered")}
            </th>
            {labels.map((label) => (
              <th key={label} scope="col" className="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {by.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.key}</th>
              <td className="number" data-label={say("Answered")}>
                {row.size}
              </td>
              {row.counts.slice(0, labels.length).map((count, at) => (
                <td key={labels[at]} className="number" data-label={labels[at]}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
