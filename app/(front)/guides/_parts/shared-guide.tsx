import { notFound } from "next/navigation"
import { WasItUseful } from "@/app/[lio]/guides/_parts/was-it-useful"
import { asPublic, outside } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { listLios } from "@/lib/finder/queries"
import { theInstallation } from "@/lib/guides/reading/giver"
import { guideDocument } from "@/lib/guides/reading/paper"
import {
  getGuide,
  getSharedGuide,
  listSharedGuides,
  relatedTo,
  versionIn,
} from "@/lib/guides/reading/queries"
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

/** The one LIO of an installation, which hears whether its readers found a guide useful; null where there are several, or it doesn't show this guide. */
async function whoHears(lios: { slug: string }[], slug: string): Promise<string | null> {
  const [only, another] = lios
  if (!only || another) return null
  try {
    return (await asPublic(only.slug, (ctx) => getGuide(ctx, slug))).own ? null : only.slug
  } catch (refusal) {
    if (refusal instanceof NotFound) return null
    throw refusal
  }
}

/** A guide of the installation as a page. */
export async function SharedGuide({ slug, version }: { slug: string; version?: string }) {
  const { guide, related } = await readShared(slug, version)
  const lios = await listLios()
  const hears = version ? null : await whoHears(lios, slug)
  const giver = theInstallation()
  const document = guideDocument(guide, giver, related)
  return (
    <FrontFrame
      title={guide.title}
      found={version ? undefined : foundGuide(guide, document, `/guides/${slug}`)}
    >
      <GuideArticle
        guide={guide}
        document={document}
        at="/guides"
        parts={helpParts(
          guide,
          giver,
          lios.some(({ demo }) => demo),
        )}
      >
        {hears ? <WasItUseful lio={hears} guide={guide} thanked={false} /> : null}
      </GuideArticle>
    </FrontFrame>
  )
}
