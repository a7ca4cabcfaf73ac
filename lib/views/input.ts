import { z } from "zod"
import type { List } from "../access/list-type"
import { ticked, wordsSaid } from "../input"
import { LONGEST_QUERY, listQuery, readList } from "../lists/input"
import { LISTS } from "../rooms"
import { say } from "../words"

/** The list of that name, or undefined. */
const listNamed = (name: string): List | undefined => LISTS.find((list) => list.name === name)

/** A list, and its query string with what makes no sense to it left out, and without its page. */
const ofList = {
  list: z.enum(
    LISTS.map(({ name }) => name),
    { error: say("There is no such list") },
  ),
  query: z.string().max(LONGEST_QUERY),
}

function tidied<View extends { list: string; query: string }>(view: View): View {
  const list = listNamed(view.list)
  return list ? { ...view, query: listQuery(list, { ...readList(list, view.query), page: 1 }) } : view
}

/** A list to be kept under a name. */
export const saveViewInput = z
  .object({ ...ofList, name: wordsSaid(say("Enter a name for this view"), 100), shared: ticked() })
  .transform(tidied)
export type SaveView = z.output<typeof saveViewInput>

/** Other filters for a kept view. */
export const changeViewInput = z.object({ ...ofList, id: z.uuid() }).transform(tidied)
export type ChangeView = z.output<typeof changeViewInput>

/** A kept view to share with the team, to keep to oneself, to lock, or to remove. */
export const viewIdInput = z.object({ id: z.uuid() })
export type ViewId = z.output<typeof viewIdInput>
