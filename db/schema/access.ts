import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { moment } from "./columns"
import { lios } from "./lios"

/** A human who signs in, over all LIOs. Reached by the sign-in role only. */
export const accounts = pgTable("accounts", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name"),
  email: text("email").notNull().unique(),
  emailVerified: moment("email_verified"),
  image: text("image"),
  /** When it was first shown that whoever signs in reads what is sent to the address, or was let in by the operator. */
  confirmedAt: moment("confirmed_at"),
})

/** Other ways in (OpenID Connect), as the adapter of next-auth keeps them. */
export const authProviders = pgTable(
  "auth_providers",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerAccountId] }),
    index("auth_providers_user").on(t.userId),
  ],
)

/** A signed-in browser. */
export const authSessions = pgTable(
  "auth_sessions",
  {
    sessionToken: text("session_token").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    expires: moment("expires").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    device: text("device"),
  },
  (t) => [index("auth_sessions_user").on(t.userId)],
)

/** An emailed sign-in link that was not used yet; the token is stored hashed. */
export const signInTokens = pgTable(
  "sign_in_tokens",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expires: moment("expires").notNull(),
    /** Using it shows that the address is right. Not so for the link that follows on from the set-up code. */
    confirms: boolean("confirms").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.token] })],
)

/** Which LIOs an address may enter. Kept by a trigger on people, staff and roles; holds no other fact. */
export const lioAccess = pgTable(
  "lio_access",
  {
    email: text("email").notNull(),
    lioId: uuid("lio_id")
      .notNull()
      .references(() => lios.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.email, t.lioId] })],
)

/** Counters of the rate limiter, keyed by what is limited. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: moment("expire"),
})
