import { type PageProps, visitAny } from "@/app/_http/visit"
import { listFiles } from "@/lib/files/queries"
import { listUses } from "@/lib/giving/queries"
import { pageIn } from "@/lib/input"
import { mayKeepResources, maySeeLibrary } from "@/lib/resources/policy"
import { getOffered, getResource } from "@/lib/resources/queries"
import { say } from "@/lib/words"
import { AnyFrame } from "../../_parts/any-frame"
import { toldIn } from "../../files/_parts/files-of"
import { OfferedResource } from "../_parts/offered-resource"
import { StaffResource } from "../_parts/staff-resource"

/** One resource: for staff with whom it was sent to and when it is checked; for everybody else what it is and how to open it. */
export default async function ResourcePage(props: PageProps) {
  const { frame, face, read } = await visitAny(props, async (ctx, query, { id = "" }) => {
    const { now, today } = ctx
    if (!maySeeLibrary(ctx.actor)) return { offered: await getOffered(ctx, id) }
    const [its, files, uses] = await Promise.all([
      getResource(ctx, id),
      listFiles(ctx, "resource", id),
      listUses(ctx, { resourceId: id }, pageIn(query.page)),
    ])
    const told = toldIn(query)
    return { its, files: { ...files, told }, uses, keeps: mayKeepResources(ctx.actor), now, today }
  })
  const lio = face.slug
  const { title, id } = read.its ?? read.offered.resource
  return (
    <AnyFrame
      {...{ frame, face, title }}
      at="resources"
      found={{
        about: say("{title}: a resource from {lio}.", { title, lio: face.name }),
        path: `/${lio}/resources/${id}`,
      }}
    >
      {read.its ? (
        <StaffResource {...{ lio, ...read }} />
      ) : (
        <OfferedResource lio={lio} {...read.offered} known={frame !== null} />
      )}
    </AnyFrame>
  )
}
