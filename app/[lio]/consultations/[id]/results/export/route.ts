import { stringify } from "csv-stringify/sync"
import { z } from "zod"
import { enter } from "@/app/_http/session"
import { refuse } from "@/app/_http/visit"
import { getConsultation, listQuestions, signedOffAnswers } from "@/lib/consultations/queries"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { getResults } from "@/lib/consultations/results/queries"
import { found } from "@/lib/errors"

type Props = { params: Promise<{ lio: string; id: string }> }

/** The results as CSV: `?what=tables` every number of the page, `?what=answers` each group's answers, for staff. */
export async function GET(request: Request, { params }: Props) {
  const { lio, id } = await params
  const what = new URL(request.url).searchParams.get("what") === "answers" ? "answers" : "tables"
  try {
    const lines = await enter(lio, async (ctx) => {
      found(z.uuid().safeParse(id).data)
      if (what === "tables") return tableLines(await getResults(ctx, id))
      await getConsultation(ctx, id)
      const [questions, said] = await Promise.all([listQuestions(ctx, id), signedOffAnswers(ctx, id)])
      return answerLines(questions, said)
    })
    return new Response(stringify(lines, { bom: true, escape_formulas: true }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="consultation-${what}.csv"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (refusal) {
    return refuse(refusal)
  }
}
