import { json } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { cellInput } from "@/lib/cells/input"
import { openCell } from "@/lib/cells/queries"

/** What one cell of a list says and may say: `?of=group&id=…&column=tag` → a Cell. For whoever may change it. */
export const GET = route({
  says: "json",
  work: (ctx, _, { query }) => openCell(ctx, cellInput.parse(Object.fromEntries(query))),
  answer: (cell) => json(cell),
})
