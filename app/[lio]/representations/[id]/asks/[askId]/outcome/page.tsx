import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure, found } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getRepresentation } from "@/lib/representations/queries"
import { Frame } from "../../../../../_parts/frame"
import { askOutcomeForm } from "../../../../actions"

/** What then really happened to one ask: also after the representation was closed. */
export default async function AskOutcome(props: PageProps) {
  const [frame, { whole, ask }] = await visit(props, async (ctx, _query, { id = "", askId = "" }) => {
    ensure(mayRepresent(ctx.actor))
    const whole = await getRepresentation(ctx, id)
    return { whole, ask: found(whole.asks.find((one) => one.id === askId)) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (!whole.sentOn) redirect(`${at}/asks/${ask.id}`)
  return (
    <Frame {...frame} title={`What happened: ask ${ask.position}`} at="representations">
      <BackLink href={at}>{whole.title}</BackLink>
      <h1>What happened next</h1>
      <p className="max-w-2xl">
        {ask.position}. {ask.text}
      </p>
      <Form
        action={askOutcomeForm}
        lio={lio}
        submit="Save what happened"
        values={{ outcome: ask.outcome, outcomeOn: ask.outcomeOn }}
        secondary={<a href={at}>Cancel</a>}
      >
        <input type="hidden" name="id" value={ask.id} />
        <TextArea name="outcome" label="What has changed?" />
        <DateFields name="outcomeOn" legend="Since when?" optional />
      </Form>
    </Frame>
  )
}
