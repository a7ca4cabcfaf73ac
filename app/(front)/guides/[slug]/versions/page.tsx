import type { PageProps } from "@/app/_http/visit"
import { outside } from "@/lib/access/doors"
import { listSharedVersions } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"
import { FrontFrame } from "../../../_parts/front-frame"
import { readShared } from "../../_parts/shared-guide"
import { VersionList } from "../../_parts/version-list"

/** The versions of a guide of the installation. For everybody. */
export default async function SharedVersions({ params }: PageProps) {
  const { slug = "" } = await params
  const { guide } = await readShared(slug)
  const versions = await outside((ctx) => listSharedVersions(ctx, slug))
  return (
    <FrontFrame title={say("Versions of “{title}”", { title: guide.title })}>
      <VersionList title={guide.title} at={`/guides/${slug}`} versions={versions} />
    </FrontFrame>
  )
}
