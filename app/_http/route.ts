import "server-only"
import type { Ctx } from "@/lib/access/ctx"
import { asPublic } from "@/lib/access/doors"
import { within } from "@/lib/access/limits/commands"
import { found, NotAllowed, RuleBroken, SignedOut } from "@/lib/errors"
import { say } from "@/lib/words"
import { areIds } from "./address"
import { type Asked, askedOf, type Way, type Where } from "./asked"
import { isOurs } from "./origin"
import { refused, TooMuch, TooOften } from "./refused"
import { enter, linkedHere, signedIn } from "./session"

/** Through a door: reads what was sent (outside the transaction), does one piece of work in it, answers after it. */
type Through<I, R> = Way & {
  /** The LIO, where the address does not begin with it. */
  lio?: (request: Asked) => string
  /** Takes whoever is here by an emailed link to a consultation, too. */
  links?: true
  /** What was sent; throws a refusal when it cannot be. */
  input?: (request: Asked) => I | Promise<I>
  work: (ctx: Ctx, input: I, request: Asked) => Promise<R>
  answer: (result: R, request: Asked) => Response | Promise<Response>
}

type Handler = (request: Request, where?: Where) => Promise<Response>

const ELSEWHERE = say("This form came from another site.")
const LONG = say("This is longer than it may be.")
const OFTEN = say("This was sent very often in a short time. Wait a quarter of an hour, then try again.")
const READS = new Set(["GET", "HEAD"])

/** Whatever must be true before anything that was sent is read. */
function admit({ request, params }: Asked, way: Way) {
  if (!READS.has(request.method) && !way.proven && !isOurs(request)) throw new NotAllowed(ELSEWHERE)
  found(areIds(params) || null)
  if (way.most !== undefined && Number(request.headers.get("content-length") ?? 0) > way.most)
    throw new TooMuch(way.tooMuch ?? LONG)
}

/** Answers are for whoever asked and kept nowhere, unless they say otherwise; none is taken for what it does not say it is. */
function dressed(answer: Response, { headers = {} }: Way): Response {
  answer.headers.set("x-content-type-options", "nosniff")
  if (!answer.headers.has("cache-control")) answer.headers.set("cache-control", "private, no-store")
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}

/**
 * How a route outside any LIO answers (health, webhooks, links from letters). Whatever writes comes from a page of ours,
 * unless it is `proven`.
 */
export function routeOutside(way: Way, answer: (request: Asked) => Response | Promise<Response>): Handler {
  return async (request, where) => {
    const requested = await askedOf(request, where)
    try {
      admit(requested, way)
      return dressed(await answer(requested), way)
    } catch (refusal) {
      return dressed(refused(refusal, requested, way), way)
    }
  }
}

/** Whoever writes is signed in, or here by a link where links are taken, before anything is read, and within the limit. */
async function mayWrite({ request }: Asked, { uses }: Way, links = false) {
  if (READS.has(request.method)) return
  const who = (await signedIn())?.email ?? (links ? await linkedHere() : null)
  if (!who) throw new SignedOut(say("Sign in to continue."))
  const path = new URL(request.url).pathname
  if (uses !== undefined) await within(`${path} ${who}`, uses, new TooOften(OFTEN))
}

/** How a route of an LIO answers whoever is signed in: through one door, as `visit` reads and `submit` writes. */
export function route<R, I = undefined>({ lio, links, input, work, answer, ...way }: Through<I, R>): Handler {
  return routeOutside(way, async (requested) => {
    await mayWrite(requested, way, links)
    const given = (await input?.(requested)) as I
    const reads = READS.has(requested.request.method)
    const result = await enter(
      lio?.(requested) ?? requested.params.lio ?? "",
      (ctx) => work(ctx, given, requested),
      reads ? { links, reads } : { links, patience: "save" },
    )
    return answer(result, requested)
  })
}

/** How a route that anybody may read answers: only what is published comes through this door. */
export function routePublic<R, I = undefined>({ lio, input, work, answer, ...way }: Through<I, R>): Handler {
  return routeOutside(way, async (requested) => {
    if (!READS.has(requested.request.method)) throw new RuleBroken(say("There is nothing to send here."))
    const given = (await input?.(requested)) as I
    const result = await asPublic(lio?.(requested) ?? requested.params.lio ?? "", (ctx) =>
      work(ctx, given, requested),
    )
    return answer(result, requested)
  })
}
