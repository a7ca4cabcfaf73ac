import { notFound } from "next/navigation"
import { WasItUseful } from "@/app/[lio]/guides/_parts/was-it-useful"
import { asPublic, outside } from "@/lib/access/doors"
import { briefly } from "@/lib/briefly"
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

/** Everybody reads the same; a new version shows this many seconds later at most. */
const SECONDS = 10

const readGuide = briefly(SECONDS, (at) => {
  const [slug, version]: [string, string?] = JSON.parse(at)
  return outside(async (ctx) => {
    const guide = await getSharedGuide(ctx, slug, versionIn(version))
    return { guide, related: relatedTo(guide, await listSharedGuides(ctx)) }
  })
})

/** Reads a guide of the installation with those that go with it: the newest version, or one of them. Not found is not found. */
export async function readShared(slug: string, version?: string) {
  return readGuide(JSON.stringify(version ? [slug, version] : [slug])).catch((refusal: unknown) => {
    if (refusal instanceof NotFound) notFound()
    throw refusal
  })
}

/** What the guide's page says of the LIOs here: whether there is a demo, and who hears whether it was useful. */
const readLios = briefly(SECONDS, async (slug) => {
  const lios = await listLios()
  return { demo: lios.some(({ demo }) => demo), hears: await whoHears(lios, slug) }
})

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
  const { demo, hears } = await readLios(slug)
  const giver = theInstallation()
  const document = guideDocument(guide, giver, related)
  return (
    <FrontFrame
      title={guide.title}
      found={version ? undefined : foundGuide(guide, document, `/guides/${slug}`)}
    >
      <GuideArticle guide={guide} document={document} at="/guides" parts={helpParts(guide, giver, demo)}>
        {hears && !version ? <WasItUseful lio={hears} guide={guide} thanked={false} /> : null}
      </GuideArticle>
    </FrontFrame>
  )
}
