import { stringify } from "csv-stringify/sync"
import { download } from "@/app/_http/answers"
import type { Asked } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { getConsultation, listQuestions, signedOffAnswers } from "@/lib/consultations/queries"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { getResults } from "@/lib/consultations/results/queries"
import { TABLE_FILES } from "@/lib/spreadsheet/tables"

const whatOf = ({ query }: Asked) => (query.get("what") === "answers" ? "answers" : "tables")

/** The results as CSV: `?what=tables` every number of the page, `?what=answers` each group's answers, for staff. */
export const GET = route({
  work: async (ctx, _, requested) => {
    const { id = "" } = requested.params
    if (whatOf(requested) === "tables") return tableLines(await getResults(ctx, id))
    await getConsultation(ctx, id)
    const [questions, signedOff] = await Promise.all([listQuestions(ctx, id), signedOffAnswers(ctx, id)])
    return answerLines(questions, signedOff)
  },
  answer: (lines, requested) =>
    download(stringify(lines, { bom: true, escape_formulas: true }), {
      name: `consultation-${whatOf(requested)}.csv`,
      type: TABLE_FILES.csv.type,
    }),
})
