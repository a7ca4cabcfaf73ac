import type { PageProps } from "@/app/_http/visit"
import { outside } from "@/lib/access/doors"
import { listSharedGuides, listWholeSharedGuides } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"
import { FrontFrame } from "../_parts/front-frame"
import { GuideList } from "./_parts/guide-list"
import { narrowed, soughtIn } from "./_parts/search"

const ABOUT = say(
  "How to start a group, run it well, find money and be heard. Read them here, print them or keep them.",
)

/** The guides that come with the installation. For everybody. */
export default async function Guides({ searchParams }: PageProps) {
  const q = soughtIn((await searchParams).q)
  const { guides, whole } = await outside(async (ctx) => ({
    guides: await listSharedGuides(ctx),
    whole: q ? await listWholeSharedGuides(ctx) : [],
  }))
  return (
    <FrontFrame
      title={say("Guides for voluntary groups")}
      found={q ? undefined : { about: ABOUT, path: "/guides" }}
    >
      <h1>{say("Guides for voluntary groups")}</h1>
      <p className="lead max-w-2xl">{ABOUT}</p>
      <GuideList
        guides={narrowed(guides, new Map(whole.map((guide) => [guide.slug, guide])), q)}
        at="/guides"
        q={q}
      />
    </FrontFrame>
  )
}
