import type { ReactNode } from "react"
import { whyNotPrinted } from "@/lib/representations/paper"
import type { AskedNeed, Evidence } from "@/lib/representations/queries"
import { say } from "@/lib/words"

/** Words that are evidence, whose they are, and why they may not be printed. */
export function Quoted({ lio, one, children }: { lio: string; one: Evidence; children?: ReactNode }) {
  const why = whyNotPrinted(one)
  return (
    <blockquote>
      <p className="mb-0">{one.quote}</p>
      <p className="mb-0 text-soft">
        <a href={`/${lio}/groups/${one.groupId}`}>{one.group}</a>
        {why ? ` ${say("(Counted, not printed: {why}.)", { why })}` : ""}
      </p>
      {children}
    </blockquote>
  )
}

/** The needs that an ask puts to the body. */
export const NeedsIn = ({ lio, needs }: { lio: string; needs: AskedNeed[] }) =>
  needs.length > 0 ? (
    <p>
      {say("Needs in it:")}{" "}
      {needs.map((need, at) => (
        <span key={need.id}>
          {at > 0 ? ", " : ""}
          <a href={`/${lio}/needs/${need.id}`}>{need.title}</a>
        </span>
      ))}
    </p>
  ) : null
