import type { ReactNode } from "react"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Kept } from "@/lib/annual-check/queries"
import { formatDate, say } from "@/lib/words"

type Props = {
  kept: Kept
  name: string
  /** Somebody has said so just now, or since the question was put. */
  done: boolean
  /** Where one changes what is wrong. */
  change: string
  /** The button. */
  children: ReactNode
}

/** All that is kept of a group, with the one button that says it is right. */
export function IsItRight({ kept, name, done, change, children }: Props) {
  return (
    <>
      <h1>{done ? say("Thank you") : say("Is this still right?")}</h1>
      <p className="max-w-2xl">
        {done
          ? say("On {confirmedOn} {confirmedBy} said that all of this is right. You need do nothing more.", {
              confirmedOn: formatDate(kept.confirmedOn ?? ""),
              confirmedBy: kept.confirmedBy ?? "",
            })
          : say("This is what {name} holds about {kept}.", { name, kept: kept.name })}
      </p>
      <SummaryList items={kept.facts.map(({ label, said }) => ({ label, value: said }))} />
      {done ? null : children}
      <p>
        <a className="inline-flex min-h-11 items-center" href={change}>
          {say("Something has changed")}
        </a>
      </p>
    </>
  )
}
