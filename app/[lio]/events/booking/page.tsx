import { notFound } from "next/navigation"
import { type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { asPublic } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { byBookingLink } from "@/lib/events/booking/queries"
import { getOwnFeedback, mayJudge } from "@/lib/events/feedback/queries"
import { listMaterials } from "@/lib/events/materials/queries"
import { listAlso } from "@/lib/events/queries"
import { getFace } from "@/lib/lios/look/queries"
import { formatSize, say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { AlsoForYou } from "../_parts/also-for-you"
import { FeedbackForm } from "../_parts/feedback-form"
import { YourPlaces } from "../_parts/your-places"
import { sayNeedsByLinkForm } from "../actions"

/** Where the link of a booking leads. Opening it changes nothing; the buttons do. */
export default async function BookingPage(props: PageProps) {
  const [{ lio = "" }, query] = await Promise.all([props.params, props.searchParams])
  const key = typeof query.key === "string" ? query.key : ""
  const held = await byBookingLink({ lio, key }, async (ctx, party) => ({
    party,
    materials: await listMaterials(ctx, party),
    judges: mayJudge(ctx, party),
    also: await listAlso(ctx, party.eventId),
    own: await getOwnFeedback(ctx, party),
    now: ctx.now,
  })).catch((refusal) =>
    refusal instanceof SignedOut || refusal instanceof NotFound ? null : refuse(refusal),
  )
  const face = await asPublic(lio, getFace).catch(() => notFound())
  if (!held)
    return (
      <PublicFrame lio={face} title={say("This link has expired")}>
        <h1>{say("This link has expired")}</h1>
        <p className="max-w-2xl">
          {say("Use the link in our latest email about the event, or get in touch with {name}.", {
            name: face.name,
          })}
        </p>
      </PublicFrame>
    )
  const { party, materials, judges, own, also, now } = held
  const coming = party.startsAt > now && !party.cancelledAt
  return (
    <PublicFrame lio={face} title={say("Your booking: {title}", { title: party.title })}>
      {query.saved === "yes" ? <Banner>{say("Saved. Thank you for telling us.")}</Banner> : null}
      <h1>{say("Your booking: {title}", { title: party.title })}</h1>
      <YourPlaces {...{ lio, token: key, party, coming }} />
      {judges && own.questions.length > 0 ? <FeedbackForm lio={lio} token={key} own={own} /> : null}
      {materials.length > 0 ? (
        <section aria-labelledby="materials">
          <h2 id="materials">{say("To read and keep")}</h2>
          <ul>
            {materials.map(({ id, name, size }) => (
              <li key={id}>
                <a href={`/${lio}/events/booking/material/${id}?${new URLSearchParams({ key })}`}>{name}</a>{" "}
                {formatSize(size)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {coming ? (
        <>
          <h2>{say("What you need to take part")}</h2>
          <Form
            action={sayNeedsByLinkForm}
            submit={say("Save what you need")}
            kind="secondary"
            values={{ access: party.access, food: party.food }}
            className="max-w-2xl"
            id="needs"
          >
            <input type="hidden" name="lio" value={lio} />
            <input type="hidden" name="key" value={key} />
            <TextField
              name="access"
              label={say("Is there anything you need to take part?")}
              hint={say("Such as a hearing loop, step-free access or large print")}
              optional
            />
            <TextField name="food" label={say("Is there anything you can’t eat?")} optional />
          </Form>
        </>
      ) : null}
      <AlsoForYou lio={lio} dates={also} />
    </PublicFrame>
  )
}
