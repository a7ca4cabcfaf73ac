import { notFound } from "next/navigation"
import { outside } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { theInstallation } from "@/lib/guides/reading/giver"
import { guideDocument } from "@/lib/guides/reading/paper"
import { getSharedGuide, listSharedGuides, relatedTo, versionIn } from "@/lib/guides/reading/queries"
import { FrontFrame } from "../../_parts/front-frame"
import { helpParts } from "./find-help"
import { foundGuide } from "./found-guide"
import { GuideArticle } from "./guide-article"

/** Reads a guide of the installation with those that go with it: the newest version, or one of them. Not found is not found. */
export async function readShared(slug: string, version?: string) {
  const read = outside(async (ctx) => {
    const guide = await getSharedGuide(ctx, slug, versionIn(version))
    return { guide, related: relatedTo(guide, await listSharedGuides(ctx)) }
  })
  return read.catch((refusal: unknown) => {
    if (refusal instanceof NotFound) notFound()
    throw refusal
  })
}

/** A guide of the installation as a page. */
export async function SharedGuide({ slug, version }: { slug: string; version?: string }) {
  const { guide, related } = await readShared(slug, version)
  const giver = theInstallation()
  const document = guideDocument(guide, giver, related)
  return (
    <FrontFrame
      title={guide.title}
      found={version ? undefined : foundGuide(guide, document, `/guides/${slug}`)}
    >
      <GuideArticle guide={guide} document={document} at="/guides" parts={helpParts(guide, giver, false)} />
    </FrontFrame>
  )
}
