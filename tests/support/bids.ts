import { sql } from "drizzle-orm"
import { addBid } from "@/lib/funding/bids/commands"
import { addBidInput, decideBidInput } from "@/lib/funding/bids/input"
import { getBid } from "@/lib/funding/bids/queries"
import { decideBid } from "@/lib/funding/bids/steps/commands"
import { fundingList } from "@/lib/funding/list/filters"
import { listBids } from "@/lib/funding/list/queries"
import { readList } from "@/lib/lists/input"
import { undoAct } from "@/lib/undo/commands"
import type { World } from "./world"

/** Bids of the food bank of a world to the Valley Fund, by its worker, unless something else is said. */
export async function bidding(w: World) {
  const today = await w.system(async (ctx) => ctx.today)
  const said = (over: Record<string, unknown> = {}) => ({
    groupIds: [w.foodbank.id],
    newFunder: "Valley Fund",
    title: "A freezer",
    asked: "£12,500",
    ...over,
  })
  return {
    today,
    said,
    day: (after: number) => new Date(Date.parse(today) + after * 86_400_000).toISOString().slice(0, 10),
    add: (over: Record<string, unknown> = {}) =>
      w.asWorker((ctx) => addBid(ctx, addBidInput.parse(said(over)))),
    bid: (id: string) => w.asViewer((ctx) => getBid(ctx, id)),
    /** Won with £10,000, of which the group told us and in which we helped. */
    decide: (id: string, over: Record<string, unknown> = {}) =>
      w.asWorker((ctx) =>
        decideBid(
          ctx,
          decideBidInput.parse({
            ...{ id, outcome: "won", awarded: "10000", share: "helped", proof: "reported" },
            ...over,
          }),
        ),
      ),
    undo: (what: "bid" | "bid-change" | "grant", id: string | null) =>
      w.asWorker((ctx) => undoAct(ctx, { what, id: id ?? "" })),
    listed: async (query: string) =>
      (await w.asViewer((ctx) => listBids(ctx, readList(fundingList, query)))).map(({ title }) => title),
    /** The task of a bid's deadline. */
    taskOf: async (id: string) => {
      const [row] = await w.system((ctx) =>
        ctx.tx.execute<{ what: string; due: string; dropped: boolean; done: boolean }>(sql`
          select t.what, t.due_on::text as due, t.dropped_at is not null as dropped, t.done_at is not null as done
          from bids b join tasks t on t.id = b.task_id where b.id = ${id}`),
      )
      return row
    },
  }
}
