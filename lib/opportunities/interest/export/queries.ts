import "server-only"
import { BIDDING_WAYS, FILE_KINDS, INCOME_BANDS, INTEREST_READERS } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import type { Table } from "../../../spreadsheet/tables"
import { dayOf, say } from "../../../words"
import { getOpportunity } from "../../queries"
import { listInterest } from "../queries"

/** Who is interested in an opportunity, a line each, with what each can show: for files. For staff. */
export async function interestAsTable(ctx: Ctx, opportunityId: string): Promise<Table> {
  const [rows] = await Promise.all([listInterest(ctx, opportunityId), getOpportunity(ctx, opportunityId)])
  const day = (at: Date | null) => (at ? dayOf(at, ctx.lio.timezone) : "")
  return {
    name: "Interested groups",
    headings: [
      say("Group"),
      say("How"),
      say("What it could do"),
      say("Who may see it"),
      say("Said on"),
      say("Said by"),
      say("Withdrawn on"),
      say("Areas"),
      say("Themes"),
      say("Yearly income"),
      say("Insurance and policies in date"),
      say("Awards in the ledger"),
      say("What they came to"),
    ],
    days: [false, false, false, false, true, false, true, false, false, false, false, false, false],
    pieces: [
      rows.map(({ capability, ...one }) => [
        one.group,
        BIDDING_WAYS[one.how],
        one.offer,
        INTEREST_READERS[one.seenBy],
        day(one.saidAt),
        one.saidBy ?? "",
        day(one.withdrawnAt),
        capability?.areas.join("; ") ?? "",
        capability?.themes.join("; ") ?? "",
        capability?.incomeBand ? INCOME_BANDS[capability.incomeBand] : "",
        capability?.papers.map(({ kind, until }) => `${FILE_KINDS[kind]} (${until})`).join("; ") ?? "",
        capability?.awards.count ?? "",
        capability ? capability.awards.sum / 100 : "",
      ]),
    ],
  }
}
