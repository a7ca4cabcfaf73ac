import { type PageProps, visitByLink } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { getWritten, WRITTEN_PAGE } from "@/lib/consultations/results/queries"
import { pageIn } from "@/lib/input"
import { plural } from "@/lib/words"
import { WrittenAnswers } from "../../_parts/written-answers"

/** Everything that groups wrote to one question, a page at a time. */
export default async function WrittenPage(props: PageProps) {
  const [frame, { consultation, question, staff, written, total, page }] = await visitByLink(
    props,
    async (ctx, query, params) => {
      const page = pageIn(query.page)
      return { ...(await getWritten(ctx, params.id ?? "", { number: pageIn(query.question), page })), page }
    },
  )
  const { id, title } = consultation
  const lio = frame.lio.slug
  const { number } = question
  return (
    <Frame {...frame} title={`Written answers to question ${number}: ${title}`} at="consultations">
      <BackLink href={addressOf(lio, id, "results")}>What the groups said</BackLink>
      <h1>
        {number}. {question.title}
      </h1>
      {written.length > 0 ? (
        <>
          <p className="font-semibold">
            {plural(total, "written answer")}
            {staff ? "" : " that may be quoted"}
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
        <EmptyState title={page > 1 ? "No more written answers" : "No written answers here"}>
          {staff
            ? "No group has written anything in answer to this question."
            : "No group has written anything that may be quoted."}
        </EmptyState>
      )}
    </Frame>
  )
}
