import { leadTo, text } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"
import { stopOrNot } from "@/lib/email/preferences/commands"
import { byLink, byLinkInEach } from "@/lib/email/preferences/queries"
import { say } from "@/lib/words"

/** One-click unsubscribe (RFC 8058): a mail program posts here, without cookies; whatever the body says, the token decides. */
export const POST = routeOutside({ proven: true }, async ({ params: { token = "" } }) => {
  await byLinkInEach({ token, purpose: "unsubscribe" }, (ctx, { personId, about }) =>
    stopOrNot(ctx, personId, about ?? "digest", "stop"),
  )
  return text(say("You will not get these emails any more."))
})

/** Looking stops nothing, as mail scanners look at every link: it leads to the page with the button. */
export const GET = routeOutside({}, async ({ params: { token = "" } }) => {
  const lio = await byLink({ token, purpose: "unsubscribe" }, async (ctx) => ctx.lio.slug)
  return leadTo(`/${lio}/unsubscribe`, { token })
})
