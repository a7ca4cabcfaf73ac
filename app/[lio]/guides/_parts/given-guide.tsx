import { helpParts } from "@/app/(front)/guides/_parts/find-help"
import { foundGuide } from "@/app/(front)/guides/_parts/found-guide"
import { GuideArticle } from "@/app/(front)/guides/_parts/guide-article"
import type { readGuide } from "@/lib/guides/reading/whole/queries"
import type { Face } from "@/lib/lios/look/queries"
import { PublicFrame } from "../../_parts/public-frame"
import { WasItUseful } from "./was-it-useful"

type Props = Awaited<ReturnType<typeof readGuide>> & {
  face: Face
  /** Somebody has just said whether it was useful. */
  thanked?: boolean
}

/** A guide of an LIO as a page: the newest version with the question whether it was useful, or an older one. */
export const GivenGuide = ({ face, demo, guide, giver, document, thanked = false }: Props) => (
  <PublicFrame
    lio={face}
    title={guide.title}
    found={
      guide.version === guide.newest
        ? foundGuide(
            guide,
            document,
            guide.own ? `/${face.slug}/guides/${guide.slug}` : `/guides/${guide.slug}`,
          )
        : undefined
    }
  >
    <GuideArticle
      guide={guide}
      document={document}
      at={`/${face.slug}/guides`}
      parts={helpParts(guide, giver, demo)}
    >
      {guide.version === guide.newest ? (
        <WasItUseful lio={face.slug} guide={guide} thanked={thanked} />
      ) : null}
    </GuideArticle>
  </PublicFrame>
)
