import { publicDocumentFile } from "@/app/_http/document-file"
import { readVersionDocument, versionIn } from "@/lib/representations/versions/files/queries"

/** A version as PDF or for Word. */
export const GET = publicDocumentFile((ctx, { params: { id = "", version } }) =>
  readVersionDocument(ctx, id, versionIn(version)),
)
