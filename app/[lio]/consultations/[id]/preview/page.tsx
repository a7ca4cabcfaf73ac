import { type PageProps, visit } from "@/app/_http/visit"
import { listLanguages } from "@/lib/consultations/languages/queries"
import { itselfIn, questionIn, tongueOf } from "@/lib/consultations/languages/words"
import { getProgress } from "@/lib/consultations/progress/queries"
import { say } from "@/lib/words"
import { AskedQuestions } from "../../_parts/asked-questions"
import { Before } from "../../_parts/before-starting"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { LanguageLinks } from "../../_parts/tongue"

/** A consultation as groups will see it, on one page; in each of its languages, whole or not. */
export default async function Preview(props: PageProps) {
  const [frame, { of, questions, languages, tongue }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const [of, { questions, texts, languages }] = await Promise.all([
        getProgress(ctx, id),
        listLanguages(ctx, id),
      ])
      const its = languages.find(({ language }) => language === query.lang)
      return { of, questions, languages, tongue: its ? tongueOf(its.language, texts, its.texts) : null }
    },
  )
  return (
    <ConsultationFrame frame={frame} of={of} page="questions" title={say("As groups see it")}>
      <p className="hint">{say("As groups see it. They get one question a page.")}</p>
      <LanguageLinks
        offered={languages.map(({ language }) => language)}
        tongue={tongue}
        at={(lang) => addressOf(frame.lio.slug, of.consultation.id, "preview", { lang })}
      />
      <Before
        consultation={itselfIn(of.consultation, tongue)}
        lio={frame.lio.name}
        questions={questions.length}
        tongue={tongue}
        below
      />
      <AskedQuestions questions={questions.map((question) => questionIn(question, tongue))} tongue={tongue} />
    </ConsultationFrame>
  )
}
