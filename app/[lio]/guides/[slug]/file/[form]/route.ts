import { publicDocumentFile } from "@/app/_http/document-file"
import { readGuide } from "@/lib/guides/reading/whole/queries"

/** The guide as PDF or Word. */
export const GET = publicDocumentFile(
  async (ctx, { params: { slug = "", version } }) => (await readGuide(ctx, slug, version, true)).document,
)
