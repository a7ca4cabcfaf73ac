import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayWriteToGroups } from "@/lib/mailings/policy"
import { getMailing, listReaders } from "@/lib/mailings/queries"
import { formatMoment, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { NoMailYet } from "../../_parts/no-mail-yet"
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
      <BackLink href={`/${lio}/emails`}>{say("Emails to groups")}</BackLink>
      <h1>{subject}</h1>
      <p className="text-soft">
        {sentAt
          ? sayCount(
              mailing.groups.filter(({ reached }) => reached).length,
              {
                one: "Sent on {on} by {by} to {count} group",
                other: "Sent on {on} by {by} to {count} groups",
              },
              { on: formatMoment(sentAt), by: by ?? say("somebody") },
            )
          : say("Not sent yet. Written by {by}", { by: by ?? say("somebody") })}
      </p>
      <NoMailYet />
      <article className="card max-w-2xl" aria-label={say("The email")}>
        <p className="wrap-anywhere whitespace-pre-line">{words}</p>
        <p className="m-0">{say("This is for {groups}.", { groups: say("the group’s own name") })}</p>
      </article>
      {acts ? (
        <div className="my-6 flex flex-wrap items-center gap-x-5 gap-y-3">
          {readers.addressees.length > 0 ? (
            <Act id={id} lio={lio} action={sendMailingForm} name="send">
              {sayCount(readers.addressees.length, {
                one: "Send it to {count} person now",
                other: "Send it to {count} people now",
              })}
            </Act>
          ) : null}
          <Act id={id} lio={lio} action={tryMailingForm} name="try" kind="secondary">
            {say("Send me a test")}
          </Act>
          <a href={`/${lio}/emails/${id}/edit`}>{say("Edit it")}</a>
          <Act id={id} lio={lio} action={discardMailingForm} name="discard" kind="plain">
            {say("Discard it")}
          </Act>
        </div>
      ) : null}
      <h2>
        {readers
          ? sayCount(readers.addressees.length, {
              one: "Who will get it: {count} person",
              other: "Who will get it: {count} people",
            })
          : say("Who it was for")}
      </h2>
      {readers ? (
        <Readers lio={lio} groups={readers.groups} />
      ) : (
        <ul className="max-h-96 max-w-2xl overflow-y-auto">
          {mailing.groups.map((group) => (
            <li key={group.id}>
              <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
              {group.reached ? null : ` (${say("nobody could be emailed")})`}
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
