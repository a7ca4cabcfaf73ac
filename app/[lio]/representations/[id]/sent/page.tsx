import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { openRepresentation } from "@/lib/representations/commands"
import { readAsked, warningsOf } from "@/lib/representations/publishing/queries"
import { getRepresentation } from "@/lib/representations/queries"
import { formatDate } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { Warnings } from "../../_parts/warnings"
import { sentForm } from "../../actions"

/** Notes that a representation went to its body. */
export default async function Sent(props: PageProps) {
  const [frame, whole] = await visit(props, async (ctx, _query, { id = "" }) => {
    await openRepresentation(ctx, id)
    const { title, frozen, consultationId, body, sentOn } = await getRepresentation(ctx, id)
    const warnings = warningsOf(ctx, await readAsked(ctx, consultationId))
    return { id, title, body, sentOn, warnings, versions: frozen.filter(({ withdrawnAt }) => !withdrawnAt) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (whole.sentOn || whole.versions.length === 0) redirect(at)
  return (
    <Frame {...frame} title="Mark as sent" at="representations">
      <BackLink href={at}>{whole.title}</BackLink>
      <h1>Mark as sent</h1>
      <p>Once it’s sent you can’t change the asks, and we start counting the days to a reply.</p>
      <Form action={sentForm} lio={lio} submit="It was sent" secondary={<a href={at}>Cancel</a>}>
        <input type="hidden" name="id" value={whole.id} />
        <Select
          name="version"
          label="Which version was sent?"
          empty={null}
          options={whole.versions.map(({ version, publishedAt }) => ({
            value: String(version),
            label: `Version ${version}, published on ${formatDate(publishedAt)}`,
          }))}
        />
        <DateFields name="sentOn" legend="When was it sent?" quick />
        <DateFields
          name="replyDueOn"
          legend="By when should they reply?"
          hint="Four weeks after, if you leave it empty"
          optional
        />
        <Warnings warnings={whole.warnings} />
      </Form>
    </Frame>
  )
}
