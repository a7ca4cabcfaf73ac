import "server-only"
import { cookies } from "next/headers"
import { cache } from "react"
import type { Ctx } from "@/lib/access/ctx"
import { asGuest, asPerson } from "@/lib/access/doors"
import { NotFound, SignedOut } from "@/lib/errors"
import { whoIs } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"
import { SESSION_COOKIE } from "./cookies"

/** Which hat is worn in an LIO by staff who also belong to a group: "member" or nothing. */
export const roleCookie = (lio: string) => `trellis-hat-${lio}`
/** The token of an emailed link, set on pressing its button; its path is the consultation's. */
export const GUEST_COOKIE = "trellis-answer"

/** Who is signed in with this browser, or null. */
export const signedIn = cache(async () => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value
  return token ? whoIs(token) : null
})

/**
 * `links`: opens also to somebody who is here by an emailed link, and not signed in. `patience`: how long PostgreSQL may
 * take; "save" for whatever writes.
 */
export type Entering = { links?: boolean; patience?: "page" | "save" }

/** Opens the door of an LIO for whoever is signed in; for somebody here by an emailed link only where links are taken. */
export async function enter<T>(
  lio: string,
  work: (ctx: Ctx) => Promise<T>,
  { links, patience }: Entering = {},
): Promise<T> {
  const jar = await cookies()
  const guest = links ? jar.get(GUEST_COOKIE)?.value : undefined
  const who = await signedIn()
  if (!who) {
    if (guest) return asGuest(lio, guest, work, { patience })
    throw new SignedOut(say("Sign in to continue."))
  }
  const hat = jar.get(roleCookie(lio))?.value === "member" ? "member" : undefined
  let opened = false
  try {
    return await asPerson(
      lio,
      { email: who.email, hat, since: who.since },
      (ctx) => {
        opened = true
        return work(ctx)
      },
      { patience },
    )
  } catch (refusal) {
    if (!opened && refusal instanceof NotFound && guest) return asGuest(lio, guest, work, { patience })
    throw refusal
  }
}
