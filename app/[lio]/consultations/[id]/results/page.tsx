import { Fragment } from "react"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { EmptyState } from "@/app/_ui/empty-state"
import { ThreadLink } from "@/app/[lio]/_parts/thread-link"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import type { Ctx } from "@/lib/access/ctx"
import { editionPath } from "@/lib/consultations/editions/words"
import { listPeopleWrote } from "@/lib/consultations/individuals/queries"
import { knowsWhose } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { getResults } from "@/lib/consultations/results/queries"
import { summaryOf } from "@/lib/consultations/results/words"
import { formatDate, percent, say, sayCount } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { SectionBegins } from "../../_parts/section-begins"
import { Stopped } from "../../_parts/stopped"
import { Method } from "../_parts/method"
import { PeopleResults } from "../_parts/people-results"
import { QuestionResults } from "../_parts/question-results"
import { ResultsFrame } from "../_parts/results-frame"

/** The results, with what only staff see: how far it has come, and what people wrote for themselves. */
async function readResults(ctx: Ctx, id: string) {
  const results = await getResults(ctx, id)
  if (!results.staff) return { results, of: null, wrote: [] }
  const [of, wrote] = await Promise.all([
    getProgress(ctx, id),
    results.people ? listPeopleWrote(ctx, results.consultation) : [],
  ])
  return { results, of, wrote }
}

/** What the groups said: the finding, how many were heard, each question with its numbers, and how they were made. */
export default async function ResultsPage(props: PageProps) {
  const [frame, { results, of, now, wrote }] = await visitByLink(props, async (ctx, _query, { id = "" }) => ({
    ...(await readResults(ctx, id)),
    now: ctx.now,
  }))
  const { consultation, staff, asked, answered, nothing, onBehalf, questions } = results
  const heard = { asked, answered, share: percent(answered, asked) }
  const { id, outcome, state } = consultation
  const lio = frame.lio.slug
  const known = knowsWhose(consultation)
  if (state === "draft" && of) {
    return (
      <ConsultationFrame frame={frame} of={of} page="results">
        <h2 className="sr-only">{say("Results")}</h2>
        <p>{say("Once it’s open, this shows the answers to each question as they come in.")}</p>
      </ConsultationFrame>
    )
  }
  if (state === "stopped" && of) {
    return (
      <ConsultationFrame frame={frame} of={of} page="results">
        <h2 className="sr-only">{say("Results")}</h2>
        <Stopped reason={consultation.stoppedReason} />
      </ConsultationFrame>
    )
  }
  return (
    <ResultsFrame frame={frame} of={of} consultation={consultation}>
      {state === "open" ? (
        <Banner kind="note">
          {known
            ? say("It is still open: these are the answers so far, and only staff see them.")
            : say("It’s still open. Answers are anonymous, so they’re locked until it closes.")}
        </Banner>
      ) : null}
      <p className="max-w-3xl text-lg">{summaryOf(results)}</p>
      {outcome ? (
        <section className="card mb-6 max-w-3xl">
          <h2 className="mt-0">{say("What came of it")}</h2>
          <p className="mb-0">{outcome}</p>
        </section>
      ) : null}
      <p className="font-semibold">
        {nothing > 0
          ? say("Asked {asked}, answered {answered} ({share}), nothing to say {nothing}", {
              ...heard,
              nothing,
            })
          : say("Asked {asked}, answered {answered} ({share})", heard)}
      </p>
      {answered > 0 && frame.actor.kind !== "guest" ? (
        <p className="no-print flex flex-wrap gap-x-6">
          <a href={addressOf(lio, id, "results/export", { what: "tables" })}>
            {say("The numbers as a file (CSV)")}
          </a>
          {staff && known ? (
            <a href={addressOf(lio, id, "results/export", { what: "answers" })}>
              {say("All answers as a file (CSV)")}
            </a>
          ) : null}
          {results.published ? (
            <a href={editionPath(lio, id, results.published)}>
              {say("Edition {edition}, as published", { edition: results.published })}
            </a>
          ) : null}
          {staff ? <ThreadLink lio={lio} kind="consultation" id={id} /> : null}
          {staff && results.frozenAt ? (
            <a href={addressOf(lio, id, "editions")}>{say("Publish or correct the results")}</a>
          ) : null}
        </p>
      ) : null}
      {answered === 0 ? (
        <EmptyState drawing="letters" title={say("No answers yet")}>
          {sayCount(asked, {
            one: "An answer counts once the lead of a group has sent it. {count} group was asked.",
            other: "An answer counts once the lead of a group has sent it. {count} groups were asked.",
          })}
        </EmptyState>
      ) : null}
      {answered > 0
        ? questions.map((question) => (
            <Fragment key={question.id}>
              <SectionBegins question={question} />
              <QuestionResults question={question} answered={answered} staff={staff} where={{ lio, id }} />
            </Fragment>
          ))
        : null}
      {results.people ? <PeopleResults people={results.people} wrote={wrote} /> : null}
      <Method
        consultation={consultation}
        asked={asked}
        onBehalf={onBehalf}
        on={formatDate(results.frozenAt ?? now)}
        digest={results.digest}
      />
    </ResultsFrame>
  )
}
