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
import { replyForm } from "../../../actions"

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
          <p>
            <a href={`${at}/asks/${ask.id}/outcome`}>
              {ask.outcome ? "Change what happened" : "Add what happened next"}
            </a>
          </p>
        </>
      ) : (
        <>
          <p className="max-w-2xl text-lg">{ask.text}</p>
          {ask.why ? <p className="max-w-2xl whitespace-pre-line">{ask.why}</p> : null}
          <p>
            <a href={`${at}/asks/${ask.id}/edit`}>Edit or remove this ask</a>
          </p>
          <EvidenceToPin
            lio={lio}
            askId={ask.id}
            pinned={ask.evidence}
            passages={passages}
            consultationId={whole.consultationId}
          />
        </>
      )}
    </Frame>
  )
}
