import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { openRepresentation } from "@/lib/representations/commands"
import { Frame } from "../../../../_parts/frame"
import { addAskForm } from "../../../actions"

/** Adds an ask. */
export default async function NewAsk(props: PageProps) {
  const [frame, whole] = await visit(props, async (ctx, _query, { id = "" }) => {
    const { title } = await openRepresentation(ctx, id)
    return { id, title }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  return (
    <Frame {...frame} title="Add an ask" at="representations">
      <BackLink href={at}>{whole.title}</BackLink>
      <h1>Add an ask</h1>
      <Form action={addAskForm} lio={lio} submit="Save the ask" secondary={<a href={at}>Cancel</a>}>
        <input type="hidden" name="representationId" value={whole.id} />
        <TextArea
          name="text"
          label="What should they do?"
          hint="One thing, in one sentence, that they can say yes or no to"
          rows={3}
        />
        <TextArea name="why" label="Why?" optional />
      </Form>
    </Frame>
  )
}
