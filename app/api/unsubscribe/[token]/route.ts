import { stopOrNot } from "@/lib/email/preferences/commands"
import { byLink, byLinkInEach } from "@/lib/email/preferences/queries"
import { NotFound } from "@/lib/errors"

type Where = { params: Promise<{ token: string }> }

const said = (text: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  })

async function answer(where: Where, work: (token: string) => Promise<Response>) {
  try {
    return await work((await where.params).token)
  } catch (refusal) {
    if (refusal instanceof NotFound) return said(refusal.message, 404)
    throw refusal
  }
}

/** One-click unsubscribe (RFC 8058): a mail program posts here, without cookies; whatever the body says, the token decides. */
export function POST(_request: Request, where: Where) {
  return answer(where, async (token) => {
    await byLinkInEach({ token, purpose: "unsubscribe" }, (ctx, { personId, about }) =>
      stopOrNot(ctx, personId, about ?? "digest", "stop"),
    )
    return said("You will not get these emails any more.")
  })
}

/** Looking stops nothing, as mail scanners look at every link: it leads to the page with the button. */
export function GET(_request: Request, where: Where) {
  return answer(where, async (token) => {
    const lio = await byLink({ token, purpose: "unsubscribe" }, async (ctx) => ctx.lio.slug)
    return said("", 303, { location: `/${lio}/unsubscribe?${new URLSearchParams({ token })}` })
  })
}
