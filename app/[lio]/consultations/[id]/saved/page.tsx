import { type PageProps, visitByLink } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Frame } from "@/app/[lio]/_parts/frame"
import { AboutAnswer } from "@/app/[lio]/consultations/_parts/about-answer"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { personOf } from "@/lib/access/ctx"
import { changedSince, countAnswered, shownIn } from "@/lib/consultations/answering/queries"
import { formatLongDate, formatMoment, formatTime, say, sayCount } from "@/lib/words"
import { responseAt } from "../../_parts/chosen-language"
import { ChooseGroup } from "../_parts/choose-group"

/** After "Save and come back later": what is kept, and how to come back. */
export default async function SavedPage(props: PageProps) {
  const [frame, { consultation, yours, answering, languages, group, email }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await responseAt(ctx, query, params)),
      group: groupIn(query),
      email: personOf(ctx.actor)?.email,
    }),
  )
  const { id, closesAt, title } = consultation
  if (!answering)
    return (
      <ChooseGroup
        frame={frame}
        consultation={consultation}
        groups={yours}
        tongue={languages.tongue}
        page="saved"
      />
    )
  const heading = countAnswered(answering) > 0 ? say("Your answers are saved") : say("Nothing to save yet")
  return (
    <Frame {...frame} title={heading} at="consultations">
      <h1>{heading}</h1>
      <AboutAnswer title={title} group={answering.group.name} tongue={languages.tongue} />
      <p>
        {sayCount(
          shownIn(answering).length,
          {
            one: "{answering} of {count} question answered.",
            other: "{answering} of {count} questions answered.",
          },
          { answering: countAnswered(answering) },
        )}{" "}
        {answering.sent
          ? sayCount(
              changedSince(answering).length,
              {
                one: "{count} answer changed since you sent it on {signedOffAt}. What was sent counts until it is sent again.",
                other:
                  "{count} answers changed since you sent it on {signedOffAt}. What was sent counts until it is sent again.",
              },
              { signedOffAt: formatMoment(answering.sent.signedOffAt) },
            )
          : say("Nothing has been sent yet.")}
      </p>
      <p>
        {email
          ? `${say("We have emailed a link to {email}. It leads back to your answers.", { email })} `
          : ""}
        {closesAt
          ? say("Please send the answers by {closesAt} at {time}.", {
              closesAt: formatLongDate(closesAt),
              time: formatTime(closesAt),
            })
          : ""}
      </p>
      <p>
        <ButtonLink href={addressOf(frame.lio.slug, id, "answer", { group })} kind="secondary">
          {say("Continue now")}
        </ButtonLink>
      </p>
    </Frame>
  )
}
