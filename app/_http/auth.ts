import "server-only"
import { randomBytes } from "node:crypto"
import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { headers } from "next/headers"
import NextAuth from "next-auth"
import type { Adapter } from "next-auth/adapters"
import { authDatabase } from "@/db/client"
import { accounts, authProviders, authSessions, signInTokens } from "@/db/schema"
import { sayAway } from "@/lib/access/away"
import { confirmAddress, LINK_MINUTES, sendSignInLink } from "@/lib/sign-in/commands"
import { hashed, listLioAccess } from "@/lib/sign-in/queries"
import { deviceInWords } from "@/lib/sign-in/words"
import { ourCookie, SESSION_COOKIE } from "./cookies"

const SESSION_DAYS = 90

/** Sessions are found by a hash of their token, so that the table lets nobody in. */
function adapter(): Adapter {
  const drizzle = DrizzleAdapter(authDatabase(), {
    usersTable: accounts,
    accountsTable: authProviders,
    sessionsTable: authSessions,
    verificationTokensTable: signInTokens,
  })
  const { createUser, updateUser, useVerificationToken, getUserByEmail } = drizzle
  const { createSession, getSessionAndUser, updateSession, deleteSession } = drizzle
  if (
    !createUser ||
    !updateUser ||
    !useVerificationToken ||
    !getUserByEmail ||
    !createSession ||
    !getSessionAndUser ||
    !updateSession ||
    !deleteSession
  )
    throw new Error("The adapter keeps no sessions.")
  // An adapter is made for each request: of the link by which somebody signs in.
  let confirms = false
  const confirmed = async <User extends { id: string }>(user: User) => {
    if (confirms) await confirmAddress(user.id)
    return user
  }
  const adapter: Adapter = {
    ...drizzle,
    // Somebody's first sign-in, in two browsers at once, makes one account.
    createUser: async (user) => {
      try {
        return await confirmed(await createUser(user))
      } catch (error) {
        const there = await getUserByEmail(user.email)
        if (there) return confirmed(there)
        throw error
      }
    },
    updateUser: async (user) => confirmed(await updateUser(user)),
    useVerificationToken: async (asked) => {
      const used = (await useVerificationToken(asked)) as typeof signInTokens.$inferSelect | null
      confirms = used?.confirms ?? false
      return used
    },
    createSession: async (session) => {
      const device = deviceInWords((await headers()).get("user-agent"))
      const row = { ...session, sessionToken: hashed(session.sessionToken), device }
      await createSession(row)
      return session
    },
    getSessionAndUser: async (token) => {
      const found = await getSessionAndUser(hashed(token))
      return found && { ...found, session: { ...found.session, sessionToken: token } }
    },
    updateSession: (session) => updateSession({ ...session, sessionToken: hashed(session.sessionToken) }),
    deleteSession: (token) => deleteSession(hashed(token)),
  }
  return Object.fromEntries(Object.entries(adapter).map(([name, work]) => [name, saying(work)])) as Adapter
}

/** The same work, which says so when the records cannot be reached. */
const saying =
  (work: unknown) =>
  async (...given: unknown[]) => {
    try {
      return await (work as (...given: unknown[]) => unknown)(...given)
    } catch (error) {
      throw sayAway(error)
    }
  }

/** next-auth: turns a pressed sign-in link into a session, and ends it again. Links are made by lib/sign-in. */
export const { handlers, signOut } = NextAuth(() => {
  const secure = process.env.APP_URL?.startsWith("https://") ?? false
  return {
    adapter: adapter(),
    secret: process.env.AUTH_SECRET,
    trustHost: true,
    basePath: "/api/auth",
    session: {
      strategy: "database",
      maxAge: SESSION_DAYS * 86_400,
      updateAge: 86_400,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: SESSION_COOKIE, options: ourCookie("/") },
    },
    pages: { signIn: "/sign-in", error: "/sign-in/problem", verifyRequest: "/sign-in/sent" },
    providers: [
      {
        id: "email",
        type: "email",
        name: "Email",
        maxAge: LINK_MINUTES * 60,
        sendVerificationRequest: async ({ identifier }) => {
          await sendSignInLink(identifier, "next-auth")
        },
      },
    ],
    callbacks: {
      signIn: async ({ user, email }) => {
        if (email?.verificationRequest) return false
        return Boolean(user.email && (await listLioAccess(user.email)).length > 0)
      },
      session: ({ session }) => ({ expires: session.expires, user: { email: session.user.email } }),
    },
  }
})
