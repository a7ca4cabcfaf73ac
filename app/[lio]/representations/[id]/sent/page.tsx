import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { openRepresentation } from "@/lib/representations/commands"
import { readAsked, warningsOf } from "@/lib/representations/publishing/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { formatDate, say } from "@/lib/words"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { Warnings } from "../../_parts/warnings"
import { sentForm } from "../../actions"

/** Notes that a representation went to its body. */
export default async function Sent(props: PageProps) {
  const [frame, { of, warnings }] = await visit(props, async (ctx, _query, { id = "" }) => {
    await openRepresentation(ctx, id)
    const of = await getStanding(ctx, id)
    return { of, warnings: warningsOf(ctx, await readAsked(ctx, of.whole.consultationId)) }
  })
  const { whole } = of
  const versions = whole.frozen.filter(({ withdrawnAt }) => !withdrawnAt)
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (whole.sentOn || versions.length === 0) redirect(at)
  return (
    <RepresentationFrame frame={frame} of={of} page="sent" title={say("Mark as sent")}>
      <h2>{say("Mark as sent")}</h2>
      <p>{say("Once it’s sent you can’t change the asks, and we start counting the days to a reply.")}</p>
      <Form
        action={sentForm}
        lio={lio}
        submit={say("It was sent")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={whole.id} />
        <Select
          name="version"
          label={say("Which version was sent?")}
          empty={null}
          options={versions.map(({ version, publishedAt }) => ({
            value: String(version),
            label: say("Version {version}, published on {publishedAt}", {
              version,
              publishedAt: formatDate(publishedAt),
            }),
          }))}
        />
        <DateFields name="sentOn" legend={say("When was it sent?")} quick />
        <DateFields
          name="replyDueOn"
          legend={say("By when should they reply?")}
          hint={say("Four weeks after, if you leave it empty")}
          optional
        />
        <Warnings warnings={warnings} />
      </Form>
    </RepresentationFrame>
  )
}
