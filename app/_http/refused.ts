import { z } from "zod"
import { NotAllowed, NotFound, RuleBroken, SignedOut, WentUp } from "@/lib/errors"
import { say } from "@/lib/words"
import { pathAsked, signInFor, thingOf } from "./address"
import { json, leadTo, text } from "./answers"
import type { Asked, Way } from "./asked"
import { toldAs } from "./told"

/** More was sent than may be. */
export class TooMuch extends RuleBroken {
  override name = "TooMuch"
}
/** It was sent more often than may be. */
export class TooOften extends RuleBroken {
  override name = "TooOften"
}

/** What each refusal is in HTTP; the first that fits. */
const STATUS = [
  [SignedOut, 401],
  [NotFound, 404],
  [NotAllowed, 403],
  [TooMuch, 413],
  [TooOften, 429],
  [RuleBroken, 400],
  [z.ZodError, 400],
] as const

const UNREADABLE = say("This could not be read.")

/** Where somebody who is looking at pages is led instead of being told; null where there is nowhere. */
function insteadOf(refusal: Error, { request, params, query }: Asked, way: Way): Response | null {
  const { pathname, search } = new URL(request.url)
  const path = pathAsked(request.headers, pathname + search)
  const back = way.back?.(params, query)
  if (refusal instanceof SignedOut) return leadTo(signInFor(back ?? path))
  if (refusal instanceof WentUp) return leadTo(path.replace(refusal.id, refusal.into))
  if (!(refusal instanceof RuleBroken)) return null
  if (back) return leadTo(back, { problem: toldAs(refusal.message) })
  const thing = thingOf(path)
  return thing ? leadTo(thing) : null
}

/** An empty page with this status; the front puts a whole one of ours in its place (bin/front). */
const emptyPage = (status: number) =>
  new Response("", { status, headers: { "content-type": "text/html; charset=utf-8" } })

/**
 * The answer to a refusal: `{message}` for a program; sign-in, the form's page or the thing's page for a person, else a
 * page or a line of text. Whatever is no refusal is thrown on.
 */
export function refused(refusal: unknown, request: Asked, way: Way): Response {
  const status = STATUS.find(([kind]) => refusal instanceof kind)?.[1]
  if (!status || !(refusal instanceof Error)) throw refusal
  const message = refusal instanceof z.ZodError ? UNREADABLE : refusal.message
  if (way.says === "json") return json({ message }, status)
  const instead = insteadOf(refusal, request, way)
  if (instead) return instead
  const looking = /text\/html/.test(request.request.headers.get("accept") ?? "")
  return looking && (status === 403 || status === 404) ? emptyPage(status) : text(message, status)
}
