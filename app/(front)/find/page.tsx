import type { PageProps } from "@/app/_http/visit"
import { outside } from "@/lib/access/doors"
import { finderQuery } from "@/lib/finder/input"
import { findSupport, listLios } from "@/lib/finder/queries"
import { listSharedGuides } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"
import { FinderForm } from "../_parts/finder-form"
import { FrontFrame } from "../_parts/front-frame"
import { GuideLinks } from "../guides/_parts/guide-links"
import { Answer } from "./_parts/answer"

/** Who can help a group in some place: the local infrastructure organisations, other sources of support, national bodies. */
export default async function Find(props: PageProps) {
  const query = finderQuery(await props.searchParams)
  const [answer, lios, guides] = await Promise.all([
    findSupport(query),
    listLios(),
    outside(listSharedGuides),
  ])
  const form = <FinderForm q={query.q} about={query.about} demo={lios.some(({ demo }) => demo)} />
  return (
    <FrontFrame
      title={say("Find help for your group")}
      found={
        query.q || query.at
          ? undefined
          : {
              about: say(
                "Who helps voluntary and community groups where you are: enter a postcode or the name of a place.",
              ),
              path: "/find",
            }
      }
    >
      <Answer answer={answer} query={query} form={form} />
      <GuideLinks guides={guides} />
      <p className="no-print mt-8 text-soft">
        <a href="/find/on-your-website">{say("Put this finder on your website")}</a>
      </p>
    </FrontFrame>
  )
}
