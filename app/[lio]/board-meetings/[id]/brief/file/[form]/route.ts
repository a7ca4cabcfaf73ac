import { formOf, madeForOne } from "@/app/_http/document-file"
import { route } from "@/app/_http/route"
import { readBriefPaper } from "@/lib/partnerships/briefs/paper/queries"

/** A brief as PDF or for Word, for staff and for whoever sits on the board. */
export const GET = route({
  back: ({ lio, id }) => `/${lio}/board-meetings/${id}/brief`,
  work: (ctx, _, { params: { id = "" } }) => readBriefPaper(ctx, id),
  answer: (document, asked) => madeForOne(document, formOf(asked)),
})
