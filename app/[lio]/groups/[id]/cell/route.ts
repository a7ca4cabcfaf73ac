import { json } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { cellInput } from "@/lib/groups/cells/input"
import { getCell } from "@/lib/groups/cells/queries"

/** What one cell of the list says and may say: `?column=tag` → a Cell. For staff who keep the list. */
export const GET = route({
  says: "json",
  work: (ctx, _, { params, query }) =>
    getCell(ctx, cellInput.parse({ id: params.id, column: query.get("column") ?? "stage" })),
  answer: (cell) => json(cell),
})
