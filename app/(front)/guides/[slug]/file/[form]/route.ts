import { sharedDocumentFile } from "@/app/_http/document-file"
import { theInstallation } from "@/lib/guides/reading/giver"
import { guideDocument } from "@/lib/guides/reading/paper"
import { getSharedGuide, listSharedGuides, relatedTo, versionIn } from "@/lib/guides/reading/queries"

/** A guide of the installation as PDF or Word. */
export const GET = sharedDocumentFile(async (ctx, { params: { slug = "", version } }) => {
  const guide = await getSharedGuide(ctx, slug, versionIn(version))
  return guideDocument(guide, theInstallation(), relatedTo(guide, await listSharedGuides(ctx)))
})
