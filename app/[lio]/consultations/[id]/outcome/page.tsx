import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import type { Ctx } from "@/lib/access/ctx"
import { listToTell } from "@/lib/consultations/commands"
import { listSpokespeople } from "@/lib/consultations/invitations/queries"
import { maySeeAll } from "@/lib/consultations/policy"
import { getProgress, type Standing } from "@/lib/consultations/progress/queries"
import { isNextOn } from "@/lib/consultations/progress/words"
import { getConsultation } from "@/lib/consultations/queries"
import { formatDate, say, sayCount } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf, groupIn } from "../../_parts/paths"
import { Stopped } from "../../_parts/stopped"
import { finishForm } from "../../actions"

/** Who would hear of an outcome: how many were told already, how many emails go, and where nobody can be emailed. */
async function readTelling(ctx: Ctx, id: string, again: boolean) {
  const { took, toTell } = await listToTell(ctx, id, again)
  const spokespeople = await listSpokespeople(ctx, toTell, "outcomes")
  return {
    told: took.length - toTell.length,
    people: new Set(spokespeople.map(({ personId }) => personId)).size,
    unreached: toTell.length - new Set(spokespeople.map(({ groupId }) => groupId)).size,
  }
}
type Telling = Awaited<ReturnType<typeof readTelling>>

/**
 * What came of it, told to every group that took part. Without it a consultation is not finished; it may be said again.
 * Members read what they were told on the page of their own answer.
 */
export default async function OutcomePage(props: PageProps) {
  const [frame, read] = await visit(props, async (ctx, query, { id = "" }) => {
    if (!maySeeAll(ctx.actor))
      return { ours: { id: (await getConsultation(ctx, id)).id, group: groupIn(query) } }
    const of = await getProgress(ctx, id)
    const { state } = of.consultation
    const ended = state === "closed" || state === "finished"
    return {
      ours: null,
      of,
      telling: ended && of.keeps ? await readTelling(ctx, id, state === "finished") : null,
    }
  })
  if (read.ours) redirect(addressOf(frame.lio.slug, read.ours.id, "ours", { group: read.ours.group }))
  const { of, telling } = read
  const { state, outcome, finishedAt } = of.consultation
  return (
    <ConsultationFrame frame={frame} of={of} page="outcome">
      <h2 className="sr-only">{say("Outcome")}</h2>
      {of.consultation.state === "stopped" ? <Stopped reason={of.consultation.stoppedReason} /> : null}
      {outcome ? (
        <section className="card mb-6 max-w-3xl">
          <h3 className="mt-0">{say("What came of it")}</h3>
          <p className="whitespace-pre-line">{outcome}</p>
          <p className="mb-0 text-soft">
            {finishedAt
              ? say("The groups that took part were told on {day}.", { day: formatDate(finishedAt, of.zone) })
              : say("The groups that took part were told.")}
          </p>
        </section>
      ) : null}
      {telling ? (
        <Tell lio={frame.lio.slug} of={of} telling={telling} />
      ) : outcome || state === "stopped" ? null : (
        <p className="max-w-2xl">
          {state === "closed"
            ? say("The groups haven’t been told yet what came of it.")
            : say(
                "Once it has closed, you say here what came of it, and every group that took part is told.",
              )}
        </p>
      )}
    </ConsultationFrame>
  )
}

function Tell({ lio, of, telling }: { lio: string; of: Standing; telling: Telling }) {
  const { id, state, typedOutcome } = of.consultation
  const again = state === "finished"
  const { people, told, unreached } = telling
  const made = of.representations.find(({ outcome }) => outcome)
  return (
    <>
      <p className="max-w-2xl">
        {sayCount(
          of.answered,
          {
            one: "{count} group answered. Groups stop answering when they never learn what came of it, so this is emailed to the groups that took part: {people}.",
            other:
              "{count} groups answered. Groups stop answering when they never learn what came of it, so this is emailed to the groups that took part: {people}.",
          },
          { people: sayCount(people, { one: "{count} email", other: "{count} emails" }) },
        )}
        {told > 0
          ? ` ${sayCount(told, {
              one: "{count} group has been told by a representation, and won’t be emailed again.",
              other: "{count} groups have been told by a representation, and won’t be emailed again.",
            })}`
          : ""}
        {unreached > 0
          ? ` ${sayCount(unreached, { one: "Nobody can be emailed at {count} group: please ring them.", other: "Nobody can be emailed at {count} groups: please ring them." })}`
          : ""}
      </p>
      <Form
        action={finishForm}
        lio={lio}
        values={{ outcome: again ? null : (typedOutcome ?? made?.outcome) }}
        submit={null}
      >
        <HiddenField name="id" value={id} />
        {again ? <HiddenField name="again" value="yes" /> : null}
        <TextArea
          name="outcome"
          label={again ? say("What else came of it?") : say("The outcome, in a sentence or two")}
          hint={say("It may be that nothing changed. Then say why.")}
          rows={4}
          most={2000}
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton name="button" value="finish" kind={isNextOn("outcome", of) ? undefined : "secondary"}>
            {again ? say("Save, and tell the groups") : say("Finish, and tell the groups")}
          </SubmitButton>
          <SubmitButton kind="secondary" name="button" value="try">
            {say("Send me a test email first")}
          </SubmitButton>
        </div>
      </Form>
    </>
  )
}
