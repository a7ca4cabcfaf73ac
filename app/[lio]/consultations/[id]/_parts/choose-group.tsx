import type { FrameData } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import type { Tongue } from "@/lib/consultations/languages/words"
import { say } from "@/lib/words"
import { marking } from "../../_parts/tongue"

type Props = {
  frame: FrameData
  consultation: { id: string; title: string }
  groups: { id: string; name: string }[]
  /** The language of its words, where that isn’t English. */
  tongue: Tongue | null
  /** Which page comes after. */
  page?: string
}

/** For people who speak for several groups: one answer a group, so they say for which. */
export function ChooseGroup({ frame, consultation, groups, tongue, page = "answer" }: Props) {
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("For which group?")} at="consultations">
      <BackLink href={addressOf(lio, consultation.id, "")} />
      <h1>{say("For which group?")}</h1>
      <p>
        {marking(tongue)(
          say("{consultation}. Each group has an answer of its own.", { consultation: consultation.title }),
        )}
      </p>
      <ul className="list-none space-y-3 p-0">
        {groups.map((group) => (
          <li key={group.id}>
            <a
              className="button button-secondary"
              href={addressOf(lio, consultation.id, page, { group: group.id })}
            >
              {group.name}
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
