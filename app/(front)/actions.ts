"use server"

import { cookies } from "next/headers"
import { z } from "zod"
import { signOut } from "@/app/_http/auth"
import { ourCookie, SESSION_COOKIE } from "@/app/_http/cookies"
import { roleCookie, signedIn } from "@/app/_http/session"
import { submitOutside } from "@/app/_http/submit"
import { sameAddress } from "@/lib/address"
import { SignedOut } from "@/lib/errors"
import { wordsSaid } from "@/lib/input"
import { endSession, ourPath, sendSignInLink } from "@/lib/sign-in/commands"
import { hashed, isDemoOnly } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"

/** In a demo the link is shown on the page, through this cookie; never where there is a real LIO or a way to send email. */
const DEMO_LINK = "trellis-demo-link"

const askForLink = z.object({
  email: wordsSaid(say("Enter your email address")),
  next: z.string().default("/"),
})

/** Sends a sign-in link; the answer is the same whether the address is known. */
export const askForLinkForm = submitOutside(askForLink, async ({ email, next }, { from }) => {
  const address = sameAddress(email)
  const url = await sendSignInLink(address, from, ourPath(next))
  if (await isDemoOnly()) {
    const jar = await cookies()
    jar.set(DEMO_LINK, url ?? "unknown", { ...ourCookie("/sign-in"), maxAge: 20 * 60 })
  }
  return "/sign-in/sent"
})

/** Signs this browser out. */
export const signOutForm = submitOutside(z.object({}), async () => {
  await signOut({ redirect: false })
  return "/"
})

/** Signs another browser out. */
export const endSessionForm = submitOutside(
  z.object({ session: z.string().min(10) }),
  async ({ session }) => {
    const who = await signedIn()
    if (!who) throw new SignedOut(say("Sign in to continue."))
    await endSession(who.accountId, session)
    const jar = await cookies()
    return session === hashed(jar.get(SESSION_COOKIE)?.value ?? "") ? "/" : "/account"
  },
)

/** Puts on another hat in one LIO: as staff, for one's group or as a representative. The door decides what each may do. */
export const switchRoleForm = submitOutside(
  z.object({
    lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
    hat: z.enum(["staff", "member", "representative"]),
  }),
  async ({ lio, hat }) => {
    const jar = await cookies()
    jar.set(roleCookie(lio), hat, { ...ourCookie("/"), maxAge: 90 * 86_400 })
    return `/${lio}/home`
  },
)
