import type { ReactNode } from "react"
import { say } from "@/lib/words/say"

export type SummaryItem = {
  label: string
  /** The label as it is shown, where it is more than its letters. */
  shown?: ReactNode
  /** Empty: "Not known". */
  value?: ReactNode
  change?: { href: string; label?: string }
}

/** Whether a value says nothing. */
export const isNothing = (value: ReactNode) =>
  value === undefined || value === null || value === "" || value === false

/** Facts, one a line, each with a link to change it. `missing` is said where there is no value. */
export function SummaryList({
  items,
  missing = say("Not known"),
}: {
  items: SummaryItem[]
  missing?: string
}) {
  return (
    <dl className="mb-8 max-w-4xl border-t border-line">
      {items.map((item) => (
        <div key={item.label} className="summary-row">
          <dt className="font-semibold wrap-anywhere">{item.shown ?? item.label}</dt>
          <dd className="min-w-0 whitespace-pre-line">
            {isNothing(item.value) ? <span className="text-soft">{missing}</span> : item.value}
          </dd>
          {item.change ? (
            <dd>
              <a href={item.change.href} className="inline-flex min-h-6 items-center">
                {item.change.label ?? say("Change")}
                <span className="sr-only"> {item.shown ?? item.label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
