import { listFile } from "@/app/_http/list-file"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"

/** The list of groups: the columns in sight, or every one with `everything=yes`. */
export const GET = listFile(groupList, async (ctx, listing, query) => {
  const columns = await fileColumns(ctx, listing, query.get("everything") === "yes")
  return {
    name: "Groups",
    headings: columns.map(({ label }) => label),
    days: columns.map(({ day }) => day ?? false),
    pieces: eachLine(ctx, listing, columns),
  }
})
