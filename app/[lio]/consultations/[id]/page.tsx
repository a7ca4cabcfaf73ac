import type { FrameData, PageProps } from "@/app/_http/visit"
import { visitByLink } from "@/app/_http/visit"
import { Frame } from "@/app/[lio]/_parts/frame"
import { listPlaces } from "@/lib/consultations/answering/queries"
import { listBodies } from "@/lib/consultations/invitations/queries"
import { maySeeAll } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { Plan } from "../_parts/plan"
import { YourConsultation } from "../_parts/your-consultation"

/** A consultation: for staff its plan, for the groups what is asked and where their answer stands. */
export default async function ConsultationPage(props: PageProps) {
  const [frame, { staff, yours }] = await visitByLink(props, async (ctx, _query, params) => {
    const id = params.id ?? ""
    if (maySeeAll(ctx.actor)) {
      const [of, bodies] = await Promise.all([getProgress(ctx, id), listBodies(ctx)])
      return { staff: { of, bodies }, yours: null }
    }
    const consultation = await getConsultation(ctx, id)
    const [questions, places] = await Promise.all([listQuestions(ctx, id), listPlaces(ctx, id)])
    return { staff: null, yours: { consultation, questions: questions.length, places } }
  })
  if (staff) return <Plan frame={frame} {...staff} />
  return <OfGroup frame={frame} {...yours} />
}

type OfGroupProps = { frame: FrameData } & Omit<Parameters<typeof YourConsultation>[0], "lio" | "guest">

const OfGroup = ({ frame, ...yours }: OfGroupProps) => (
  <Frame {...frame} title={yours.consultation.title} at="consultations">
    <YourConsultation lio={frame.lio} guest={frame.actor.kind === "guest"} {...yours} />
  </Frame>
)
