import { DataTable } from "@/app/_ui/data-table"
import { LineChart } from "@/app/_ui/line-chart"
import { INCOME_BANDS } from "@/db/vocabulary"
import { SIZES } from "@/lib/groups/sizes/input"
import type { SizesOn } from "@/lib/groups/sizes/queries"
import { factInWords, fieldLabel } from "@/lib/groups/words"
import { formatDate, formatMoney, say } from "@/lib/words"

type Props = { sizes: SizesOn[]; name: string }

const lower = (words: string) => words.replace(/^[A-Z]/, (letter) => letter.toLowerCase())

/** How big a group was over the years: a small table, and a line where two days or more are known. */
export function SizesOverTime({ sizes, name }: Props) {
  if (sizes.length === 0) return null
  const recorded = SIZES.filter((size) => sizes.some((one) => one.sizes[size] !== undefined))
  const oldestFirst = [...sizes].reverse()
  const line = (["income", "volunteers"] as const).find(
    (size) => sizes.filter((one) => typeof one.sizes[size] === "number").length >= 2,
  )
  return (
    <div className="mb-8 max-w-4xl">
      <h3>{say("Over the years")}</h3>
      <DataTable
        caption={say("The sizes of {name} over the years", { name })}
        captionHidden
        rows={sizes}
        rowKey={(one) => one.asAt}
        columns={[
          { key: "asAt", label: say("On"), main: true, tight: true, cell: (one) => formatDate(one.asAt) },
          ...recorded.map((size) => ({
            key: size,
            label: fieldLabel(size),
            cell: (one: SizesOn) =>
              size === "incomeBand"
                ? INCOME_BANDS[one.sizes.incomeBand as keyof typeof INCOME_BANDS]
                : factInWords(size, one.sizes[size]),
          })),
        ]}
      />
      {line ? (
        <LineChart
          finding={findingOf(oldestFirst, line)}
          measure={fieldLabel(line)}
          pointsAre={say("On")}
          format={line === "income" ? (pounds) => formatMoney(pounds * 100) : undefined}
          points={oldestFirst.map((one) => ({
            label: formatDate(one.asAt),
            value: valueOn(one, line),
          }))}
        />
      ) : null}
    </div>
  )
}

function valueOn(one: SizesOn, size: "income" | "volunteers") {
  const value = one.sizes[size]
  if (typeof value !== "number") return null
  return size === "income" ? Math.round(value / 100) : value
}

function findingOf(sizes: SizesOn[], size: "income" | "volunteers") {
  const recorded = sizes.filter((one) => typeof one.sizes[size] === "number")
  const words = (one: SizesOn | undefined) =>
    factInWords(size, one?.sizes[size])?.toLowerCase() ?? say("not known")
  const [first, last] = [recorded[0], recorded.at(-1)]
  const what =
    size === "income"
      ? say("The yearly income")
      : say("The number of {size}", { size: lower(fieldLabel(size)) })
  return say("{what} went from {first} in {from} to {last} in {to}", {
    what,
    first: words(first),
    from: first?.asAt.slice(0, 4) ?? "",
    last: words(last),
    to: last?.asAt.slice(0, 4) ?? "",
  })
}
