import type { ThreadKind } from "@/lib/thread/words"
import { say } from "@/lib/words"

type Props = {
  lio: string
  kind: ThreadKind
  id: string
  /** What it is, for those who hear the page. */
  about?: string
}

/** The way to all that led to something and all that came of it. */
export function ThreadLink({ lio, kind, id, about }: Props) {
  return (
    <a className="inline-flex min-h-11 items-center" href={`/${lio}/thread/${kind}/${id}`}>
      {say("Follow the thread")}
      {about ? <span className="sr-only">: {about.slice(0, 60)}</span> : null}
    </a>
  )
}
