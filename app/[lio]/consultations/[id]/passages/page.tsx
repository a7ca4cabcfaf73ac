import { type PageProps, visit } from "@/app/_http/visit"
import { BarChart } from "@/app/_ui/bar-chart"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listAnswersToRead, listCodes, listPassages } from "@/lib/consultations/passages/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { listNeedsOfConsultation } from "@/lib/needs/queries"
import { say, sayCount } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { Stopped } from "../../_parts/stopped"
import { AnswersToRead } from "./_parts/answers-to-read"
import { PassageCard } from "./_parts/passage-card"

/** The passages of a consultation by code, and the answers still to be read. */
export default async function Passages(props: PageProps) {
  const [frame, { of, answers, passages, codes, needs, codeId, takes }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const codeId =
        typeof query.code === "string" && /^[0-9a-f-]{36}$/.test(query.code) ? query.code : undefined
      const [of, answers, passages, codes, needs] = await Promise.all([
        getProgress(ctx, id),
        listAnswersToRead(ctx, id),
        listPassages(ctx, id, { codeId }),
        listCodes(ctx, id),
        listNeedsOfConsultation(ctx, id),
      ])
      return { of, answers, passages, codes, needs, codeId, takes: mayTakePassages(ctx.actor) }
    },
  )
  const lio = frame.lio.slug
  const at = addressOf(lio, of.consultation.id, "passages")
  const marked = new Map(
    [...Map.groupBy(passages, ({ responseId }) => responseId)].map(([id, mine]) => [id, mine.length]),
  )
  if (of.consultation.state === "stopped") {
    return (
      <ConsultationFrame frame={frame} of={of} page="passages">
        <h2 className="sr-only">{say("Reading")}</h2>
        <Stopped reason={of.consultation.stoppedReason} />
      </ConsultationFrame>
    )
  }
  const top = [...codes].sort((a, b) => b.groups - a.groups)
  return (
    <ConsultationFrame frame={frame} of={of} page="passages">
      <h2 className="sr-only">{say("Reading")}</h2>
      <p>
        {say(
          "Read each answer and mark the words that matter. They stay joined to the group that said them, and can become evidence for what you ask of a body.",
        )}
      </p>
      <p className="flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-11 items-center" href={`${at}/codes`}>
          {say("Code book")}
        </a>
        {takes && passages.length > 0 ? (
          <a className="inline-flex min-h-11 items-center" href={`${at}/again`}>
            {say("Code on your own")}
          </a>
        ) : null}
        <a className="inline-flex min-h-11 items-center" href={`${at}/agreement`}>
          {say("Agreement between coders")}
        </a>
      </p>
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <section aria-labelledby="answers">
          <h3 id="answers">{say("Answers to read")}</h3>
          <AnswersToRead at={at} answers={answers} marked={marked} />
        </section>
        <section aria-labelledby="passages">
          <h3 id="passages">{say("Passages")}</h3>
          {codes.length > 0 ? (
            <nav aria-label={say("By code")} className="mb-4 flex flex-wrap gap-x-5">
              <a
                className="inline-flex min-h-11 items-center"
                href={at}
                aria-current={codeId ? undefined : "true"}
              >
                {say("All")}
              </a>
              {codes.map((code) => (
                <a
                  key={code.id}
                  className="inline-flex min-h-11 items-center"
                  href={`${at}?code=${code.id}`}
                  aria-current={codeId === code.id ? "true" : undefined}
                >
                  {code.name} ({code.passages})
                </a>
              ))}
            </nav>
          ) : null}
          {passages.length === 0 ? <p>{say("None yet.")}</p> : null}
          {passages.map((passage) => (
            <PassageCard
              key={passage.id}
              lio={lio}
              at={at}
              passage={passage}
              needs={needs.filter(({ passageId }) => passageId === passage.id)}
              takes={takes}
            />
          ))}
        </section>
      </div>
      {codes.length > 0 ? (
        <BarChart
          finding={sayCount(
            top[0]?.groups ?? 0,
            {
              one: "“{top}” was said by {count} group of {answers}.",
              other: "“{top}” was said by {count} groups of {answers}.",
            },
            { top: top[0]?.name ?? "", answers: answers.length },
          )}
          about={say("Groups behind each code")}
          rows={top.map((code) => ({ label: code.name, values: [code.groups] }))}
          most={Math.max(answers.length, 1)}
          rowsAre={say("Code")}
        />
      ) : null}
    </ConsultationFrame>
  )
}
