import { sayRich } from "@/lib/words/rich"
import { say } from "@/lib/words/say"
import { type Place, withQuery } from "./address"

type Props = {
  place: Place
  /** From 1. */
  page: number
  perPage: number
  total: number
}

/** The numbers to offer: the first, the last, and those around the present one; null is a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const numbers = [...new Set(near)].sort((a, b) => a - b)
  return numbers.flatMap((number, at) => {
    const gap = number - (numbers[at - 1] ?? 0)
    return gap === 2 ? [number - 1, number] : gap > 2 ? [null, number] : [number]
  })
}

/** "Showing 1 to 50 of 214", and the way to the other pages; nothing where there is nothing. */
export function Pagination({ place, page, perPage, total }: Props) {
  if (total === 0) return null
  const pages = Math.max(1, Math.ceil(total / perPage))
  const from = Math.min(total, (page - 1) * perPage + 1)
  const to = Math.min(total, page * perPage)
  const href = (number: number) => withQuery(place, { page: number > 1 ? number : null })
  const step = "inline-flex min-h-11 min-w-11 items-center justify-center rounded-md px-3"
  return (
    <nav
      aria-label={say("Pages")}
      className="pagination mt-6 flex flex-wrap items-center justify-between gap-3"
    >
      <p className="m-0">{say("Showing {from} to {to} of {total}", { from, to, total })}</p>
      {pages > 1 ? (
        <ul className="flex list-none flex-wrap items-center gap-1 p-0">
          {page > 1 ? (
            <li>
              <a className={step} href={href(page - 1)} rel="prev">
                {sayRich("Previous<span> page</span>", {
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
            </li>
          ) : null}
          {pageNumbers(page, pages).map((number, at) => (
            <li key={number ?? `gap-${at}`} className={number === page ? undefined : "max-sm:hidden"}>
              {number === null ? (
                <span className="px-1">…</span>
              ) : (
                <a
                  className={number === page ? `${step} bg-leaf text-on-leaf no-underline` : step}
                  href={href(number)}
                  aria-current={number === page ? "page" : undefined}
                >
                  <span className="sr-only">{say("Page")} </span>
                  {number}
                </a>
              )}
            </li>
          ))}
          {page < pages ? (
            <li>
              <a className={step} href={href(page + 1)} rel="next">
                {sayRich("Next<span> page</span>", {
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
    </nav>
  )
}
