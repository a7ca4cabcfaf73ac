import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { FILED_REPLIES } from "@/db/vocabulary"
import { aboutFile } from "@/lib/files/reading/words"
import type { Proposed } from "@/lib/representations/officer/queries"
import { formatDate, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { acceptAcknowledgementForm, acceptProposalForm, refuseProposalForm } from "../actions"
import { FileChoice, SaidFields } from "./reply-form"

/** What the body entered by its link and nobody has decided on: none of it counts before that. */
export function ProposedReplies({
  lio,
  proposed,
  works,
  files,
}: {
  lio: string
  proposed: Proposed[]
  works: boolean
  /** The files of the paper. */
  files: { id: string; name: string }[]
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
          <FilesWith lio={lio} files={one.files} />
          <p className="text-soft">
            {say("{sender}, on {day}", { sender: one.sender, day: formatDate(one.proposedAt) })}
          </p>
          {works ? (
            one.askId ? (
              <Accept lio={lio} one={one} files={files} />
            ) : (
              <AcceptHaving lio={lio} one={one} />
            )
          ) : null}
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

/** What came with a reply: the last file, and those that were sent before it. */
function FilesWith({ lio, files: [last, ...earlier] }: { lio: string; files: Proposed["files"] }) {
  const open = (file: Proposed["files"][number]) => ({
    file: <a href={`/${lio}/files/${file.id}/content`}>{file.name}</a>,
    about: aboutFile(file),
  })
  if (!last) return null
  return (
    <>
      <p className="mb-1 break-words">{sayRich("Their file: {file} ({about})", open(last))}</p>
      {earlier.map((file) => (
        <p key={file.id} className="mb-1 break-words">
          {sayRich("Sent before that: {file} ({about})", open(file))}
        </p>
      ))}
    </>
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

type AcceptProps = { lio: string; one: Proposed; files: { id: string; name: string }[] }

const Accept = ({ lio, one, files }: AcceptProps) => (
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
      fileId: one.files[0]?.id,
    }}
  >
    <input type="hidden" name="id" value={one.id} />
    <SaidFields without="no_reply" />
    <FileChoice files={[...one.files, ...files]} />
  </Form>
)
