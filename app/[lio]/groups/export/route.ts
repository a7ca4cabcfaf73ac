import { tableFile } from "@/app/_http/table-file"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"
import { readList } from "@/lib/lists/input"

/** The list of groups: the columns in sight, or every one with `everything=yes`. */
export const GET = tableFile("groups", async (ctx, query) => {
  const listing = readList(groupList, query)
  const columns = await fileColumns(ctx, listing, query.everything === "yes")
  return {
    name: "Groups",
    headings: columns.map(({ label }) => label),
    days: columns.map(({ day }) => day ?? false),
    pieces: eachLine(ctx, listing, columns),
  }
})
