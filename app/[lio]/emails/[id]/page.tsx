import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayWriteToGroups } from "@/lib/mailings/policy"
import { getMailing, listReaders } from "@/lib/mailings/queries"
import { formatMoment, plural } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Readers } from "../_parts/readers"
import { discardMailingForm, sendMailingForm, tryMailingForm } from "../actions"

/** An email to groups as they read it: before it goes with who will get it, afterwards with when it went. */
export default async function Email(props: PageProps) {
  const [frame, { mailing, readers, writes }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const mailing = await getMailing(ctx, id)
    const readers = mailing.sentAt ? null : await listReaders(ctx, mailing.groups)
    return { mailing, readers, writes: mayWriteToGroups(ctx.actor) }
  })
  const lio = frame.lio.slug
  const { id, subject, words, sentAt, by } = mailing
  const acts = readers && writes
  return (
    <Frame {...frame} title={subject} at="emails">
      <BackLink href={`/${lio}/emails`}>Emails to groups</BackLink>
      <h1>{subject}</h1>
      <p className="text-soft">
        {sentAt
          ? `Sent on ${formatMoment(sentAt)}${by ? ` by ${by}` : ""} to ${plural(mailing.groups.length, "group")}`
          : `Not sent yet${by ? `. Written by ${by}` : ""}`}
      </p>
      <article className="card max-w-2xl" aria-label="The email">
        <p className="m-0 wrap-anywhere whitespace-pre-line">{words}</p>
      </article>
      {acts ? (
        <div className="my-6 flex flex-wrap items-center gap-x-5 gap-y-3">
          {readers.people > 0 ? (
            <Act id={id} lio={lio} action={sendMailingForm} name="send">
              {`Send it to ${plural(readers.people, "person", "people")} now`}
            </Act>
          ) : null}
          <Act id={id} lio={lio} action={tryMailingForm} name="try" kind="secondary">
            Send me a test
          </Act>
          <a href={`/${lio}/emails/${id}/edit`}>Edit it</a>
          <Act id={id} lio={lio} action={discardMailingForm} name="discard" kind="plain">
            Discard it
          </Act>
        </div>
      ) : null}
      <h2>{readers ? `Who will get it: ${plural(readers.people, "person", "people")}` : "Who it was for"}</h2>
      {readers ? (
        <Readers lio={lio} groups={readers.groups} />
      ) : (
        <ul className="max-h-96 max-w-2xl overflow-y-auto">
          {mailing.groups.map((group) => (
            <li key={group.id}>
              <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}

type ActProps = {
  id: string
  lio: string
  name: string
  action: typeof sendMailingForm
  kind?: "secondary" | "plain"
  children: string
}

const Act = ({ id, lio, name, action, kind, children }: ActProps) => (
  <Form action={action} lio={lio} submit={children} kind={kind} id={name}>
    <HiddenField name="id" value={id} />
  </Form>
)
