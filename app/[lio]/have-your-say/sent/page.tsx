import { type PageProps, visitPublic } from "@/app/_http/visit"
import { BackLink } from "@/app/_ui/links"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"

/** What comes next after somebody has answered for themselves. Public. */
export default async function AnswerSent(props: PageProps) {
  const face = await visitPublic(props, getFace)
  return (
    <PublicFrame lio={face} title={say("Look in your email")}>
      <BackLink href={`/${face.slug}`}>{face.name}</BackLink>
      <h1>{say("One more step: look in your email")}</h1>
      <p className="max-w-2xl">
        {say(
          "We’ve sent you a link. Your answers count once you’ve pressed it and confirmed them. If nothing has come in a quarter of an hour, look among your junk email, or send your answers again.",
        )}
      </p>
    </PublicFrame>
  )
}
