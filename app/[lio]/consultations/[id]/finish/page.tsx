import Link from "next/link"
import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/where"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation, getThread } from "@/lib/consultations/queries"
import { ensure } from "@/lib/errors"
import { plural } from "@/lib/words"
import { finishForm } from "../../actions"

/** What came of it, told to every group that took part. Without it a consultation is not finished. */
export default async function FinishPage(props: PageProps) {
  const [frame, { consultation, thread }] = await visit(props, async (ctx, _query, params) => {
    const consultation = await getConsultation(ctx, params.id ?? "")
    ensure(mayKeepConsultations(ctx.actor))
    return { consultation, thread: await getThread(ctx, consultation.id) }
  })
  const { id, title, state } = consultation
  const lio = frame.lio.slug
  const back = addressOf(lio, id, "")
  if (state !== "closed") redirect(back)
  return (
    <Frame {...frame} title={`Outcome: ${title}`} at="consultations">
      <BackLink href={back}>{title}</BackLink>
      <h1>What came of it?</h1>
      <p className="max-w-2xl">
        {plural(thread.answered, "group", "groups")} answered. Groups stop answering when they never learn
        what came of it, so this is emailed to every group that took part.
      </p>
      <Form
        action={finishForm}
        lio={lio}
        submit="Finish, and tell the groups"
        secondary={<Link href={back}>Not yet</Link>}
      >
        <HiddenField name="id" value={id} />
        <TextArea
          name="outcome"
          label="The outcome, in a sentence or two"
          hint="It may be that nothing changed. Then say why."
          rows={4}
          most={2000}
        />
      </Form>
    </Frame>
  )
}
