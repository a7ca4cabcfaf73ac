import { type PageProps, visitPublic } from "@/app/_http/visit"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"

/** After somebody has told the LIO about their group: what happens next. */
export default async function TellUsSent(props: PageProps) {
  const lio = await visitPublic(props, getFace)
  return (
    <PublicFrame lio={lio} title={say("Thank you")}>
      <h1>{say("Thank you. We’ve got your message.")}</h1>
      <p className="max-w-2xl text-lg">
        {say("Somebody at {lio} will read it and get in touch with you in the next few days.", {
          lio: lio.name,
        })}
      </p>
      <p>
        <a href="/guides">{say("In the meantime, read our guides")}</a>
      </p>
      <p>
        <a href={`/${lio.slug}`}>{say("Back to {lio}", { lio: lio.name })}</a>
      </p>
    </PublicFrame>
  )
}
