import { BarChart } from "@/app/_ui/bar-chart"
import { Disclosure } from "@/app/_ui/disclosure"
import { keys, STATEMENT_VOTES } from "@/db/vocabulary"
import type { QuestionNumbers } from "@/lib/consultations/results/numbers"
import type { CommonGround, Opinions } from "@/lib/consultations/statements/numbers"
import { MODERATION } from "@/lib/consultations/statements/words"
import { percent, say, sayCount } from "@/lib/words"
import { PartTable } from "./part-table"

type Numbers = NonNullable<QuestionNumbers["statements"]>
type Props = { question: QuestionNumbers; statements: Numbers }

const LABELS = keys(STATEMENT_VOTES).map((vote) => STATEMENT_VOTES[vote])

/** Votes on statements: what is common ground, whether there are groups of opinion, and each statement with its numbers. */
export function StatementResults({ question, statements }: Props) {
  const { each, common, inEveryPart } = statements
  const split = each.filter(({ parts }) => parts.some(({ rows }) => rows.length > 0))
  return (
    <>
      {question.answered === 0 || question.held ? (
        <p className="font-serif text-xl leading-snug font-bold">{question.finding}.</p>
      ) : (
        <>
          <EachStatement each={each} finding={question.finding} answered={question.answered} />
          {common.length > 0 ? <Common common={common} inEveryPart={inEveryPart} /> : null}
          {split.length > 0 ? (
            <section className="mb-6">
              <h3>{say("How different kinds of group voted")}</h3>
              {split.map((one) => (
                <Disclosure key={one.id} summary={one.title}>
                  {one.parts.map((by) =>
                    by.rows.length > 0 ? <PartTable key={by.dimension} by={by} labels={LABELS} /> : null,
                  )}
                </Disclosure>
              ))}
            </section>
          ) : null}
          <OpinionGroups opinions={question.opinions} />
        </>
      )}
      {each.some(({ proposed }) => proposed) ? (
        <p className="hint max-w-2xl">
          {say("Groups could propose statements, too.")} {MODERATION}
        </p>
      ) : null}
    </>
  )
}

const inWords = ({ side, title, said, seen }: Pick<CommonGround, "side" | "title" | "said" | "seen">) =>
  side === "agree"
    ? say("{said} of {seen} groups ({share}) agree: “{title}”", {
        said,
        seen,
        share: percent(said, seen),
        title,
      })
    : say("{said} of {seen} groups ({share}) disagree: “{title}”", {
        said,
        seen,
        share: percent(said, seen),
        title,
      })

function Common({ common, inEveryPart }: { common: CommonGround[]; inEveryPart: boolean }) {
  return (
    <section>
      <h3>{say("Common ground")}</h3>
      <ul className="max-w-3xl list-disc pl-5">
        {common.map((one) => (
          <li key={one.id}>
            {inWords(one)}
            {inEveryPart ? `. ${say("At least {least}% in every kind of group.", { least: one.least })}` : ""}
          </li>
        ))}
      </ul>
      {inEveryPart ? (
        <p className="hint">{say("This only looks at kinds of group with at least 5 votes.")}</p>
      ) : null}
    </section>
  )
}

/** Each statement as one bar: who agrees, who disagrees and who passes, all to one scale. */
function EachStatement({
  each,
  finding,
  answered,
}: {
  each: Numbers["each"]
  finding: string
  answered: number
}) {
  return (
    <BarChart
      finding={finding}
      about={sayCount(answered, { one: "Votes of {count} group.", other: "Votes of {count} groups." })}
      series={LABELS}
      stacked
      most={answered}
      rowsAre={say("Statement")}
      heldBack={say("held back")}
      rows={each.map(({ title, proposed, held, answered: voted, options }) => ({
        label: proposed ? say("{title} (written by a group)", { title }) : title,
        values: held ? LABELS.map(() => null) : options.map(({ count }) => count),
        note: held
          ? say("(fewer than 5 groups voted on it)")
          : sayCount(voted, { one: "({count} group voted on it)", other: "({count} groups voted on it)" }),
      }))}
    />
  )
}

function OpinionGroups({ opinions }: { opinions?: Opinions }) {
  return (
    <section>
      <h3>{say("Who thinks alike")}</h3>
      <p className="max-w-3xl">
        {opinions?.words ?? say("We look for opinion groups once the consultation has closed.")}
      </p>
      {opinions?.groups.map(({ size, typical }, at) => (
        <div key={typical.map(({ title }) => title).join()}>
          <h4>
            {say("Opinion group {number}: {groups}", {
              number: at + 1,
              groups: sayCount(size, { one: "{count} group", other: "{count} groups" }),
            })}
          </h4>
          <ul className="max-w-3xl list-disc pl-5">
            {typical.map((one) => (
              <li key={one.title}>{inWords(one)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
