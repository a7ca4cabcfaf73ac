import type { ReactNode } from "react"
import { say } from "@/lib/words/say"

type Props = {
  /** What should be done next, in a sentence. */
  words: string
  /** The one button or link that does it, and what may stand beside it. */
  children?: ReactNode
}

/** Over a page about something that goes on for weeks: the one thing to do next. */
export function NextBar({ words, children }: Props) {
  return (
    <section
      aria-label={say("Next")}
      className="no-print mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-wait-wash px-4 py-2"
    >
      <p className="m-0 max-w-2xl flex-1 basis-64">
        <strong>{say("Next:")}</strong> {words}
      </p>
      {children ? <div className="flex flex-wrap items-center gap-3 sm:ml-auto">{children}</div> : null}
    </section>
  )
}
