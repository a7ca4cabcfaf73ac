import "server-only"
import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { authDatabase } from "@/db/client"
import { available } from "../access/away"

/** How a browser is known: `since` is when it signed in, `lioCount` in how many LIOs the address is known. */
export type SignedIn = { accountId: string; email: string; since: Date; lioCount: number }

/** Tokens are kept hashed: reading the table lets nobody in. */
export const hashed = (token: string) => createHash("sha256").update(token).digest("hex")

/** Who a session token belongs to, or null when it has ended. */
export async function whoIs(sessionToken: string): Promise<SignedIn | null> {
  const [row] = await available(() =>
    authDatabase().execute<{ id: string; email: string; since: string; lioCount: number }>(sql`
    select a.id, a.email, s.created_at as since, (select count(*)::int from lio_access h where h.email = a.email) as "lioCount"
    from auth_sessions s join accounts a on a.id = s.user_id
    where s.session_token = ${hashed(sessionToken)} and s.expires > now()`),
  )
  return row
    ? { accountId: row.id, email: row.email, since: new Date(row.since), lioCount: row.lioCount }
    : null
}

/** The LIOs an address may enter. */
export async function listLioAccess(email: string) {
  const rows = await available(() =>
    authDatabase().execute<{ slug: string; name: string }>(sql`
    select l.slug, l.name from lio_access h join lios l on l.id = h.lio_id where h.email = ${email} order by l.name`),
  )
  return [...rows]
}

/** Whether no email leaves this computer: letters go into a folder. */
export const hasNoMail = () => (process.env.EMAIL_URL ?? "outbox:").startsWith("outbox:")

/** Whether emails of real people stay in a folder here; not in a demo, where that is meant. */
export const keepsEmailHere = async () => hasNoMail() && !(await isDemoOnly())

/** Whether this is a demo and nothing else: no email leaves it, and no real LIO stands beside the ones of the story. */
export async function isDemoOnly(): Promise<boolean> {
  if (!hasNoMail() || process.env.DEMO === "0") return false
  const [row] = await available(() =>
    authDatabase().execute<{ only: boolean }>(sql`select coalesce(bool_and(demo), false) as only from lios`),
  )
  return row?.only ?? false
}

/** Whether whoever signs in with an address has shown that it is right. */
export async function isConfirmed(email: string): Promise<boolean> {
  const [row] = await available(() =>
    authDatabase().execute<{ yes: boolean }>(
      sql`select exists (select from accounts where email = ${email} and confirmed_at is not null) as yes`,
    ),
  )
  return row?.yes ?? false
}

/** Whether there is any LIO in this installation. */
export async function hasLios(): Promise<boolean> {
  const [row] = await available(() =>
    authDatabase().execute<{ any: boolean }>(sql`select exists (select from lios) as any`),
  )
  return row?.any ?? false
}

/** When each of these addresses last signed in, for those that ever did. */
export async function lastSignIns(emails: string[]): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map()
  const rows = await authDatabase().execute<{ email: string; at: string }>(sql`
    select email, email_verified as at from accounts
    where email = any (${sql.param(emails)}::text[]) and email_verified is not null`)
  return new Map([...rows].map(({ email, at }) => [email, new Date(at)]))
}

/** The browsers an account is signed in with; `id` is what `endSession` takes. */
export async function listSessions(accountId: string) {
  const rows = await authDatabase().execute<{ id: string; since: string; device: string | null }>(sql`
    select session_token as id, created_at as since, device from auth_sessions
    where user_id = ${accountId} and expires > now() order by created_at desc`)
  return [...rows].map((row) => ({ ...row, since: new Date(row.since) }))
}
