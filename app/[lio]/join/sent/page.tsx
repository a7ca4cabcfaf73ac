import { type PageProps, visitPublic } from "@/app/_http/visit"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"

/** After a request to join: what happens next. */
export default async function JoinSentPage(props: PageProps) {
  const lio = await visitPublic(props, getFace)
  return (
    <PublicFrame lio={lio} title={say("Thank you")}>
      <h1>{say("Thank you. Your request is with us.")}</h1>
      <p className="max-w-2xl text-lg">
        {say(
          "We have sent you an email that says so. Somebody at {lio} looks at it in the next few days, and writes to you again.",
          { lio: lio.name },
        )}
      </p>
      <p className="max-w-2xl">{say("No email? Look in your junk folder, or ask us.")}</p>
      <p>
        <a href={`/${lio.slug}`}>{say("Back to {lio}", { lio: lio.name })}</a>
      </p>
    </PublicFrame>
  )
}
