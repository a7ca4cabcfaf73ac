import { type PageProps, visitPublic } from "@/app/_http/visit"
import { readGuide } from "@/lib/guides/reading/whole/queries"
import { getFace } from "@/lib/lios/look/queries"
import { GivenGuide } from "../_parts/given-guide"

/** A guide as the LIO gives it: the newest version. For everybody. */
export default async function Guide(props: PageProps) {
  const read = await visitPublic(props, async (ctx, { slug = "" }, query) => ({
    ...(await readGuide(ctx, slug)),
    face: await getFace(ctx),
    thanked: query.said === "1",
  }))
  return <GivenGuide {...read} />
}
