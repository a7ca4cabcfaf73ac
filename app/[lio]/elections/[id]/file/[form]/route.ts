import { publicDocumentFile } from "@/app/_http/document-file"
import { readResultPaper } from "@/lib/partnerships/elections/results/paper"

/** The result of a vote as PDF or Word, for everybody. */
export const GET = publicDocumentFile((ctx, { params: { id = "" } }) => readResultPaper(ctx, id))
