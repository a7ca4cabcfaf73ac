import { publicDocumentFile } from "@/app/_http/document-file"
import { editionIn, readEditionPaper } from "@/lib/consultations/editions/queries"

/** A published edition as PDF or Word, for everybody. */
export const GET = publicDocumentFile(
  async (ctx, { params: { id = "", edition = "" } }) =>
    (await readEditionPaper(ctx, id, editionIn(edition))).paper,
)
