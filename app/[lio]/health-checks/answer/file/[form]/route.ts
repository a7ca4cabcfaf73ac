import { formOf, madeForOne } from "@/app/_http/document-file"
import { routeOutside } from "@/app/_http/route"
import { fileByCheckLink } from "@/lib/health-checks/answering/queries"
import { readReport } from "@/lib/health-checks/report/queries"

/** A health check as PDF or for Word, for whoever has its link. */
export const GET = routeOutside({}, async (asked) =>
  madeForOne(
    await fileByCheckLink({ lio: asked.params.lio ?? "", key: asked.query.get("key") ?? "" }, readReport),
    formOf(asked),
  ),
)
