import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Static } from "@/app/_ui/static"
import { getHome } from "@/lib/home/queries"
import { say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { NoMailYet } from "../_parts/no-mail-yet"
import { MemberHome } from "./_parts/member-home"
import { StaffHome } from "./_parts/staff-home"

/** The first page after sign-in: what waits for you. */
export default async function Home(props: PageProps) {
  const [frame, home] = await visit(props, async (ctx) =>
    ctx.actor.kind === "representative" ? null : getHome(ctx),
  )
  const lio = frame.lio.slug
  if (!home) redirect(`/${lio}/representing`)
  return (
    <Frame {...frame} title={home.kind === "staff" ? say("Today") : say("Home")} at="home">
      <h1>{home.kind === "staff" ? say("Today") : say("What’s waiting for you")}</h1>
      {home.kind === "staff" ? (
        <>
          <NoMailYet />
          <StaffHome lio={lio} home={home} />
        </>
      ) : (
        <Static>
          <MemberHome lio={lio} home={home} />
        </Static>
      )}
    </Frame>
  )
}
