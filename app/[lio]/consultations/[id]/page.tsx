import { type PageProps, visitByLink } from "@/app/_http/visit"
import { Frame } from "@/app/[lio]/_parts/frame"
import { listPlaces } from "@/lib/consultations/answering/queries"
import { mayKeepConsultations, maySeeAll } from "@/lib/consultations/policy"
import { getConsultation, getThread, listQuestions } from "@/lib/consultations/queries"
import { Thread } from "../_parts/thread"
import { YourConsultation } from "../_parts/your-consultation"

/** A consultation: for staff how far its thread has come, for the groups what is asked and where their answer stands. */
export default async function ConsultationPage(props: PageProps) {
  const [frame, data] = await visitByLink(props, async (ctx, _query, params) => {
    const consultation = await getConsultation(ctx, params.id ?? "")
    const staff = maySeeAll(ctx.actor)
    const [questions, places, thread] = await Promise.all([
      listQuestions(ctx, consultation.id),
      staff ? [] : listPlaces(ctx, consultation.id),
      staff ? getThread(ctx, consultation.id) : null,
    ])
    return {
      consultation,
      questions: questions.length,
      places,
      thread,
      keeps: mayKeepConsultations(ctx.actor),
      now: ctx.now,
    }
  })
  const { thread, places, ...rest } = data
  return (
    <Frame {...frame} title={data.consultation.title} at="consultations">
      {thread ? (
        <Thread lio={frame.lio.slug} thread={thread} {...rest} />
      ) : (
        <YourConsultation lio={frame.lio} places={places} guest={frame.actor.kind === "guest"} {...rest} />
      )}
    </Frame>
  )
}
