import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { HiddenField, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { getProgress } from "@/lib/consultations/progress/queries"
import { listProposed, type Proposed } from "@/lib/consultations/statements/queries"
import { MODERATION } from "@/lib/consultations/statements/words"
import { formatMoment, say } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { judgeForm } from "./actions"

/** The statements that groups proposed: those that wait to be read, those that are shown, and those that were turned down. */
export default async function StatementsPage(props: PageProps) {
  const [frame, { of, proposed }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    of: await getProgress(ctx, id),
    proposed: await listProposed(ctx, id),
  }))
  const lio = frame.lio.slug
  const judges = of.keeps && of.consultation.state === "open"
  const waiting = proposed.filter(({ judgedAt }) => !judgedAt)
  const shown = proposed.filter(({ judgedAt, reason }) => judgedAt && !reason)
  const turnedDown = proposed.filter(({ reason }) => reason)
  return (
    <ConsultationFrame frame={frame} of={of} page="questions" title={say("Statements from groups")}>
      <h2>{say("Statements from groups")}</h2>
      <p className="max-w-2xl">
        {say("Groups read this before they propose a statement:")} <q>{MODERATION}</q>
      </p>
      {proposed.length === 0 ? (
        <EmptyState drawing="letters" title={say("No statements yet")}>
          {say("When a group proposes one, whoever began this consultation gets a task to read it.")}
        </EmptyState>
      ) : null}
      <Some heading={say("Waiting to be read")} statements={waiting}>
        {(one) =>
          judges ? (
            <Form action={judgeForm} lio={lio} submit={null} id={`judge-${one.id}`}>
              <HiddenField name="id" value={one.id} />
              <TextField
                name="reason"
                label={say("Why it isn’t shown")}
                hint={say("Only if you turn it down. The group that wrote it will read this.")}
                optional
              />
              <div className="flex flex-wrap gap-4">
                <SubmitButton name="verdict" value="show">
                  {say("Show it to all groups")}
                </SubmitButton>
                <SubmitButton kind="secondary" name="verdict" value="turn-down">
                  {say("Turn it down")}
                </SubmitButton>
              </div>
            </Form>
          ) : null
        }
      </Some>
      <Some heading={say("Shown to all groups")} statements={shown}>
        {(one) =>
          judges ? (
            <Form
              fold={say("Take it down")}
              action={judgeForm}
              lio={lio}
              submit={say("Take it down")}
              kind="secondary"
              id={`take-down-${one.id}`}
            >
              <HiddenField name="id" value={one.id} />
              <HiddenField name="verdict" value="turn-down" />
              <TextField
                name="reason"
                label={say("Why it isn’t shown any more")}
                hint={say("Votes on it will no longer count.")}
              />
            </Form>
          ) : null
        }
      </Some>
      <Some heading={say("Turned down")} statements={turnedDown}>
        {(one) => (
          <>
            <p>{say("Why: {reason}", { reason: one.reason ?? "" })}</p>
            {judges ? (
              <Form
                action={judgeForm}
                lio={lio}
                submit={say("Show it after all")}
                kind="secondary"
                id={`show-${one.id}`}
              >
                <HiddenField name="id" value={one.id} />
                <HiddenField name="verdict" value="show" />
              </Form>
            ) : null}
          </>
        )}
      </Some>
    </ConsultationFrame>
  )
}

type SomeProps = {
  heading: string
  statements: Proposed[]
  children: (one: Proposed) => React.ReactNode
}

function Some({ heading, statements, children }: SomeProps) {
  if (statements.length === 0) return null
  return (
    <section>
      <h3>{heading}</h3>
      {statements.map((one) => (
        <article key={one.id} className="card mb-4 max-w-2xl">
          <p className="m-0 text-lg">“{one.body}”</p>
          <p className="hint">
            {say("{group}, {moment}, to “{question}”", {
              group: one.by ? say("{person} of {group}", { person: one.by, group: one.group }) : one.group,
              moment: formatMoment(one.proposedAt),
              question: one.question,
            })}
          </p>
          {children(one)}
        </article>
      ))}
    </section>
  )
}
