import { redirect } from "next/navigation"
import type { Query } from "@/app/_http/visit"
import type { Ctx } from "@/lib/access/ctx"
import { chosenInput, NONE } from "@/lib/bulk/input"
import { listGroupIds } from "@/lib/groups/list/queries"
import { MOST_TICKED } from "@/lib/lists/input"
import { listChosen } from "@/lib/sessions/queries"
import { say } from "@/lib/words"

/** The groups that were ticked in the list, or all that matched; `total`: how many, where only the first are done at once. */
export async function readChosen(ctx: Ctx, query: Query) {
  const chosen = chosenInput.catch(NONE).parse(query)
  const ids = "ids" in chosen.which ? chosen.which.ids : await listGroupIds(ctx, chosen.which.filter)
  return { from: chosen.from, total: ids.length, groups: await listChosen(ctx, ids.slice(0, MOST_TICKED)) }
}
type Chosen = Awaited<ReturnType<typeof readChosen>>

/** The list that the groups were chosen in; leads back there when none was. */
export function listOf(lio: string, { from, groups }: Chosen): string {
  const list = `/${lio}/groups${from ? `?${from}` : ""}`
  if (groups.length === 0) redirect(`${list}${from ? "&" : "?"}select=none`)
  return list
}

/** Which groups a form is about, by name, and along with it. */
export function ChosenGroups({ lio, chosen: { groups, total } }: { lio: string; chosen: Chosen }) {
  return (
    <>
      {groups.map(({ id }) => (
        <input key={id} type="hidden" name="groupIds[]" value={id} />
      ))}
      {total > groups.length ? (
        <p>
          {say(
            "You chose {total} groups. We can do {groups} at once, so these are the first. Come back for the others.",
            { total, groups: groups.length },
          )}
        </p>
      ) : null}
      <ul className="mb-6 max-h-48 max-w-2xl overflow-y-auto">
        {groups.map(({ id, name }) => (
          <li key={id}>
            <a href={`/${lio}/groups/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
