import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure, found } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getRepresentation } from "@/lib/representations/queries"
import { Frame } from "../../../../../_parts/frame"
import { changeAskForm, dropAskForm } from "../../../../actions"

/** The words of an ask, until it is sent. */
export default async function EditAsk(props: PageProps) {
  const [frame, { whole, ask }] = await visit(props, async (ctx, _query, { id = "", askId = "" }) => {
    ensure(mayRepresent(ctx.actor))
    const whole = await getRepresentation(ctx, id)
    return { whole, ask: found(whole.asks.find((one) => one.id === askId)) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (whole.sentOn || whole.closedAt) redirect(`${at}/asks/${ask.id}`)
  return (
    <Frame {...frame} title={`Change ask ${ask.position}`} at="representations">
      <BackLink href={`${at}/asks/${ask.id}`}>Ask {ask.position}</BackLink>
      <h1>Change ask {ask.position}</h1>
      <Form
        action={changeAskForm}
        lio={lio}
        id="ask"
        values={{ text: ask.text, why: ask.why }}
        secondary={<a href={`${at}/asks/${ask.id}`}>Cancel</a>}
      >
        <input type="hidden" name="id" value={ask.id} />
        <TextArea name="text" label="What should they do?" rows={3} />
        <TextArea name="why" label="Why?" optional />
      </Form>
      <h2>Remove this ask</h2>
      <Form action={dropAskForm} lio={lio} submit="Take it out" kind="danger" id="drop">
        <input type="hidden" name="id" value={ask.id} />
      </Form>
    </Frame>
  )
}
