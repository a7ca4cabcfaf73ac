import { OneField } from "@/app/_ui/field-parts"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { FILED_REPLIES } from "@/db/vocabulary"
import { aboutFile } from "@/lib/files/reading/words"
import type { getLinkedPaper } from "@/lib/representations/officer/queries"
import type { Published } from "@/lib/representations/paper"
import { versionPath } from "@/lib/representations/versions/citing/words"
import { formatDate, say } from "@/lib/words"
import { acknowledgeByLinkForm, answerByLinkForm } from "../actions"
import { SaidFields } from "./reply-form"
import { ReplyTag } from "./words"

type Link = { lio: string; token: string }
/** What came of the last file: for which ask, and why it wasn’t taken. */
type Sent = { ask: string; problem?: string }
type Held = Awaited<ReturnType<typeof getLinkedPaper>> & { content: Published }
type Props = {
  link: Link
  held: Held
  /** Who sent it. */
  name: string
  /** The ask whose form is open. */
  chosen: string
  sent: Sent
}

const LinkFields = ({ lio, token }: Link) => (
  <>
    <input type="hidden" name="lio" value={lio} />
    <input type="hidden" name="key" value={token} />
  </>
)

const Sender = () => (
  <TextField
    name="sender"
    label={say("Your name and job title")}
    hint={say("For example, Pat Lee, transport officer")}
  />
)

/** What somebody at a body sees by their link: who asks, each ask with where it stands, and a form to answer it. */
export function AnswerPaper({ link, held, name, chosen, sent }: Props) {
  const { content, paper, published, entered } = held
  const path = versionPath(link.lio, paper.representationId, paper.version)
  const having = entered.some(({ askId, refusedReason }) => askId === null && !refusedReason)
  return (
    <>
      <h1>{content.title}</h1>
      <p className="max-w-2xl">
        {say(
          "{lio} sent this to {body}. You can reply to each ask here, and you don’t have to do it all at once. {lio} checks what you enter before it’s recorded.",
          {
            lio: name,
            body: content.body,
          },
        )}
      </p>
      <p>
        <a href={path}>{say("Read the whole paper (version {version})", { version: paper.version })}</a>
      </p>
      {paper.closed ? (
        <p>{say("This paper is closed. Get in touch with {name} to tell us more.", { name })}</p>
      ) : having || published.replies.some((reply) => reply?.acknowledgedOn) ? null : (
        <Form
          action={acknowledgeByLinkForm}
          submit={say("We’ve received this paper")}
          kind="secondary"
          id="having"
        >
          <LinkFields {...link} />
          <Sender />
        </Form>
      )}
      <h2>{say("What groups are asking for")}</h2>
      <ol className="list-none p-0">
        {content.asks.map((ask, at) => (
          <li key={ask.id ?? ask.text} id={`ask-${at + 1}`} className="card mb-5 max-w-3xl">
            <h3 className="mt-0">
              {at + 1}. {ask.text}
            </h3>
            {ask.why ? <p>{ask.why}</p> : null}
            <p className="mb-1">
              <ReplyTag reply={published.replies[at]?.reply ?? null} />
            </p>
            <Entered entered={entered.find(({ askId }) => askId === ask.id)} name={name} />
            {!paper.closed && ask.id && entered.some((one) => one.askId === ask.id && !one.decided) ? (
              <SendFile link={link} askId={ask.id} problem={sent.ask === ask.id ? sent.problem : undefined} />
            ) : null}
            {paper.closed || !ask.id ? null : chosen === ask.id ? (
              <AnswerOne link={link} askId={ask.id} entered={entered} />
            ) : (
              <p className="mb-0">
                <a
                  className="inline-flex min-h-11 items-center"
                  href={`?${new URLSearchParams({ key: link.token, ask: ask.id })}#ask-${at + 1}`}
                >
                  {say("Reply to ask {number}", { number: at + 1 })}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

type EnteredOne = Held["entered"][number]

/** What was entered for an ask by this link, and what became of it. */
function Entered({ entered, name }: { entered: EnteredOne | undefined; name: string }) {
  if (!entered) return null
  const { reply, words, reason, sender, proposedAt, decided, refusedReason, files } = entered
  return (
    <div className="my-3">
      <p className="mb-1">
        {refusedReason ? (
          <Tag tone="problem">{say("Not recorded")}</Tag>
        ) : decided ? (
          <Tag tone="good">{say("Recorded")}</Tag>
        ) : (
          <Tag tone="wait">{say("Waiting for {name} to check it", { name })}</Tag>
        )}{" "}
        {say("{reply}: {sender}, {day}", {
          reply: FILED_REPLIES[reply],
          sender,
          day: formatDate(proposedAt),
        })}
      </p>
      {words ? <p className="mb-1 whitespace-pre-line">{words}</p> : null}
      {reason ? <p className="mb-1">{say("Your reason: {reason}", { reason })}</p> : null}
      {files.map((file) => (
        <p key={file.id} className="mb-1 break-words">
          {say("File: {name} ({about})", { name: file.name, about: aboutFile(file) })}
        </p>
      ))}
      {refusedReason ? <p className="mb-1">{say("Why: {reason}", { reason: refusedReason })}</p> : null}
    </div>
  )
}

/** A file to go with a reply that waits: a form of its own, so that what was typed before is kept whatever becomes of it. */
function SendFile({ link, askId, problem }: { link: Link; askId: string; problem?: string }) {
  const id = `file-${askId}`
  const to = new URLSearchParams({ key: link.token, file: askId })
  return (
    <form
      action={`/${link.lio}/representations/reply/file?${to}`}
      method="post"
      encType="multipart/form-data"
      className="my-3"
    >
      <OneField
        id={id}
        label={say("Your letter, or another file that goes with this reply")}
        hint={say("PDF, Word, Excel, text or picture, up to 10 MB.")}
        error={problem}
        optional
      >
        <input
          className="input"
          id={id}
          name="file"
          type="file"
          aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={problem ? true : undefined}
        />
      </OneField>
      <button className="button button-secondary" type="submit">
        {say("Send this file")}
      </button>
    </form>
  )
}

function AnswerOne({ link, askId, entered }: { link: Link; askId: string; entered: EnteredOne[] }) {
  const last = entered.find((one) => one.askId === askId && !one.decided)
  const by = last ?? entered[0]
  return (
    <Form
      action={answerByLinkForm}
      submit={say("Send this reply")}
      id="answer"
      values={{
        sender: by?.sender ?? null,
        reply: last?.reply ?? null,
        replyText: last?.words ?? null,
        reason: last?.reason ?? null,
        promisedBy: last?.promisedBy ?? null,
        promisedFor: last?.promisedFor ?? null,
      }}
    >
      <LinkFields {...link} />
      <input type="hidden" name="askId" value={askId} />
      <SaidFields without="no_reply" own />
      <Sender />
      <p className="hint">{say("Once you’ve sent your reply, you can add your letter or another file.")}</p>
    </Form>
  )
}
