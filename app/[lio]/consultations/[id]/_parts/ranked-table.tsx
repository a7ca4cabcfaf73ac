import type { Ranked } from "@/lib/consultations/ranking/words"
import { formatNumber, say } from "@/lib/words"

/** Options that were put in order: how many groups gave each which place, and its mean place. */
export function RankedTable({ ranked }: { ranked: Ranked[] }) {
  const heads = [
    say("Average place"),
    ...(ranked[0]?.places.map((_, at) => say("Place {place}", { place: at + 1 })) ?? []),
  ]
  return (
    <div className="overflow-x-auto">
      <table className="table table-stack mb-4">
        <caption>{say("Number of groups that put each option in each place")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("Answer")}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ value, label, mean, places }) => (
            <tr key={value}>
              <th scope="row">{label}</th>
              {[mean, ...places].map((count, at) => (
                <td key={heads[at]} className="number" data-label={heads[at]}>
                  {count === null ? "–" : formatNumber(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
