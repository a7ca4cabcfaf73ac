import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { SEND_WAYS } from "@/db/vocabulary"
import type { listReplyLinks } from "@/lib/representations/officer/queries"
import type { Representation } from "@/lib/representations/queries"
import type { Receipt, Sending } from "@/lib/representations/sending/queries"
import { formatDate, inWords, say } from "@/lib/words"
import { endLinkForm, makeLinkForm } from "../actions"

type Props = {
  lio: string
  whole: Representation
  /** Null for those who only read. */
  works: boolean
  sendings: Sending[]
  links: Awaited<ReturnType<typeof listReplyLinks>>
  chasers: { id: string; on: string; toName: string | null; toEmail: string }[]
  /** Where this installation is: https://… */
  origin: string
}

const RECEIPTS: Record<Receipt, { label: string; tone: "good" | "wait" | "problem" }> = {
  waiting: { label: say("On its way"), tone: "wait" },
  sent: { label: say("Delivered to their mail server"), tone: "good" },
  bounced: { label: say("Came back"), tone: "problem" },
  failed: { label: say("Not sent"), tone: "problem" },
}

/** How it went, said of one that has gone. */
const HOW: Record<keyof typeof SEND_WAYS, string> = {
  ...SEND_WAYS,
  trellis: say("By email from Trellis"),
}

/** To whom a paper went and what became of it, the reminders since, and the links by which the body can answer. */
export function SentTo({ lio, whole, works, sendings, links, chasers, origin }: Props) {
  const at = `/${lio}/representations/${whole.id}`
  const waits = !whole.closedAt && whole.asks.some(({ reply }) => !reply || reply === "no_reply")
  const promised = whole.asks.some(({ replies, outcomes }) => {
    const last = replies.find(({ reply }) => reply !== "acknowledged")
    return last?.promisedBy && !outcomes.some(({ promiseId }) => promiseId === last.id)
  })
  return (
    <section aria-labelledby="sent-to" className="max-w-3xl">
      <h3 id="sent-to">{say("Sent to")}</h3>
      <ul>
        {sendings.map((one) => (
          <li key={one.id}>
            {one.toName || one.toEmail
              ? say("Version {version} to {name} on {day}", {
                  version: one.version,
                  name: one.toName ?? one.toEmail ?? "",
                  day: formatDate(one.sentOn),
                })
              : say("Version {version} on {day}", { version: one.version, day: formatDate(one.sentOn) })}{" "}
            {one.how ? <span className="text-soft">{HOW[one.how]}</span> : null}{" "}
            {one.receipt ? <Tag tone={RECEIPTS[one.receipt].tone}>{RECEIPTS[one.receipt].label}</Tag> : null}
            {one.copies.length > 0 ? (
              <span className="text-soft"> {say("Copies to {all}", { all: inWords(one.copies) })}</span>
            ) : null}
          </li>
        ))}
        {chasers.map(({ id, on, toName, toEmail }) => (
          <li key={id}>{say("Reminded {to} on {day}", { to: toName ?? toEmail, day: formatDate(on) })}</li>
        ))}
      </ul>
      {works ? (
        <p className="flex flex-wrap gap-x-6">
          {whole.closedAt ? null : <a href={`${at}/sent`}>{say("Send it again, or to somebody else")}</a>}
          {waits || promised ? <a href={`${at}/chase`}>{say("Email them a polite reminder")}</a> : null}
        </p>
      ) : null}
      {works && !whole.closedAt ? (
        <>
          <h3>{say("Links they can reply with")}</h3>
          {links.map(({ id, name, path, expiresAt }) => (
            <div key={id} className="mb-4">
              <p className="mb-1">{say("For {name}, until {day}", { name, day: formatDate(expiresAt) })}</p>
              {path ? (
                <p className="mb-1 max-w-full break-all text-soft">
                  <code>{origin + path}</code>
                </p>
              ) : null}
              <Form
                action={endLinkForm}
                lio={lio}
                submit={say("Turn this link off")}
                kind="plain"
                id={`end-${id}`}
              >
                <input type="hidden" name="id" value={id} />
              </Form>
            </div>
          ))}
          <Form
            fold={say("Make a link for somebody")}
            action={makeLinkForm}
            lio={lio}
            submit={say("Make the link")}
            kind="secondary"
            id="link"
          >
            <input type="hidden" name="id" value={whole.id} />
            <TextField
              name="name"
              label={say("Who is it for?")}
              hint={say("They can reply without signing in. You check what they enter before it counts.")}
            />
          </Form>
        </>
      ) : null}
    </section>
  )
}
