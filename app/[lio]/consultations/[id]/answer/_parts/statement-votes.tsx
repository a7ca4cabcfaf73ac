import { ButtonLink } from "@/app/_ui/button-link"
import { Radios } from "@/app/_ui/choices"
import { HiddenField, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { SummaryList } from "@/app/_ui/summary-list"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { keys, STATEMENT_VOTES } from "@/db/vocabulary"
import type { Tongue } from "@/lib/consultations/languages/words"
import type { Question } from "@/lib/consultations/queries"
import { LONGEST_STATEMENT } from "@/lib/consultations/questions/input"
import type { Voting } from "@/lib/consultations/statements/queries"
import { MODERATION, statementsOf } from "@/lib/consultations/statements/words"
import { say, sayCount } from "@/lib/words"
import { marking } from "../../../_parts/tongue"
import { proposeForm, voteForm } from "../actions"

type Where = {
  lio: string
  id: string
  group: string | null
  number: number
  /** Came from the page on which answers are checked. */
  back: boolean
  /** No question follows. */
  last: boolean
  /** Groups can propose statements: not where nobody may know whose an answer is. */
  proposes: boolean
}
type Props = { question: Question; tongue: Tongue | null; voting: Voting; where: Where }

/** A question of statements: one at a time to vote on, or all with what the group said; and the way to propose another. */
export function StatementVotes({ question, tongue, voting, where }: Props) {
  return (
    <>
      {voting.statement ? (
        <Vote {...{ question, tongue, voting, where }} statement={voting.statement} />
      ) : (
        <AllVotes {...{ question, tongue, voting, where }} />
      )}
      <Own voting={voting} />
      {where.proposes ? <ProposeOne question={question} where={where} /> : null}
    </>
  )
}

const PASS = say("We’re not sure, or have no view")

function Vote({
  question,
  tongue,
  voting,
  where,
  statement,
}: Props & { statement: NonNullable<Voting["statement"]> }) {
  const { own, votes } = voting
  const m = marking(tongue)
  const said = votes[statement.id]
  const of = statementsOf(question)
  const at = said ? of.findIndex(({ id }) => id === statement.id) : Object.keys(votes).length
  const mine = own.some(({ id }) => id === statement.id)
  return (
    <>
      <p className="mb-1 text-lg font-semibold">{m(question.title)}</p>
      {question.help ? <p>{m(question.help)}</p> : null}
      <p className="hint mb-2">
        {say("Statement {number} of {of}", { number: Math.min(at + 1, of.length), of: of.length })}
      </p>
      <Form action={voteForm} lio={where.lio} values={{ vote: said }} submit={null}>
        <Hidden question={question} where={where} />
        <HiddenField name="statement" value={statement.id} />
        {where.back ? <HiddenField name="from" value="check" /> : null}
        <Radios
          name="vote"
          legend={m(statement.label)}
          hint={
            statement.proposed
              ? mine
                ? say("Written by your group")
                : say("Written by another group")
              : undefined
          }
          options={keys(STATEMENT_VOTES).map((value) => ({
            value,
            label: STATEMENT_VOTES[value],
            hint: value === "pass" ? PASS : undefined,
          }))}
          large
        />
        <div className="flex flex-wrap gap-4">
          <SubmitButton name="button" value="next">
            {say("Continue")}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="later">
            {say("Save and come back later")}
          </SubmitButton>
        </div>
      </Form>
    </>
  )
}

const Hidden = ({ question, where }: Pick<Props, "question" | "where">) => (
  <>
    <HiddenField name="id" value={where.id} />
    <HiddenField name="group" value={where.group ?? ""} />
    <HiddenField name="questionId" value={question.id} />
  </>
)

function AllVotes({ question, tongue, voting, where }: Props) {
  const m = marking(tongue)
  const { lio, id, group, number, back, last } = where
  const all = statementsOf(question)
  const left = all.filter((one) => !voting.votes[one.id]).length
  const to = (query: Record<string, string>) =>
    addressOf(lio, id, "answer", { group, question: number, ...query })
  const on =
    back || last
      ? addressOf(lio, id, "check", { group })
      : addressOf(lio, id, "answer", { group, question: number + 1 })
  return (
    <>
      <h1>{m(question.title)}</h1>
      <p>
        {left === 0
          ? say("Your group has voted on all of these statements.")
          : sayCount(left, {
              one: "Your group hasn’t voted on {count} of these statements yet.",
              other: "Your group hasn’t voted on {count} of these statements yet.",
            })}
      </p>
      <SummaryList
        missing={say("No vote yet")}
        items={all.map((one) => {
          const vote = voting.votes[one.id]
          return {
            label: one.label,
            shown: m(one.label),
            value: vote ? STATEMENT_VOTES[vote] : "",
            change: {
              href: to({ statement: one.id, ...(back ? { from: "check" } : {}) }),
              label: vote ? undefined : say("Vote"),
            },
          }
        })}
      />
      <p className="flex flex-wrap gap-4">
        <ButtonLink href={on}>{say("Continue")}</ButtonLink>
        {left > 0 ? (
          <ButtonLink href={to({})} kind="secondary">
            {say("Vote on the others")}
          </ButtonLink>
        ) : null}
      </p>
    </>
  )
}

/** What came of the statements that the group proposed. */
function Own({ voting: { own } }: Pick<Props, "voting">) {
  if (own.length === 0) return null
  return (
    <section className="mt-8 max-w-2xl">
      <h2>{say("Statements your group proposed")}</h2>
      <SummaryList
        items={own.map(({ body, judgedAt, reason }) => ({
          label: body,
          value: reason
            ? say("Not shown to others: {reason}", { reason })
            : judgedAt
              ? say("Shown to all groups")
              : say("Waiting to be read"),
        }))}
      />
    </section>
  )
}

function ProposeOne({ question, where }: Pick<Props, "question" | "where">) {
  return (
    <div className="mt-8 max-w-2xl">
      <Form
        fold={say("Propose a statement of your own")}
        action={proposeForm}
        lio={where.lio}
        submit={say("Propose this statement")}
        kind="secondary"
        id="propose"
      >
        <Hidden question={question} where={where} />
        <TextField
          name="body"
          label={say("Your statement")}
          hint={say("One point that others can agree or disagree with, in up to {most} characters.", {
            most: LONGEST_STATEMENT,
          })}
        />
        <p>{MODERATION}</p>
      </Form>
    </div>
  )
}
