import { type PageProps, visit } from "@/app/_http/visit"
import { Disclosure } from "@/app/_ui/disclosure"
import { BackLink } from "@/app/_ui/links"
import { getProgress } from "@/lib/consultations/progress/queries"
import { type Comparison, getComparison } from "@/lib/consultations/weighing/queries"
import { inWords, percent, say } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"

/** Whether those who answered are like the membership, and what it would change if they were counted as if they were. */
export default async function Compare(props: PageProps) {
  const [frame, { of, compared, totals, weighed }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    of: await getProgress(ctx, id),
    ...(await getComparison(ctx, id)),
  }))
  const { id, named } = of.consultation
  return (
    <ConsultationFrame frame={frame} of={of} page="reach" title={say("Like your membership?")}>
      <BackLink href={addressOf(frame.lio.slug, id, "reach")}>{say("Responses")}</BackLink>
      <h2 className="mt-0">{say("Are those who answered like your membership?")}</h2>
      <p className="max-w-2xl">
        {say(
          "You know {known} groups; {members} of them are members. You asked {asked}, and {answered} answered. The shares show whom you heard more, and whom less.",
          totals,
        )}
      </p>
      {compared.map((by) => (
        <Shares key={by.dimension} by={by} totals={totals} />
      ))}
      <section>
        <h2>{say("If answers were weighted")}</h2>
        <p className="max-w-2xl">
          {named
            ? weighed.length > 0
              ? say(
                  "Results are never weighted. This shows what it would change if each answer counted so that those who answered were like your membership.",
                )
              : say("Once it has closed, this shows what it would change if answers were weighted.")
            : say(
                "Answers aren’t named here, so nothing is weighted: other numbers of the same groups could show what one of them said.",
              )}
        </p>
        {weighed.map((one) => (
          <Weighed key={one.dimension} one={one} answered={totals.answered} />
        ))}
      </section>
    </ConsultationFrame>
  )
}

type Totals = Comparison["totals"]

function Shares({ by, totals }: { by: Comparison["compared"][number]; totals: Totals }) {
  const columns = ["known", "members", "asked", "answered"] as const
  const heads = {
    known: say("All you know"),
    members: say("Members"),
    asked: say("Asked"),
    answered: say("Answered"),
  }
  return (
    <div className="overflow-x-auto">
      <table className="table mb-6">
        <caption>{say("By {label}: groups, and their share", { label: by.label.toLowerCase() })}</caption>
        <thead>
          <tr>
            <th scope="col">{by.label}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {by.rows.map((row) => (
            <tr key={row.part}>
              <th scope="row">{row.part}</th>
              {columns.map((column) => (
                <td key={column} className="number">
                  {row[column]} ({percent(row[column], totals[column])})
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const share = (value: number | null) => (value === null ? "–" : percent(value * 1000, 1000))

function Weighed({ one, answered }: { one: Comparison["weighed"][number]; answered: number }) {
  return (
    <Disclosure summary={say("Weighted by {label}", { label: one.label.toLowerCase() })}>
      <p className="max-w-2xl">
        {say("The {answered} answers would be worth as much as {effective} without weights.", {
          answered,
          effective: one.effective.toFixed(1),
        })}{" "}
        {one.missing.length > 0
          ? say("Nobody answered of {missing}: no weight can make up for that.", {
              missing: inWords(one.missing),
            })
          : ""}
      </p>
      <table className="table mb-4">
        <caption>{say("What an answer would count")}</caption>
        <thead>
          <tr>
            <th scope="col">{one.label}</th>
            <th scope="col" className="number">
              {say("Members")}
            </th>
            <th scope="col" className="number">
              {say("Answered")}
            </th>
            <th scope="col" className="number">
              {say("Weight")}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.parts.map(({ part, members, answered, weight }) => (
            <tr key={part}>
              <th scope="row">{part}</th>
              <td className="number">{members}</td>
              <td className="number">{answered}</td>
              <td className="number">{weight === null ? "–" : weight.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {one.questions.map((question) => (
        <table key={question.number} className="table mb-4">
          <caption>
            {question.number}. {question.title}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say("Answer")}</th>
              <th scope="col" className="number">
                {say("As counted")}
              </th>
              <th scope="col" className="number">
                {say("Weighted")}
              </th>
            </tr>
          </thead>
          <tbody>
            {question.options.map(({ label, plain, weighted }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{share(plain)}</td>
                <td className="number">{share(weighted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Disclosure>
  )
}
