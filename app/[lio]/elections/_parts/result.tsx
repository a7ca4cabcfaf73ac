import { Banner } from "@/app/_ui/banner"
import { BarChart } from "@/app/_ui/bar-chart"
import { DataTable } from "@/app/_ui/data-table"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Election } from "@/lib/partnerships/elections/queries"
import type { Result } from "@/lib/partnerships/elections/results/queries"
import {
  atStage,
  findingIn,
  firstVotes,
  happenedAt,
  stageInWords,
  turnoutInWords,
  WITH_NOBODY,
} from "@/lib/partnerships/elections/results/words"
import { HOW_COUNTED, HOW_TIES } from "@/lib/partnerships/elections/words"
import { formatNumber, say } from "@/lib/words"
import { receiptForm } from "../actions"

type Shown = { election: Election; result: Result }

/** The count, stage by stage: each candidate’s votes at its end, and what happened there. */
export function CountSheet({ election, result: { count, candidates } }: Shown) {
  // Whoever is elected comes first, then who went furthest.
  const last = (name: string) => {
    const at = count.elected.indexOf(name)
    return at < 0
      ? count.rounds.map(({ votes }) => votes[name] ?? 0).reverse()
      : [Number.MAX_SAFE_INTEGER - at]
  }
  const ordered = candidates.toSorted((one, other) => {
    const [mine, theirs] = [last(one.name), last(other.name)]
    const at = mine.findIndex((votes, place) => votes !== theirs[place])
    return at < 0 ? 0 : (theirs[at] ?? 0) - (mine[at] ?? 0)
  })
  const left = count.rounds.some(({ nonTransferable }) => nonTransferable > 0)
  return (
    <>
      <DataTable
        caption={say("Votes at the end of each stage, and what changed there")}
        rows={[...ordered, ...(left ? [{ id: "left", name: null }] : [])]}
        rowKey={({ id }) => id}
        plain
        columns={[
          { key: "name", label: say("Candidate"), main: true, cell: ({ name }) => name ?? WITH_NOBODY },
          ...count.rounds.map((stage) => ({
            key: String(stage.number),
            label: stageInWords(stage),
            number: true,
            cell: ({ name }: { name: string | null }) => {
              const { votes, change } = atStage(count, stage, name)
              return (
                <>
                  {votes}
                  {change ? <span className="block text-sm text-soft">{change}</span> : null}
                </>
              )
            },
          })),
        ]}
      />
      {count.quota === null ? null : (
        <p className="mt-4">
          {say("Quota: {quota}. Whoever reaches it is elected.", { quota: formatNumber(count.quota) })}
        </p>
      )}
      <ul className="my-4">
        {count.rounds.flatMap((stage) =>
          happenedAt(stage).map((words) => (
            <li key={`${stage.number} ${words}`}>
              {say("Stage {number}: {words}", { number: stage.number, words })}
            </li>
          )),
        )}
      </ul>
      {election.rule ? (
        <p className="max-w-3xl">
          {HOW_COUNTED[election.rule]} {HOW_TIES}
        </p>
      ) : null}
    </>
  )
}

/** Whoever kept a receipt asks whether its ballot was counted. */
const Receipt = ({ lio, id, asked }: { lio: string; id: string; asked?: unknown }) => (
  <>
    <h3 id="receipt">{say("Was my ballot counted?")}</h3>
    {asked === "counted" ? (
      <Banner>{say("Yes: the ballot of this receipt was counted. Nobody can tell which one it was.")}</Banner>
    ) : asked === "unknown" ? (
      <Banner kind="problem">
        {say("There is no ballot with this code. Check that you typed all of it.")}
      </Banner>
    ) : null}
    <Form action={receiptForm} submit={say("Ask")} kind="secondary" id="ask" className="max-w-2xl">
      <input type="hidden" name="lio" value={lio} />
      <input type="hidden" name="id" value={id} />
      <TextField name="code" label={say("The code of your receipt")} width="md" />
    </Form>
  </>
)

type Props = Shown & { lio: string; asked?: unknown }

/** How an election came out: turnout, chart and count, with the files for whoever counts again. */
export function ResultShown({ lio, election, result, asked }: Props) {
  const at = `/${lio}/elections/${election.id}`
  return (
    <section aria-labelledby="result">
      <h2 id="result">{say("Result")}</h2>
      <p className="lead">{turnoutInWords(result)}</p>
      <BarChart
        finding={findingIn(result.count)}
        about={say("Votes at the first stage")}
        rows={firstVotes(result.count)}
        rowsAre={say("Candidate")}
      />
      <h3>{say("The count, stage by stage")}</h3>
      <CountSheet {...{ election, result }} />
      {election.boardShown ? (
        <ul className="list-none p-0">
          <li>
            <a href={`${at}/file/pdf`}>{say("The result as PDF")}</a>
          </li>
          <li>
            <a href={`${at}/ballots`}>{say("All ballots, without names, to count again (BLT)")}</a>
          </li>
        </ul>
      ) : null}
      {election.boardShown ? <Receipt {...{ lio, id: election.id, asked }} /> : null}
    </section>
  )
}
