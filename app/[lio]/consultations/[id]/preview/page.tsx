import { type PageProps, visit } from "@/app/_http/visit"
import { getProgress } from "@/lib/consultations/progress/queries"
import { listQuestions } from "@/lib/consultations/queries"
import { say } from "@/lib/words"
import { AskedQuestions } from "../../_parts/asked-questions"
import { Before } from "../../_parts/before-starting"
import { ConsultationFrame } from "../../_parts/consultation-frame"

/** A consultation as groups will see it, on one page. */
export default async function Preview(props: PageProps) {
  const [frame, { of, questions }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const [of, questions] = await Promise.all([getProgress(ctx, id), listQuestions(ctx, id)])
    return { of, questions }
  })
  return (
    <ConsultationFrame frame={frame} of={of} page="questions" title={say("As groups see it")}>
      <p className="hint">{say("As groups see it. They get one question a page.")}</p>
      <Before consultation={of.consultation} lio={frame.lio.name} questions={questions.length} below />
      <AskedQuestions questions={questions} />
    </ConsultationFrame>
  )
}
