import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { SEND_WAYS } from "@/db/vocabulary"
import { readAsked, warningsOf } from "@/lib/representations/publishing/queries"
import { getOpenRepresentation } from "@/lib/representations/queries"
import { listSendings } from "@/lib/representations/sending/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { formatDate, say } from "@/lib/words"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { Warnings } from "../../_parts/warnings"
import { sentForm } from "../../actions"

/** Sends a published version to its body from here, or notes that it went another way. */
export default async function Sent(props: PageProps) {
  const [frame, { of, sendings, warnings }] = await visit(props, async (ctx, _query, { id = "" }) => {
    await getOpenRepresentation(ctx, id)
    const of = await getStanding(ctx, id)
    const [sendings, asked] = await Promise.all([
      listSendings(ctx, id),
      readAsked(ctx, of.whole.consultationId),
    ])
    return { of, sendings, warnings: warningsOf(ctx, asked) }
  })
  const { whole } = of
  const versions = whole.frozen.filter(({ withdrawnAt }) => !withdrawnAt)
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (versions.length === 0) redirect(at)
  const again = Boolean(whole.sentOn)
  const [last] = sendings
  return (
    <RepresentationFrame frame={frame} of={of} page="sent" title={say("Send it")}>
      <h2>{again ? say("Send it again, or to somebody else") : say("Send it")}</h2>
      <p>
        {again
          ? say("It was first sent on {day}. The asks, and the date a reply is due, stay the same.", {
              day: formatDate(whole.sentOn ?? ""),
            })
          : say("Once it’s sent you can’t change the asks, and we start counting the days to a reply.")}
      </p>
      <Form
        action={sentForm}
        lio={lio}
        submit={null}
        values={{ toName: last?.toName ?? whole.addressee, toEmail: last?.toEmail ?? null, link: "yes" }}
      >
        <input type="hidden" name="id" value={whole.id} />
        <Select
          name="version"
          label={say("Which version?")}
          empty={null}
          options={versions.map(({ version, publishedAt }) => ({
            value: String(version),
            label: say("Version {version}, published on {publishedAt}", {
              version,
              publishedAt: formatDate(publishedAt),
            }),
          }))}
        />
        <Radios
          name="how"
          legend={say("How are you sending it?")}
          value="trellis"
          options={Object.entries(SEND_WAYS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="toName" label={say("Who is it to?")} optional />
        <TextField
          name="toEmail"
          type="email"
          label={say("Their email address")}
          hint={say("Needed if you’re emailing it from here")}
          optional
        />
        <TextArea
          name="copies"
          label={say("Copies to")}
          hint={say("Email addresses, one on each line")}
          rows={2}
          optional
        />
        <TextArea name="words" label={say("Your own words")} rows={4} optional />
        <Tick
          name="link"
          label={say("Include a link so they can reply to each ask without signing in")}
          hint={say("You check what they enter before it counts. Copies don’t include the link.")}
          checked
        />
        <DateFields
          name="sentOn"
          legend={say("When was it sent?")}
          hint={say("Only if you didn’t email it from here. Today, if you leave it empty.")}
          optional
        />
        {again ? null : (
          <DateFields
            name="replyDueOn"
            legend={say("By when should they reply?")}
            hint={say("Four weeks after, if you leave it empty")}
            optional
          />
        )}
        <Warnings warnings={warnings} />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton name="button" value="send">
            {say("Send it, or mark it as sent")}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="try">
            {say("Send me a test email first")}
          </SubmitButton>
          <a href={at}>{say("Cancel")}</a>
        </div>
      </Form>
    </RepresentationFrame>
  )
}
