import { type PageProps, visitPublic } from "@/app/_http/visit"
import { readGuide } from "@/lib/guides/reading/whole/queries"
import { getFace } from "@/lib/lios/look/queries"
import { GivenGuide } from "../../../_parts/given-guide"

/** One version of a guide as the LIO gives it. For everybody. */
export default async function OldGuide(props: PageProps) {
  const read = await visitPublic(props, async (ctx, { slug = "", version = "" }) => ({
    ...(await readGuide(ctx, slug, version)),
    face: await getFace(ctx),
  }))
  return <GivenGuide {...read} />
}
