import "server-only"
import { createHash, randomBytes } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { authDatabase } from "@/db/client"
import { signInTokens } from "@/db/schema"
import { available } from "../access/away"
import type { Ctx } from "../access/ctx"
import { asSystem } from "../access/doors"
import { countUse, networkOf, within } from "../access/limits/commands"
import { sameAddress } from "../address"
import { post } from "../email/commands"
import { RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { say } from "../words"
import { isDemoOnly, listLioAccess } from "./queries"

/** How long an emailed sign-in link works, in minutes. */
export const LINK_MINUTES = 20

const TOO_MANY = new RuleBroken(
  say("That is a lot of sign-in links in a short time. Wait a quarter of an hour and try again."),
  "email",
)

type LinkSaid = {
  /** Whether signing in by it shows that the address is right. */
  confirms?: boolean
}

/** A fresh sign-in link for a known address, kept hashed; null when nobody here has it. `next` is a path of ours. */
export async function makeSignInLink(
  text: string,
  next = "/",
  said: LinkSaid = {},
): Promise<{ url: string; email: string; lios: string[] } | null> {
  const email = sameAddress(text)
  const lios = await listLioAccess(email)
  if (lios.length === 0) return null
  return { url: await newLink(email, next, said), email, lios: lios.map((lio) => lio.slug) }
}

/** A link for an address that may enter an LIO, or is just being given to somebody who does: it opens nothing for others. */
async function newLink(email: string, next: string, { confirms = true }: LinkSaid = {}) {
  const token = randomBytes(32).toString("base64url")
  await authDatabase()
    .insert(signInTokens)
    .values({
      identifier: email,
      token: createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex"),
      expires: new Date(Date.now() + LINK_MINUTES * 60_000),
      confirms,
    })
  const query = new URLSearchParams({ token, email, next: ourPath(next) })
  return `${process.env.APP_URL}/sign-in/confirm?${query}`
}

/** Writes to an address of somebody in this LIO, so that they can show that it is theirs: signing in by the link does. */
export async function sendToConfirm(ctx: Ctx, email: string, next: string): Promise<void> {
  await within(`confirm:${ctx.lio.id}`, 5, TOO_MANY)
  await post(ctx, {
    letter: "sign-in",
    stream: "service",
    to: { email },
    props: { url: await newLink(email, next), minutes: LINK_MINUTES, confirms: true },
  })
}

/** Notes that the address of an account is right. Whoever came in before that, without having shown it, is signed out. */
export async function confirmAddress(accountId: string) {
  await authDatabase().execute(sql`
    with first as (update accounts set confirmed_at = now() where id = ${accountId} and confirmed_at is null returning id)
    delete from auth_sessions s using first where s.user_id = first.id`)
}

/** Gives an account that was never confirmed another address, so that a slip can be put right by whoever made it. */
export async function correctAccount(from: string, to: string) {
  const taken = new RuleBroken(say("Somebody signs in with this address already."), "email")
  if ((await listLioAccess(to)).length > 0) throw taken
  const moved = await authDatabase().execute(sql`
    update accounts set email = ${to} where email = ${from} and confirmed_at is null
      and not exists (select from accounts where email = ${to}) returning id`)
  if (moved.length === 0) throw taken
}

/** However little there is to do, an answer takes this long in milliseconds: its time does not tell whether an address is known. */
const AT_LEAST = 200
/** Links that one address is sent in a quarter of an hour, whoever asks; those sent before still work. */
const MOST_LINKS = 10

/**
 * Sends a sign-in link, if the address is known; says nothing about whether it is. A stranger who asks for somebody
 * else's link again and again is refused, and the other is not: their own asks count apart, and every link that came
 * works. The link comes back for a demo only.
 */
export async function sendSignInLink(text: string, from: string, next = "/"): Promise<string | null> {
  const email = sameAddress(text)
  const network = networkOf(from)
  await within(`sign-in:${email}:${network}`, 5, TOO_MANY)
  await within(`sign-in-network:${network}`, 50, TOO_MANY)
  const [url] = await Promise.all([linkInTheMail(email, next), wait(AT_LEAST)])
  return url && (await isDemoOnly()) ? url : null
}

async function linkInTheMail(email: string, next: string) {
  if ((await countUse(`sign-in-address:${email}`)) > MOST_LINKS) return null
  const link = await makeSignInLink(email, next)
  const lio = link?.lios[0]
  if (!link || !lio) return null
  await asSystem(lio, (ctx) =>
    post(ctx, {
      letter: "sign-in",
      stream: "service",
      to: { email },
      props: { url: link.url, minutes: LINK_MINUTES },
    }),
  )
  return link.url
}

/** A link made on the command line by the operator; written to the log of every LIO it opens. */
export async function makeOperatorLink(text: string) {
  const link = await makeSignInLink(text)
  if (!link)
    throw new RuleBroken(
      say("Nobody here signs in as {text}. Check the address, or create an LIO with this manager.", { text }),
    )
  for (const lio of link.lios) {
    await asSystem(
      lio,
      (ctx) =>
        record(ctx, {
          what: "sign-in-link.made",
          subject: ["account", null],
          summary: say("Made a sign-in link for {email}", { email: link.email }),
          about: { email: link.email },
        }),
      { name: "Command line", via: "command" },
    )
  }
  return link.url
}

/** The first LIO of an installation with its manager, made by PostgreSQL only where there is none; null when there is one. */
export async function foundFirstLio(of: {
  slug: string
  name: string
  kind: string
  email: string
  manager: string
}): Promise<string | null> {
  const [made] = await available(() =>
    authDatabase().execute<{ id: string | null }>(sql`
    select found_first_lio(${of.slug}, ${of.name}, ${of.kind}, ${of.email}, ${of.manager}) as id`),
  )
  return made?.id ?? null
}

/** Signs one browser out. */
export async function endSession(accountId: string, id: string) {
  await authDatabase().execute(
    sql`delete from auth_sessions where user_id = ${accountId} and session_token = ${id}`,
  )
}

/** Signs an address out of every browser: when its rights change. */
export async function endSessionsOf(email: string) {
  await authDatabase().execute(
    sql`delete from auth_sessions s using accounts a where a.id = s.user_id and a.email = ${email}`,
  )
}

/** The path if it is one of ours, else the front page: a link can never lead away from here. */
export function ourPath(path: string) {
  return /^\/(?![/\\])/.test(path) && !/[\n\r\\]/.test(path) ? path : "/"
}
