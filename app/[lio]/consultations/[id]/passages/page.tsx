import { type PageProps, visit } from "@/app/_http/visit"
import { BarChart } from "@/app/_ui/bar-chart"
import { EmptyState } from "@/app/_ui/empty-state"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listAnswersToRead, listCodes, listPassages } from "@/lib/consultations/passages/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { listNeedsOfConsultation } from "@/lib/needs/queries"
import { inWords, plural } from "@/lib/words"
import { HeardInIt } from "../../../needs/_parts/heard-here"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"

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
  const at = addressOf(lio, of.consultation.id, "")
  const taken = new Map<string, number>()
  for (const passage of passages) taken.set(passage.responseId, (taken.get(passage.responseId) ?? 0) + 1)
  const top = [...codes].sort((a, b) => b.groups - a.groups)
  return (
    <ConsultationFrame frame={frame} of={of} page="passages">
      <h2 className="sr-only">Reading</h2>
      <p>
        Read each answer and mark the words that matter. They stay joined to the group that said them, and can
        become evidence for what you ask of a body.
      </p>
      <h3>Answers to read</h3>
      {answers.length === 0 ? (
        <EmptyState title="No signed-off answers yet">
          <p>
            An answer can be read here as soon as its group has signed it off. Drafts stay with the group.
          </p>
        </EmptyState>
      ) : (
        <table className="table">
          <caption className="sr-only">Signed-off answers</caption>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col">Written answers</th>
              <th scope="col">Passages</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((answer) => (
              <tr key={answer.responseId}>
                <th scope="row">
                  <a href={`${at}/passages/${answer.responseId}`}>{answer.group}</a>
                </th>
                <td>{answer.says.length}</td>
                <td>{codeId ? "" : (taken.get(answer.responseId) ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {codes.length > 0 ? (
        <BarChart
          finding={`“${top[0]?.name}” was said by ${plural(top[0]?.groups ?? 0, "group")} of ${answers.length}.`}
          about="Groups behind each code"
          rows={top.map((code) => ({ label: code.name, values: [code.groups] }))}
          most={Math.max(answers.length, 1)}
          rowsAre="Code"
        />
      ) : null}
      <h3>Passages</h3>
      {codes.length > 0 ? (
        <nav aria-label="By code" className="mb-4 flex flex-wrap gap-x-5">
          <a
            className="inline-flex min-h-11 items-center"
            href={`${at}/passages`}
            aria-current={codeId ? undefined : "true"}
          >
            All
          </a>
          {codes.map((code) => (
            <a
              key={code.id}
              className="inline-flex min-h-11 items-center"
              href={`${at}/passages?code=${code.id}`}
              aria-current={codeId === code.id ? "true" : undefined}
            >
              {code.name} ({code.passages})
            </a>
          ))}
        </nav>
      ) : null}
      {passages.length === 0 ? <p>None yet.</p> : null}
      {passages.map((passage) => (
        <div key={passage.id} id={passage.id} className="card mb-4 max-w-3xl">
          <blockquote>
            <p className="mb-0">{passage.quote}</p>
          </blockquote>
          <p className="mb-1">
            <a href={`/${lio}/groups/${passage.groupId}`}>{passage.group}</a>, to “{passage.question}”
            {passage.quotable ? "" : ". Has not agreed to be quoted."}
          </p>
          <p className="mb-1 text-soft">
            {passage.codes.length ? inWords(passage.codes.map((code) => code.name)) : "No code yet"} ·{" "}
            {passage.asks ? `evidence for ${plural(passage.asks, "ask")}` : "in no ask yet"}
          </p>
          <HeardInIt
            lio={lio}
            from="passage"
            id={passage.id}
            needs={needs.filter(({ passageId }) => passageId === passage.id)}
            keeps={takes}
          />
          {takes ? (
            <p className="mb-0">
              <a
                className="inline-flex min-h-11 items-center"
                href={`${at}/passages/${passage.responseId}/names?passage=${passage.id}`}
              >
                Edit codes or remove this passage
                <span className="sr-only">: {passage.quote.slice(0, 60)}</span>
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </ConsultationFrame>
  )
}
