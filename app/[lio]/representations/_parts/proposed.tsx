import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { FILED_REPLIES } from "@/db/vocabulary"
import type { Proposed } from "@/lib/representations/officer/queries"
import { formatDate, say } from "@/lib/words"
import { acceptAcknowledgementForm, acceptProposalForm, refuseProposalForm } from "../actions"
import { SaidFields } from "./reply-form"

/** What the body entered by its link and nobody has decided on: none of it counts before that. */
export function ProposedReplies({
  lio,
  proposed,
  works,
}: {
  lio: string
  proposed: Proposed[]
  works: boolean
}) {
  if (proposed.length === 0) return null
  return (
    <section aria-labelledby="proposed" className="mb-8 max-w-3xl">
      <h2 id="proposed" className="mt-0">
        {say("Replies by link for you to check")}
      </h2>
      <p>{say("None of this counts, or is shown to anybody, until you accept it.")}</p>
      {proposed.map((one) => (
        <div key={one.id} className="card mb-5">
          <h3 className="mt-0">
            {one.ask
              ? say("Ask {position}: {ask}", { position: one.position ?? 0, ask: one.ask })
              : say("They say they have the paper")}
          </h3>
          <p className="mb-1">
            <strong>{FILED_REPLIES[one.reply]}</strong>
          </p>
          {one.words ? <p className="whitespace-pre-line">{one.words}</p> : null}
          {one.reason ? <p>{say("Their reason: {reason}", { reason: one.reason })}</p> : null}
          {one.promisedBy && one.promisedFor ? (
            <p>
              {say("Promised by {by}, due {on}", { by: one.promisedBy, on: formatDate(one.promisedFor) })}
            </p>
          ) : null}
          <p className="text-soft">
            {say("{sender}, on {day}", { sender: one.sender, day: formatDate(one.proposedAt) })}
          </p>
          {works ? one.askId ? <Accept lio={lio} one={one} /> : <AcceptHaving lio={lio} one={one} /> : null}
          {works ? (
            <Form
              fold={say("Don’t record it")}
              action={refuseProposalForm}
              lio={lio}
              submit={say("Don’t record it")}
              kind="danger"
              id={`refuse-${one.id}`}
            >
              <input type="hidden" name="id" value={one.id} />
              <TextField
                name="reason"
                label={say("Why?")}
                hint={say("They’ll see this when they open their link")}
              />
            </Form>
          ) : null}
        </div>
      ))}
    </section>
  )
}

const AcceptHaving = ({ lio, one }: { lio: string; one: Proposed }) => (
  <Form
    action={acceptAcknowledgementForm}
    lio={lio}
    submit={say("Note that they have it")}
    kind="secondary"
    id={`note-${one.id}`}
  >
    <input type="hidden" name="id" value={one.id} />
  </Form>
)

const Accept = ({ lio, one }: { lio: string; one: Proposed }) => (
  <Form
    fold={say("Accept it, or correct it first")}
    action={acceptProposalForm}
    lio={lio}
    submit={say("Accept and record it")}
    kind="secondary"
    id={`accept-${one.id}`}
    values={{
      reply: one.reply,
      replyText: one.words,
      reason: one.reason,
      promisedBy: one.promisedBy,
      promisedFor: one.promisedFor,
    }}
  >
    <input type="hidden" name="id" value={one.id} />
    <SaidFields without="no_reply" />
  </Form>
)
