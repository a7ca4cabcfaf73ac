import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { Frame } from "@/app/[lio]/_parts/frame"
import { listPlaces } from "@/lib/consultations/answering/queries"
import { maySeeAll } from "@/lib/consultations/policy"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { addressOf } from "../_parts/paths"
import { YourConsultation } from "../_parts/your-consultation"

/** A consultation: for the groups what is asked and where their answer stands. Staff have it in tabs, of which the plan is the first. */
export default async function ConsultationPage(props: PageProps) {
  const [frame, { staff, ...yours }] = await visitByLink(props, async (ctx, _query, { id = "" }) => {
    const consultation = await getConsultation(ctx, id)
    const staff = maySeeAll(ctx.actor)
    const [questions, places] = staff
      ? [[], []]
      : await Promise.all([listQuestions(ctx, id), listPlaces(ctx, id)])
    return { staff, consultation, questions: questions.length, places }
  })
  const { id, title } = yours.consultation
  if (staff) redirect(addressOf(frame.lio.slug, id, "plan"))
  return (
    <Frame {...frame} title={title} at="consultations">
      <YourConsultation lio={frame.lio} guest={frame.actor.kind === "guest"} {...yours} />
    </Frame>
  )
}
