import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ensure, found } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getStanding } from "@/lib/representations/standing/queries"
import { say } from "@/lib/words"
import { RepresentationFrame } from "../../../../_parts/representation-frame"
import { askOutcomeForm } from "../../../../actions"

/** What then really happened to one ask: also after the representation was closed. */
export default async function AskOutcome(props: PageProps) {
  const [frame, { of, ask }] = await visit(props, async (ctx, _query, { id = "", askId = "" }) => {
    ensure(mayRepresent(ctx.actor))
    const of = await getStanding(ctx, id)
    return { of, ask: found(of.whole.asks.find((one) => one.id === askId)) }
  })
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (!whole.sentOn) redirect(`${at}?ask=${ask.id}`)
  return (
    <RepresentationFrame
      frame={frame}
      of={of}
      page="happened"
      title={say("What happened: ask {position}", { position: ask.position })}
    >
      <h2>{say("What happened next")}</h2>
      <p className="max-w-2xl">
        {ask.position}. {ask.text}
      </p>
      <Form
        action={askOutcomeForm}
        lio={lio}
        submit={say("Save what happened")}
        kind={whole.closedAt ? undefined : "secondary"}
        values={{ outcome: ask.outcome, outcomeOn: ask.outcomeOn }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={ask.id} />
        <TextArea name="outcome" label={say("What has changed?")} />
        <DateFields name="outcomeOn" legend={say("Since when?")} optional />
      </Form>
    </RepresentationFrame>
  )
}
