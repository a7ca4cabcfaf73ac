import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { listToTell } from "@/lib/consultations/commands"
import { listSpokespeople } from "@/lib/consultations/invitations/queries"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation, getThread } from "@/lib/consultations/queries"
import { ensure } from "@/lib/errors"
import { plural } from "@/lib/words"
import { finishForm } from "../../actions"

/** What came of it, told to every group that took part. Without it a consultation is not finished; it may be said again. */
export default async function FinishPage(props: PageProps) {
  const [frame, { consultation, thread, told, people, unreached, again }] = await visit(
    props,
    async (ctx, _query, params) => {
      const consultation = await getConsultation(ctx, params.id ?? "")
      ensure(mayKeepConsultations(ctx.actor))
      const again = consultation.state === "finished"
      const { took, toTell } = await listToTell(ctx, consultation.id, again)
      const spokespeople = await listSpokespeople(ctx, toTell, "outcomes")
      return {
        consultation,
        again,
        thread: await getThread(ctx, consultation.id),
        told: took.length - toTell.length,
        people: new Set(spokespeople.map(({ personId }) => personId)).size,
        unreached: toTell.length - new Set(spokespeople.map(({ groupId }) => groupId)).size,
      }
    },
  )
  const { id, title, state } = consultation
  const lio = frame.lio.slug
  const back = addressOf(lio, id, "")
  if (state !== "closed" && state !== "finished") redirect(back)
  const [made] = thread.representations.filter(({ outcome }) => outcome)
  return (
    <Frame {...frame} title={`Outcome: ${title}`} at="consultations">
      <BackLink href={back}>{title}</BackLink>
      <h1>{again ? "What else came of it?" : "What came of it?"}</h1>
      <p className="max-w-2xl">
        {plural(thread.answered, "group")} answered. Groups stop answering when they never learn what came of
        it, so this is emailed to the groups that took part: {plural(people, "email")}.
        {told > 0
          ? ` ${plural(told, "group has", "groups have")} been told by a representation, and won’t be emailed again.`
          : ""}
        {unreached > 0 ? ` Nobody can be emailed at ${plural(unreached, "group")}: please ring them.` : ""}
      </p>
      <Form
        action={finishForm}
        lio={lio}
        values={{ outcome: consultation.typedOutcome ?? made?.outcome }}
        submit={null}
      >
        <HiddenField name="id" value={id} />
        {again ? <HiddenField name="again" value="yes" /> : null}
        <TextArea
          name="outcome"
          label="The outcome, in a sentence or two"
          hint="It may be that nothing changed. Then say why."
          rows={4}
          most={2000}
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton name="button" value="finish">
            {again ? "Save, and tell the groups" : "Finish, and tell the groups"}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="try">
            Send me a test email first
          </SubmitButton>
          <a href={back}>Not yet</a>
        </div>
      </Form>
    </Frame>
  )
}
