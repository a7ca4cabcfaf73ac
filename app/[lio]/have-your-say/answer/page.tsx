import { notFound } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Form } from "@/app/_ui/form"
import { asPublic } from "@/lib/access/doors"
import { severalFields } from "@/lib/consultations/answering/several/input"
import { byIndividualLink } from "@/lib/consultations/individuals/queries"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { formatMoment, say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { Questions } from "../_parts/questions"
import { confirmByLinkForm } from "../actions"

/** Where the link in somebody's email leads: what they said, to confirm or change. Opening it changes nothing. */
export default async function OwnAnswersPage(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const key = typeof query.key === "string" ? query.key : ""
  const held = await byIndividualLink({ lio, key }, async (ctx, own) => ({
    own,
    zone: ctx.lio.timezone,
  })).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  if (!held?.own.open)
    return (
      <PublicFrame lio={face} title={say("This link doesn’t work any more")}>
        <h1>{say("This link doesn’t work any more")}</h1>
        <p className="max-w-2xl">
          {say(
            "If the questions have closed, answers can’t be changed any more: what you confirmed is counted, and your email address has been deleted. If they’re still open, part of the link was lost: press it in our email once more.",
          )}
        </p>
      </PublicFrame>
    )
  const { consultation, questions, said, counted } = held.own
  const closes = formatMoment(consultation.closesAt, held.zone)
  return (
    <PublicFrame lio={face} title={consultation.title}>
      {query.saved === "yes" ? (
        <Banner>
          {say("Thank you. Your answers are counted. You can change them until {closes}.", { closes })}
        </Banner>
      ) : null}
      <h1>{consultation.title}</h1>
      {counted ? null : (
        <Banner kind="note">{say("Your answers don’t count yet. Read them and confirm them below.")}</Banner>
      )}
      <Form
        action={confirmByLinkForm}
        submit={counted ? say("Save changes") : say("Confirm my answers")}
        values={severalFields(questions, said)}
        className="max-w-2xl"
        id="confirm"
      >
        <input type="hidden" name="lio" value={lio} />
        <input type="hidden" name="key" value={key} />
        <Questions questions={questions} />
      </Form>
    </PublicFrame>
  )
}
