import Link from "next/link"
import type { ReactNode } from "react"
import { When } from "./date"
import { Icon, type IconName } from "./icon"

export type TimelineItem = {
  id: string
  at: Date
  title: ReactNode
  href?: string
  author?: string
  /** At most three lines of it are shown. */
  text?: ReactNode
  icon?: IconName
  /** Small print after the author: "Edited", "By email". */
  notes?: ReactNode
}

/** What happened, newest first. */
export function Timeline({ items, now, older }: { items: TimelineItem[]; now: Date; older?: string }) {
  return (
    <>
      <ol className="m-0 max-w-3xl list-none p-0">
        {items.map((item) => (
          <li key={item.id} className="timeline-item">
            <Icon name={item.icon ?? "dot"} className="timeline-dot" />
            <h3 className="m-0 font-sans text-base">
              {item.href ? (
                <Link href={item.href} prefetch={false}>
                  {item.title}
                </Link>
              ) : (
                item.title
              )}
            </h3>
            <p className="m-0 text-soft">
              <When at={item.at} now={now} time />
              {item.author ? `, ${item.author}` : null}
              {item.notes ? <> · {item.notes}</> : null}
            </p>
            {item.text ? <div className="lines-3 mt-1 max-w-2xl">{item.text}</div> : null}
          </li>
        ))}
      </ol>
      {older ? (
        <p>
          <Link href={older} className="button button-secondary" prefetch={false}>
            Show older
          </Link>
        </p>
      ) : null}
    </>
  )
}
