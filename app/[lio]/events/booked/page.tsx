import { isId } from "@/app/_http/address"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { listAlso } from "@/lib/events/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { AlsoForYou } from "../_parts/also-for-you"

/** Says what came of a booking. Public. */
export default async function BookedPage(props: PageProps) {
  const { face, waiting, also } = await visitPublic(props, async (ctx, _, query) => ({
    face: await getFace(ctx),
    also: typeof query.event === "string" && isId(query.event) ? await listAlso(ctx, query.event) : [],
    waiting: query.as === "waiting",
  }))
  const title = waiting ? say("You’re on the waiting list") : say("You’re booked")
  return (
    <PublicFrame lio={face} title={title}>
      <h1>{title}</h1>
      <p className="max-w-2xl text-lg">
        {waiting
          ? say(
              "Not everyone got a place. We’ve emailed you to say who did, and we’ll write again as soon as a place becomes free.",
            )
          : say("We’ve emailed you a confirmation. It has a link to change or cancel your booking.")}
      </p>
      <p className="max-w-2xl">
        {say(
          "If there’s no email within a few minutes, look in your spam folder, or get in touch with {name}.",
          {
            name: face.name,
          },
        )}
      </p>
      <AlsoForYou lio={face.slug} dates={also} />
      <p>
        <ButtonLink href={`/${face.slug}/events`} kind="secondary">
          {say("See other events")}
        </ButtonLink>
      </p>
    </PublicFrame>
  )
}
