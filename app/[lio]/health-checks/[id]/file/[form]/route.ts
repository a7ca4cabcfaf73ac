import { formOf, madeForOne } from "@/app/_http/document-file"
import { route } from "@/app/_http/route"
import { ensure } from "@/lib/errors"
import { maySeeChecks } from "@/lib/health-checks/policy"
import { readReport } from "@/lib/health-checks/report/queries"
import { say } from "@/lib/words"

/** A health check as PDF or for Word, for staff while its group agrees. */
export const GET = route({
  back: ({ lio, id }) => `/${lio}/health-checks/${id}`,
  work: (ctx, _, { params: { id = "" } }) => {
    ensure(maySeeChecks(ctx.actor), say("Open your group’s health check by the link in your email."))
    return readReport(ctx, id)
  },
  answer: (document, asked) => madeForOne(document, formOf(asked)),
})
