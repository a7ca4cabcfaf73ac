import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ASK_REPLIES } from "@/db/vocabulary"
import { listPassages } from "@/lib/consultations/passages/queries"
import { ensure, found } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getRepresentation } from "@/lib/representations/queries"
import { Frame } from "../../../../_parts/frame"
import { EvidenceToPin } from "../../../_parts/evidence"
import { askOutcomeForm, changeAskForm, dropAskForm, replyForm } from "../../../actions"

/** One ask: its words and evidence until it is sent, its reply and what happened afterwards. */
export default async function AskPage(props: PageProps) {
  const [frame, { whole, ask, passages }] = await visit(
    props,
    async (ctx, _query, { id = "", askId = "" }) => {
      ensure(mayRepresent(ctx.actor))
      const whole = await getRepresentation(ctx, id)
      const ask = found(whole.asks.find((one) => one.id === askId))
      return {
        whole,
        ask,
        passages: whole.consultationId ? await listPassages(ctx, whole.consultationId) : [],
      }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  const sent = Boolean(whole.sentOn)
  return (
    <Frame {...frame} title={`Ask ${ask.position} of ${whole.title}`} at="representations">
      <BackLink href={at}>{whole.title}</BackLink>
      <h1>{sent ? `${ask.position}. ${ask.text}` : `Ask ${ask.position}`}</h1>
      {sent ? (
        <>
          <h2>Their reply</h2>
          <Form
            action={replyForm}
            lio={lio}
            submit="Save the reply"
            id="reply"
            values={{ reply: ask.reply, replyText: ask.replyText, repliedOn: ask.repliedOn }}
          >
            <input type="hidden" name="id" value={ask.id} />
            <Radios
              name="reply"
              legend="What did they decide?"
              options={Object.entries(ASK_REPLIES).map(([value, label]) => ({ value, label }))}
            />
            <TextArea
              name="replyText"
              label="In their words"
              hint="Copy the sentence that matters from their letter"
              optional
            />
            <DateFields
              name="repliedOn"
              legend="When did they reply?"
              hint="Today, if you leave it empty"
              optional
            />
          </Form>
          <h2>What then happened</h2>
          <Form
            action={askOutcomeForm}
            lio={lio}
            submit="Save what happened"
            kind="secondary"
            id="outcome"
            values={{ outcome: ask.outcome, outcomeOn: ask.outcomeOn }}
          >
            <input type="hidden" name="id" value={ask.id} />
            <TextArea name="outcome" label="What can people see of it?" />
            <DateFields name="outcomeOn" legend="Since when?" optional />
          </Form>
        </>
      ) : (
        <>
          <Form
            action={changeAskForm}
            lio={lio}
            id="ask"
            values={{ text: ask.text, why: ask.why }}
            secondary={<Link href={at}>Back to the representation</Link>}
          >
            <input type="hidden" name="id" value={ask.id} />
            <TextArea name="text" label="What should they do?" rows={3} />
            <TextArea name="why" label="Why?" optional />
          </Form>
          <EvidenceToPin
            lio={lio}
            askId={ask.id}
            pinned={ask.evidence}
            passages={passages}
            consultationId={whole.consultationId}
          />
          <h2>Take this ask out</h2>
          <Form action={dropAskForm} lio={lio} submit="Take it out" kind="danger" id="drop">
            <input type="hidden" name="id" value={ask.id} />
          </Form>
        </>
      )}
    </Frame>
  )
}
