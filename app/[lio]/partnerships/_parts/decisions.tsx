import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { Tag } from "@/app/_ui/tag"
import { DECISION_READERS } from "@/db/vocabulary"
import type { Decision } from "@/lib/partnerships/decisions/queries"
import { say } from "@/lib/words"
import { TakeOff } from "../../needs/_parts/take-off"
import { dropDecisionForm } from "../actions"

type Props = { lio: string; boardId: string; decisions: Decision[]; keeps: boolean }

/** What a board decided that matters to groups, the newest first. */
export function Decisions({ lio, boardId, decisions, keeps }: Props) {
  return (
    <>
      <h2 id="decisions">{say("What it decided")}</h2>
      {decisions.length === 0 ? <p>{say("Nothing is written down yet.")}</p> : null}
      <ul className="list-none p-0">
        {decisions.map((one) => (
          <li key={one.id} className="mb-3 border-b border-line pb-3">
            <p className="m-0 font-semibold">{formatDate(one.on)}</p>
            <p className="m-0 max-w-3xl whitespace-pre-line">{one.words}</p>
            <p className="m-0 flex flex-wrap gap-2">
              {one.themes.map((theme) => (
                <Tag key={theme}>{theme}</Tag>
              ))}
              {one.needs.map(({ id, title }) => (
                <a key={id} href={`/${lio}/needs/${id}`}>
                  {title}
                </a>
              ))}
              {keeps ? <span className="text-soft">{DECISION_READERS[one.audience]}</span> : null}
            </p>
            {keeps ? <TakeOff action={dropDecisionForm} lio={lio} id={one.id} words={one.words} /> : null}
          </li>
        ))}
      </ul>
      {keeps ? (
        <p>
          <ButtonLink href={`/${lio}/partnerships/${boardId}/decisions`} kind="secondary">
            {say("Add a decision")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
