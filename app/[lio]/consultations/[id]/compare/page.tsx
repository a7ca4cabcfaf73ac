import { type PageProps, visit } from "@/app/_http/visit"
import { DataTable } from "@/app/_ui/data-table"
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
    <ConsultationFrame frame={frame} of={of} page="reach" title={say("Compared with your membership")}>
      <BackLink href={addressOf(frame.lio.slug, id, "reach")}>{say("Responses")}</BackLink>
      <h2 className="mt-0">{say("How do the groups that answered compare with your membership?")}</h2>
      <p className="max-w-2xl">
        {say(
          "You have {known} groups on your list, and {members} of them are members. You asked {asked}, and {answered} answered. The percentages show who you heard more from, and who less.",
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
                  "Results are never weighted. This shows what would change if answers were weighted to match your membership.",
                )
              : say("Once it has closed, this shows what would change if answers were weighted.")
            : say(
                "Answers here aren’t named, so we don’t weight them: a second set of numbers for the same groups could reveal what one of them said.",
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

const HEADS = {
  known: say("On your list"),
  members: say("Members"),
  asked: say("Asked"),
  answered: say("Answered"),
}

function Shares({ by, totals }: { by: Comparison["compared"][number]; totals: Totals }) {
  return (
    <DataTable
      plain
      caption={say("Groups by {label}, with percentages", { label: by.label.toLowerCase() })}
      rows={by.rows}
      rowKey={({ part }) => part}
      columns={[
        { key: "part", label: by.label, main: true, cell: ({ part }) => part },
        ...(["known", "members", "asked", "answered"] as const).map((column) => ({
          key: column,
          label: HEADS[column],
          number: true,
          cell: (row: (typeof by.rows)[number]) => `${row[column]} (${percent(row[column], totals[column])})`,
        })),
      ]}
    />
  )
}

const share = (value: number | null) => (value === null ? "–" : percent(value * 1000, 1000))

function Weighed({ one, answered }: { one: Comparison["weighed"][number]; answered: number }) {
  return (
    <Disclosure summary={say("Weighted by {label}", { label: one.label.toLowerCase() })}>
      <p className="max-w-2xl">
        {say("Weighted like this, {answered} answers tell you as much as {effective} unweighted ones.", {
          answered,
          effective: one.effective.toFixed(1),
        })}{" "}
        {one.missing.length > 0
          ? say("Nobody answered from {missing}, and no weighting can make up for that.", {
              missing: inWords(one.missing),
            })
          : ""}
      </p>
      <DataTable
        plain
        caption={say("How much each answer would count")}
        rows={one.parts}
        rowKey={({ part }) => part}
        columns={[
          { key: "part", label: one.label, main: true, cell: ({ part }) => part },
          { key: "members", label: HEADS.members, number: true, cell: ({ members }) => members },
          { key: "answered", label: HEADS.answered, number: true, cell: ({ answered }) => answered },
          {
            key: "weight",
            label: say("Weight"),
            number: true,
            cell: ({ weight }) => (weight === null ? "–" : weight.toFixed(2)),
          },
        ]}
      />
      {one.questions.map((question) => (
        <DataTable
          plain
          key={question.number}
          caption={`${question.number}. ${question.title}`}
          rows={question.options}
          rowKey={({ label }) => label}
          columns={[
            { key: "label", label: say("Answer"), main: true, cell: ({ label }) => label },
            { key: "plain", label: say("As counted"), number: true, cell: ({ plain }) => share(plain) },
            {
              key: "weighted",
              label: say("Weighted"),
              number: true,
              cell: ({ weighted }) => share(weighted),
            },
          ]}
        />
      ))}
    </Disclosure>
  )
}
