import { and, isNull, lt } from "drizzle-orm"
import { enquiries } from "@/db/schema"
import type { Retention } from "../access/retention"
import { removeFilesOf } from "../files/leaving/commands"
import { say } from "../words"

/** What is kept of enquiries for a time only, counted from when they were dealt with. */
export const retention: Retention[] = [
  {
    what: say("Enquiries that were dealt with and became no group"),
    days: 365,
    clear: async (ctx, before) => {
      const gone = await ctx.tx
        .delete(enquiries)
        .where(and(lt(enquiries.doneAt, before), isNull(enquiries.groupId)))
        .returning({ id: enquiries.id })
      await removeFilesOf(ctx, { kind: "enquiry", ids: gone.map(({ id }) => id) })
      return gone.length
    },
  },
]
