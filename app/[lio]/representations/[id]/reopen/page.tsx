import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ensure } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getStanding } from "@/lib/representations/standing/queries"
import { say } from "@/lib/words"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { reopenForm } from "../../actions"

/** Opens a closed representation again, because something else came of it. */
export default async function Reopen(props: PageProps) {
  const [frame, of] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayRepresent(ctx.actor))
    return getStanding(ctx, id)
  })
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (!whole.closedAt) redirect(at)
  return (
    <RepresentationFrame frame={frame} of={of} page="reopen" title={say("Reopen this representation")}>
      <h2>{say("Reopen this representation")}</h2>
      <p className="max-w-2xl">
        {say(
          "You can then change replies and what happened. When you close it again, the groups get another email with what came of it. To add what happened to one ask, you don’t need to reopen it.",
        )}
      </p>
      <Form
        action={reopenForm}
        lio={lio}
        submit={say("Reopen it")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={whole.id} />
        <TextArea name="reason" label={say("Why?")} hint={say("Kept in the log with your name")} rows={3} />
      </Form>
    </RepresentationFrame>
  )
}
