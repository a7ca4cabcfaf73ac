import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { getConsultation } from "@/lib/consultations/queries"

/** An older address of "Our answer", kept for those who have it as a bookmark. */
export default async function SentPage(props: PageProps) {
  const [frame, { id, group }] = await visitByLink(props, async (ctx, query, params) => ({
    id: (await getConsultation(ctx, params.id ?? "")).id,
    group: groupIn(query),
  }))
  redirect(addressOf(frame.lio.slug, id, "ours", { group }))
}
