import { type PageProps, visitByLink } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Pagination } from "@/app/_ui/pagination"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { maySeeAll } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { getWritten, WRITTEN_PAGE } from "@/lib/consultations/results/queries"
import { pageIn } from "@/lib/input"
import { say, sayCount } from "@/lib/words"
import { ResultsFrame } from "../../_parts/results-frame"
import { WrittenAnswers } from "../../_parts/written-answers"

/** Everything that groups wrote to one question, a page at a time. */
export default async function WrittenPage(props: PageProps) {
  const [frame, { consultation, of, question, staff, written, total, page }] = await visitByLink(
    props,
    async (ctx, query, { id = "" }) => {
      const page = pageIn(query.page)
      const of = maySeeAll(ctx.actor) ? await getProgress(ctx, id) : null
      return { ...(await getWritten(ctx, id, { number: pageIn(query.question), page })), of, page }
    },
  )
  const { id } = consultation
  const lio = frame.lio.slug
  const { number } = question
  return (
    <ResultsFrame
      frame={frame}
      of={of}
      consultation={consultation}
      question={{
        title: say("Written answers to question {number}", { number }),
        heading: `${number}. ${question.title}`,
      }}
    >
      {written.length > 0 ? (
        <>
          <p className="font-semibold">
            {staff
              ? sayCount(total, { one: "{count} written answer", other: "{count} written answers" })
              : sayCount(total, {
                  one: "{count} written answer that may be quoted",
                  other: "{count} written answers that may be quoted",
                })}
          </p>
          <WrittenAnswers written={written} staff={staff} lio={lio} />
          <Pagination
            place={{ path: addressOf(lio, id, "results/written"), query: { question: String(number) } }}
            page={page}
            perPage={WRITTEN_PAGE}
            total={total}
          />
        </>
      ) : (
        <EmptyState
          drawing="letters"
          title={page > 1 ? say("No more written answers") : say("No written answers here")}
        >
          {staff
            ? say("No group has written anything in answer to this question.")
            : say("No group has written anything that may be quoted.")}
        </EmptyState>
      )}
    </ResultsFrame>
  )
}
