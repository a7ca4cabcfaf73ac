import { tableFile } from "@/app/_http/table-file"
import { groupFilter } from "@/lib/groups/list/input"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"

/** The list of groups: the columns in sight, or every one with `everything=yes`. */
export const GET = tableFile("groups", async (ctx, query) => {
  const filter = groupFilter(query)
  const columns = await fileColumns(ctx, filter, query.everything === "yes")
  return {
    name: "Groups",
    headings: columns.map(({ label }) => label),
    days: columns.map(({ day }) => day ?? false),
    pieces: eachLine(ctx, filter, columns),
  }
})
