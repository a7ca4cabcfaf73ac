import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Checkboxes } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getCodebook, nextToCode } from "@/lib/consultations/codebook/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { say } from "@/lib/words"
import { ConsultationFrame } from "../../../_parts/consultation-frame"
import { addressOf } from "../../../_parts/paths"
import { codeAgainForm } from "../codes/actions"

/** One passage after another to code by oneself, without seeing whose words they are or how others coded them. */
export default async function CodeAgain(props: PageProps) {
  const [frame, { of, entries, next, done, all }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    of: await getProgress(ctx, id),
    ...(await getCodebook(ctx, id)),
    ...(await nextToCode(ctx, id)),
  }))
  const lio = frame.lio.slug
  const at = addressOf(lio, of.consultation.id, "passages")
  return (
    <ConsultationFrame frame={frame} of={of} page="passages" title={say("Code on your own")}>
      <BackLink href={at}>{say("Reading")}</BackLink>
      <h2 className="mt-0">{say("Code on your own")}</h2>
      <p className="max-w-2xl">
        {say(
          "If two people code the same passages without seeing each other’s work, you can see how reliable the codes are. This doesn’t change the codes that passages already have.",
        )}
      </p>
      <p className="font-semibold">{say("You’ve coded {done} of {all} passages.", { done, all })}</p>
      {next && entries.length > 0 ? (
        <Form action={codeAgainForm} lio={lio} submit={say("Save and continue")} key={next.id}>
          <p className="mb-1 text-soft">{next.question}</p>
          <blockquote className="max-w-3xl">
            <p className="mb-0">{next.quote}</p>
          </blockquote>
          <HiddenField name="id" value={next.id} />
          <Checkboxes
            name="codeIds"
            legend={say("Which codes fit?")}
            hint={say("If none of them fits, leave them all unticked.")}
            options={entries.map(({ id, name, definition }) => ({
              value: id,
              label: name,
              ...(definition ? { hint: definition } : {}),
            }))}
          />
        </Form>
      ) : (
        <p>
          <ButtonLink href={`${at}/agreement`}>{say("See how far you agree")}</ButtonLink>
        </p>
      )}
    </ConsultationFrame>
  )
}
