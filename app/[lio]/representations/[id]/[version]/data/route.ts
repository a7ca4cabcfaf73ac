import { json } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { readVersionData, versionIn } from "@/lib/representations/versions/files/queries"

/** A version as JSON, for programs; 410 once it was withdrawn. */
export const GET = routePublic({
  says: "json",
  work: (ctx, _, { params: { id = "", version } }) => readVersionData(ctx, id, versionIn(version)),
  answer: (read) => json(read, read.withdrawn ? 410 : 200),
})
