import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { openRepresentation } from "@/lib/representations/commands"
import { Frame } from "../../../_parts/frame"
import { sentForm } from "../../actions"

/** Notes that a representation went to its body. */
export default async function Sent(props: PageProps) {
  const [frame, whole] = await visit(props, async (ctx, _query, { id = "" }) => {
    const { title } = await openRepresentation(ctx, id)
    return { id, title }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  return (
    <Frame {...frame} title="Mark as sent" at="representations">
      <BackLink href={at}>{whole.title}</BackLink>
      <h1>Mark as sent</h1>
      <p>From then on its asks stay as they are, and the days to a reply are counted.</p>
      <Form action={sentForm} lio={lio} submit="It was sent" secondary={<Link href={at}>Cancel</Link>}>
        <input type="hidden" name="id" value={whole.id} />
        <DateFields name="sentOn" legend="When was it sent?" quick />
        <DateFields
          name="replyDueOn"
          legend="By when should they reply?"
          hint="Four weeks after, if you leave it empty"
          optional
        />
      </Form>
    </Frame>
  )
}
