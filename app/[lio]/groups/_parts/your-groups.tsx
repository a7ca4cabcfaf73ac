import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { STAGES } from "@/db/vocabulary"
import type { listYourGroups } from "@/lib/groups/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Props = { lio: string; name: string; groups: Awaited<ReturnType<typeof listYourGroups>> }

/** What a member sees instead of the list: the groups they belong to. */
export function YourGroups({ lio, name, groups }: Props) {
  return (
    <>
      <h1>{groups.length > 1 ? say("Our groups") : say("Our group")}</h1>
      {groups.length === 0 ? (
        <EmptyState drawing="groups" title={say("No group yet")}>
          {say("Ask {name} to add you to your group.", { name })}
        </EmptyState>
      ) : null}
      <ul className="m-0 grid list-none gap-4 p-0 sm:grid-cols-2">
        {groups.map((group) => (
          <li key={group.id} className="card">
            <h2 className="mt-0 mb-2">
              <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
            </h2>
            <p>
              <Tag tone={group.stage === "member" ? "good" : "plain"}>{STAGES[group.stage]}</Tag>
            </p>
            {group.about ? <p className="lines-3">{group.about}</p> : null}
            <p className="m-0 flex flex-wrap gap-x-5">
              <a className="inline-flex min-h-11 items-center" href={`/${lio}/groups/${group.id}/details`}>
                {sayRich("Details<span> of {group}</span>", {
                  group: group.name,
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
              <a className="inline-flex min-h-11 items-center" href={`/${lio}/groups/${group.id}/people`}>
                {sayRich("People<span> of {group}</span>", {
                  group: group.name,
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
              <a className="inline-flex min-h-11 items-center" href={`/${lio}/groups/${group.id}/said`}>
                {sayRich("What you said<span> as {group}</span>", {
                  group: group.name,
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
