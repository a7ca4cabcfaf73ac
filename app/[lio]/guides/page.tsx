import { type PageProps, visitPublic } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { GuideList } from "@/app/(front)/guides/_parts/guide-list"
import { narrowed, soughtIn } from "@/app/(front)/guides/_parts/search"
import { listGuides, listWholeGuides } from "@/lib/guides/reading/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../_parts/public-frame"

/** The guides that an LIO gives to its groups: its own and the installation's. For everybody. */
export default async function Guides(props: PageProps) {
  const { face, guides, whole, q } = await visitPublic(props, async (ctx, _, query) => {
    const q = soughtIn(query.q)
    return {
      q,
      face: await getFace(ctx),
      guides: await listGuides(ctx),
      whole: q ? await listWholeGuides(ctx) : [],
    }
  })
  const at = `/${face.slug}/guides`
  return (
    <PublicFrame
      lio={face}
      title={say("Guides")}
      found={
        q
          ? undefined
          : {
              about: say(
                "Guides for voluntary groups from {lio}: to start, to run well, to find money and to be heard.",
                { lio: face.name },
              ),
              path: at,
            }
      }
    >
      <BackLink href={`/${face.slug}`}>{face.name}</BackLink>
      <h1>{say("Guides for your group")}</h1>
      <GuideList
        guides={narrowed(guides, new Map(whole.map((guide) => [guide.slug, guide])), q)}
        at={at}
        q={q}
        ofLio
      />
    </PublicFrame>
  )
}
