import { type PageProps, visitPublic } from "@/app/_http/visit"
import { VersionList } from "@/app/(front)/guides/_parts/version-list"
import { getGuide, listVersions } from "@/lib/guides/reading/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../../_parts/public-frame"

/** The versions of a guide as the LIO gives it. For everybody. */
export default async function Versions(props: PageProps) {
  const { face, guide, versions } = await visitPublic(props, async (ctx, { slug = "" }) => ({
    face: await getFace(ctx),
    guide: await getGuide(ctx, slug),
    versions: await listVersions(ctx, slug),
  }))
  return (
    <PublicFrame lio={face} title={say("Versions of “{title}”", { title: guide.title })}>
      <VersionList title={guide.title} at={`/${face.slug}/guides/${guide.slug}`} versions={versions} />
    </PublicFrame>
  )
}
