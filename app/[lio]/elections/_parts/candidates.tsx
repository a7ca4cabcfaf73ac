import { Tag } from "@/app/_ui/tag"
import type { Standing } from "@/lib/partnerships/elections/nominations/queries"
import type { Election } from "@/lib/partnerships/elections/queries"
import { inWords, say } from "@/lib/words"

type Props = { lio: string; election: Election; standing: Standing[] }

const Picture = ({ lio, one }: { lio: string; one: Standing }) => (
  // biome-ignore lint/performance/noImgElement: a small picture of our own, drawn once
  <img
    src={`/${lio}/elections/${one.electionId}/picture/${one.id}`}
    alt={say("Picture of {name}", { name: one.name })}
    className="float-right ml-4 max-h-32 max-w-28 rounded-sm"
    loading="lazy"
  />
)

/** Who stands, with what they say to groups and who endorses them. */
export function Candidates({ lio, election, standing }: Props) {
  const several = election.seats.length > 1
  if (standing.length === 0) return null
  return (
    <>
      <h2>{election.state === "ended" ? say("Who stood") : say("Who stands")}</h2>
      <ul className="list-none p-0">
        {standing.map((one) => (
          <li key={one.id} className="card mb-3">
            {election.boardShown && one.pictureId ? <Picture lio={lio} one={one} /> : null}
            <h3 className="mt-0 mb-1 text-lg">{one.name}</h3>
            <p className="mt-0 mb-2 text-soft">
              {one.group}{" "}
              {election.shownAt && one.electedAs !== null ? (
                <Tag tone="good">
                  {several && one.seat ? say("Elected: {seat}", { seat: one.seat }) : say("Elected")}
                </Tag>
              ) : null}
            </p>
            {one.statement ? <p className="max-w-3xl whitespace-pre-line">{one.statement}</p> : null}
            {one.endorsedBy.length > 0 ? (
              <p className="m-0 text-soft">
                {say("Endorsed by {groups}", {
                  groups: inWords(one.endorsedBy.map(({ name }) => name)),
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
