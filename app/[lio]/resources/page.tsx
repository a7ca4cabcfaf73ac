import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visitAny } from "@/app/_http/visit"
import { RESOURCE_KINDS } from "@/db/vocabulary"
import { readList } from "@/lib/lists/input"
import { resourceList } from "@/lib/resources/list/filters"
import { countResources, listResources } from "@/lib/resources/list/queries"
import { mayKeepResources, maySeeLibrary } from "@/lib/resources/policy"
import { listOffered } from "@/lib/resources/queries"
import { openList } from "@/lib/views/queries"
import { say } from "@/lib/words"
import { AnyFrame } from "../_parts/any-frame"
import { OfferedList } from "./_parts/offered-list"
import { StaffList } from "./_parts/staff-list"

const wordIn = (typed: string | string[] | undefined) =>
  typeof typed === "string" ? typed.replaceAll("\0", "").trim().slice(0, 200) : ""

/** The library of resources: all of it for staff; for everybody else what they may open. */
export default async function Resources(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx, query) => {
    if (!maySeeLibrary(ctx.actor) || query.as === "public") {
      const asked = wordIn(query.kind)
      const kind = Object.hasOwn(RESOURCE_KINDS, asked) ? asked : ""
      const q = wordIn(query.q)
      return { offered: await listOffered(ctx, { q, kind, anybody: query.as === "public" }), q, kind }
    }
    const listing = readList(resourceList, query)
    const [rows, total, head, cols] = await Promise.all([
      listResources(ctx, listing),
      countResources(ctx, listing),
      openList(ctx, resourceList, listing, query.view),
      columnsInSight(resourceList, listing, query),
    ])
    return { rows, total, head, cols, today: ctx.today, keeps: mayKeepResources(ctx.actor) }
  })
  return (
    <AnyFrame
      {...{ frame, face }}
      title={say("Resources")}
      at="resources"
      found={{
        about: say("Templates, forms and leaflets for voluntary groups from {lio}.", { lio: face.name }),
        path: `/${face.slug}/resources`,
      }}
    >
      {read.rows ? (
        <StaffList lio={face.slug} {...read} />
      ) : (
        <OfferedList lio={face} {...read} known={frame !== null} />
      )}
    </AnyFrame>
  )
}
