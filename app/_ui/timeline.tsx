import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { When } from "./date"
import { Icon, type IconName } from "./icon"
import { Static } from "./static"

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

/** What happened, newest first. Nothing in it needs scripts. */
export function Timeline({ items, now, older }: { items: TimelineItem[]; now: Date; older?: string }) {
  return (
    <>
      <Static as="ol" className="m-0 max-w-3xl list-none p-0">
        {items.map((item) => (
          <li key={item.id} className="timeline-item">
            <Icon name={item.icon ?? "dot"} className="timeline-dot" />
            <h3 className="m-0 font-sans text-base">
              {item.href ? <a href={item.href}>{item.title}</a> : item.title}
            </h3>
            <p className="m-0 text-soft">
              <When at={item.at} now={now} time />
              {item.author ? `, ${item.author}` : null}
              {item.notes ? <> · {item.notes}</> : null}
            </p>
            {item.text ? <div className="lines-3 mt-1 max-w-2xl">{item.text}</div> : null}
          </li>
        ))}
      </Static>
      {older ? (
        <p>
          <a href={older} className="button button-secondary">
            {say("Show older")}
          </a>
        </p>
      ) : null}
    </>
  )
}
