import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { Frame } from "@/app/[lio]/_parts/frame"
import { listPlaces } from "@/lib/consultations/answering/queries"
import { inChosenLanguage } from "@/lib/consultations/languages/queries"
import { maySeeAll } from "@/lib/consultations/policy"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { chosenLanguage } from "../_parts/chosen-language"
import { addressOf } from "../_parts/paths"
import { YourConsultation } from "../_parts/your-consultation"

/** A consultation: for the groups what is asked and where their answer stands. Staff have it in tabs, of which the plan is the first. */
export default async function ConsultationPage(props: PageProps) {
  const [frame, { staff, ...yours }] = await visitByLink(props, async (ctx, query, { id = "" }) => {
    const { consultation, languages } = await inChosenLanguage(
      ctx,
      { consultation: await getConsultation(ctx, id) },
      await chosenLanguage(query),
    )
    const staff = maySeeAll(ctx.actor)
    const [questions, places] = staff
      ? [[], []]
      : await Promise.all([listQuestions(ctx, id), listPlaces(ctx, id)])
    return { staff, consultation, languages, questions: questions.length, places }
  })
  const { id, title } = yours.consultation
  if (staff) redirect(addressOf(frame.lio.slug, id, "plan"))
  return (
    <Frame {...frame} title={title} at="consultations">
      <YourConsultation lio={frame.lio} guest={frame.actor.kind === "guest"} {...yours} />
    </Frame>
  )
}
