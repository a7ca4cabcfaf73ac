import "server-only"
import { cookies } from "next/headers"
import { cache } from "react"
import type { Ctx } from "@/lib/access/ctx"
import { asGuest, asPerson, type Hat } from "@/lib/access/doors"
import { readLink } from "@/lib/access/links"
import { NotFound, SignedOut } from "@/lib/errors"
import { whoIs } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"
import { SESSION_COOKIE } from "./cookies"

/** Which hat is worn in an LIO by whoever has several: "member", "representative" or nothing. */
export const roleCookie = (lio: string) => `trellis-hat-${lio}`
/** The hat that a cookie names, where it isn’t the usual one. */
export const hatIn = (value: string | undefined): Hat | undefined =>
  value === "member" || value === "representative" ? value : undefined
/** The token of an emailed link, set on pressing its button; its path is the consultation's. */
export const GUEST_COOKIE = "trellis-answer"

/** Who is signed in with this browser, or null. */
export const signedIn = cache(async () => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value
  return token ? whoIs(token) : null
})

/** Who is here by an emailed link to a consultation that still holds: a person, or the own address of groups. */
export async function linkedHere(): Promise<string | null> {
  const token = (await cookies()).get(GUEST_COOKIE)?.value
  const link = token ? readLink(token, "answer") : null
  return link && (link.person || link.to || null)
}

/**
 * `links`: opens also to somebody who is here by an emailed link, and not signed in. `reads`: nothing is written, and all is
 * read as of one moment; whatever writes has the `patience` of a save.
 */
export type Entering = { links?: boolean; reads?: boolean; patience?: "save" }

/** Opens the door of an LIO for whoever is signed in; for somebody here by an emailed link only where links are taken. */
export async function enter<T>(
  lio: string,
  work: (ctx: Ctx) => Promise<T>,
  { links, ...opening }: Entering = {},
): Promise<T> {
  const jar = await cookies()
  const guest = links ? jar.get(GUEST_COOKIE)?.value : undefined
  const who = await signedIn()
  if (!who) {
    if (guest) return asGuest(lio, guest, work, opening)
    throw new SignedOut(say("Sign in to continue."))
  }
  const hat = hatIn(jar.get(roleCookie(lio))?.value)
  let opened = false
  try {
    return await asPerson(
      lio,
      { email: who.email, hat, since: who.since },
      (ctx) => {
        opened = true
        return work(ctx)
      },
      opening,
    )
  } catch (refusal) {
    if (!opened && refusal instanceof NotFound && guest) return asGuest(lio, guest, work, opening)
    throw refusal
  }
}
