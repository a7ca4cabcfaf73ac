import "server-only"
import { sql } from "drizzle-orm"
import { appDatabase, type Database, putAway, type Tx } from "@/db/client"
import { NotFound, SignedOut, Unavailable } from "../errors"
import { requestNotes } from "../request"
import { dayOf, say } from "../words"
import { tellAudiences, tellEverything } from "./audiences"
import { isCut, isLost, sayAway } from "./away"
import type { Actor, Ctx, Lio, Outside, Spoken, Via } from "./ctx"
import { type OneThing, readLink, type SignedLink } from "./links"
import { isHeld } from "./may"

type Work<T> = (ctx: Ctx) => Promise<T>
type Opening = { now?: Date; via?: Via; patience?: keyof typeof PATIENCE }

/** How long PostgreSQL may take over one statement, and wait for a lock, in milliseconds: a page, a save, work in the background. */
const PATIENCE = {
  page: { statement: 5_000, lock: 2_000 },
  save: { statement: 10_000, lock: 5_000 },
  job: { statement: 600_000, lock: 60_000 },
}
/** Whoever had to wait longer than this for a connection is told to come back, instead of being served too late. */
const QUEUE_MS = 8_000

/** How many times longer all of that may take: 1, unless the operator of a slow machine says more (DATABASE_PATIENCE). */
const slowness = () => Math.max(1, Number(process.env.DATABASE_PATIENCE) || 1)

type Found = Lio & { phone: string | null; email: string | null }

/** Tells PostgreSQL which LIO this transaction is for, and how long it may take; nothing when there is none of that name. */
async function setLio(tx: Tx, lio: string, { statement, lock }: { statement: number; lock: number }) {
  const times = slowness()
  if (!/^[a-z0-9-]{1,100}$/i.test(lio)) return undefined
  const [row] = await tx.execute<Found>(sql`
    select id, slug, name, kind, timezone, digest_weekday as "digestWeekday", phone, email, set_config('app.lio_id', id::text, true),
      set_config('statement_timeout', ${String(statement * times)}, true), set_config('lock_timeout', ${String(lock * times)}, true)
    from lios where ${/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(lio) ? sql`id = ${lio}` : sql`slug = ${lio}`}`)
  return row
}

type Door = { lio: string; who: (tx: Tx) => Promise<Actor>; opening: Opening & { via: Via } }

/** Opens the door once: `begun` tells when the work starts, before which nothing can have been written. */
async function tryOpen<T>(db: Database, { lio, who, opening }: Door, work: Work<T>, begun: () => void) {
  const started = Date.now()
  const patience = PATIENCE[opening.patience ?? (opening.via === "page" ? "page" : "job")]
  return db.transaction(async (tx) => {
    if (opening.via === "page" && Date.now() - started > QUEUE_MS * slowness())
      throw new Unavailable(say("Too many are asking."))
    // One after the other on one connection, and sent without waiting: who is asking is read once the LIO is set.
    const [row, actor] = await Promise.all([setLio(tx, lio, patience), who(tx)])
    if (!row) throw new NotFound(say("There is no such place."))
    const { id, slug, name, kind, timezone, digestWeekday, phone, email } = row
    requestNotes().lio = { name, slug, phone, email }
    begun()
    const now = opening.now ?? new Date()
    await tellAudiences(tx, actor)
    return work({
      lio: { id, slug, name, kind, timezone, digestWeekday },
      actor,
      tx,
      now,
      today: dayOf(now, timezone),
      via: opening.via === "page" && actor.kind === "member" ? "member" : opening.via,
    } as Ctx)
  })
}

/**
 * Opens a door. A connection that was lost before the work began, as after a restart of PostgreSQL, is tried once more
 * on another; what only reads is tried again whenever it was lost. Unavailable when the database is the trouble.
 */
async function open<T>(
  lio: string,
  who: (tx: Tx) => Promise<Actor>,
  opening: Opening & { via: Via },
  work: Work<T>,
) {
  const reads = opening.via === "page" && (opening.patience ?? "page") === "page"
  return twice(reads, (db, begun) => tryOpen(db, { lio, who, opening }, work, begun))
}

/** Tries something on a connection, and once more on another where that one was lost. */
async function twice<T>(reads: boolean, attempt: (db: Database, begun: () => void) => Promise<T>) {
  for (let last = false; ; last = true) {
    let begun = false
    const db = appDatabase()
    try {
      return await attempt(db, () => (begun = true))
    } catch (error) {
      if (isCut(error)) putAway(db)
      if (!last && isLost(error) && (reads || !begun)) continue
      throw sayAway(error)
    }
  }
}

type Known = {
  personId: string
  name: string
  email: string
  level: "manager" | "worker" | "viewer" | null
  groups: Spoken[]
}

/** The day by the clock of the LIO that is being entered, before its Ctx is there. */
const todayThere = (now: Date) => sql`(${now.toISOString()}::timestamptz at time zone
  (select timezone from lios where id = nullif(current_setting('app.lio_id', true), '')::uuid))`

async function humanOf(
  tx: Tx,
  by: { email: string } | { personId: string },
  now: Date,
): Promise<Known | null> {
  const [person] = await tx.execute<Known>(sql`
    select p.id as "personId", p.name, coalesce(p.email, '') as email,
      (select s.level from staff s where s.person_id = p.id and s.ended_at is null) as level,
      coalesce((
        select json_agg(json_build_object('id', g.id, 'name', g.name, 'lead', g.lead) order by g.name) from (
          select g.id, g.name, bool_or(r.speaks = 'lead') as lead
          from roles r join groups g on g.id = r.group_id and g.removed_at is null
          where r.person_id = p.id and r.speaks is not null and ${isHeld({ today: todayThere(now) })}
          group by g.id, g.name) g), '[]') as groups
    from people p
    where p.left_at is null and ${"email" in by ? sql`p.email = ${by.email}` : sql`p.id = ${by.personId}`}`)
  return person ?? null
}

/** A member of staff signs in once a working day; members stay signed in on their own phone. */
const STAFF_HOURS = 12

/**
 * For someone signed in. `hat: "member"` lets staff who also belong to a group act for it; `since` is when they signed in.
 * NotFound for people of other LIOs.
 */
export function asPerson<T>(
  lio: string,
  who: { email: string; hat?: "member"; since?: Date },
  work: Work<T>,
  opening: Opening = {},
) {
  return open(
    lio,
    async (tx) => {
      const person = await humanOf(tx, { email: who.email }, opening.now ?? new Date())
      if (!person) throw new NotFound(say("There is no such place."))
      const { level, ...human } = person
      if (level && !(who.hat === "member" && human.groups.length > 0)) {
        const now = opening.now ?? new Date()
        if (who.since && now.getTime() - who.since.getTime() > STAFF_HOURS * 3_600_000) {
          throw new SignedOut(say("Staff sign in once a day. Sign in again to continue."))
        }
        return { kind: "staff", level, ...human }
      }
      if (human.groups.length === 0) throw new NotFound(say("There is no such place."))
      return { kind: "member", ...human }
    },
    { via: "page", ...opening },
    work,
  )
}

/** Groups that were asked by their main contact or their own address, as long as it still is that. */
async function groupsOfLink(tx: Tx, link: SignedLink): Promise<Spoken[]> {
  if (!link.groups?.length) return []
  const rows = await tx.execute<Spoken>(sql`
    select g.id, g.name, true as lead from groups g
    where g.id = any (${sql.param(link.groups)}::uuid[]) and g.removed_at is null
      and ${link.to ? sql`lower(g.email) = ${link.to}` : sql`g.main_contact_id = ${link.person}::uuid`}
    order by g.name`)
  return [...rows]
}

/** For someone who came by an emailed link to one consultation: no password, and nothing else opens. */
export function asGuest<T>(lio: string, token: string, work: Work<T>, opening: Opening = {}) {
  const ranOut = () => new SignedOut(say("This link has expired."))
  const link = readLink(token, "answer", (opening.now ?? new Date()).getTime())
  return open(
    lio,
    async (tx) => {
      if (!link?.about) throw ranOut()
      const scope = { kind: "consultation" as const, id: link.about }
      const invited = await groupsOfLink(tx, link)
      if (!link.person) {
        if (invited.length === 0) throw ranOut()
        return { kind: "guest", scope, groups: invited }
      }
      const person = await humanOf(tx, { personId: link.person }, opening.now ?? new Date())
      if (!person) throw ranOut()
      const { level: _, ...human } = person
      const others = human.groups.filter(({ id }) => !invited.some((group) => group.id === id))
      const groups = [...others, ...invited]
      if (groups.length === 0) throw ranOut()
      return { kind: "guest", ...human, groups, scope }
    },
    { via: "page", ...opening },
    (ctx) => {
      if (link?.lio !== ctx.lio.id) throw ranOut()
      return work(ctx)
    },
  )
}

/**
 * For whoever holds the link of a letter, to the one thing it is about and nothing else: no right of staff or of a group
 * comes with it. SignedOut when the link is forged, for another purpose or another LIO, has run out, or its person has left.
 */
export function asLink<T>(
  { lio, purpose, key, about, groupOf }: Opened,
  work: (ctx: Ctx, link: LinkActor) => Promise<T>,
  { now = new Date(), ...opening }: Opening = {},
): Promise<T> {
  const ranOut = () => new SignedOut(say("This link has expired."))
  const link = typeof key === "string" ? readLink(key, purpose, now.getTime()) : key
  if (!link || link.purpose !== purpose || (about !== undefined && link.about !== about))
    return Promise.reject(ranOut())
  return open(
    link.lio,
    async (tx) => {
      const holder = link.person ? await humanOf(tx, { personId: link.person }, now) : null
      if (link.person && !holder) throw ranOut()
      if (groupOf) await tellEverything(tx)
      const groupId = (link.about && (await groupOf?.(tx, link.about))) || null
      const { personId = "", name = "", email = "" } = holder ?? {}
      return {
        kind: "link",
        purpose,
        about: link.about ?? null,
        groupId,
        holder: holder && { personId, name, email },
      }
    },
    { via: "email", patience: "save", now, ...opening },
    (ctx) => {
      if (lio !== undefined && ctx.lio.slug !== lio) throw ranOut()
      return work(ctx, ctx.actor as LinkActor)
    },
  )
}
type Opened = {
  /** The LIO in the address, if there is one. */
  lio?: string
  purpose: OneThing
  key: string | SignedLink
  /** What the link must be about. */
  about?: string
  /** The group that the thing is of, and that the link therefore shows. */
  groupOf?: (tx: Tx, about: string) => Promise<string | null>
}
type LinkActor = Extract<Actor, { kind: "link" }>

/** For jobs, the command line, the demo and inbound mail. `name` stands in the log. */
export function asSystem<T>(lio: string, work: Work<T>, opening: Opening & { name?: string } = {}) {
  return open(
    lio,
    async () => ({ kind: "system", name: opening.name ?? "Trellis" }),
    { via: "job", ...opening },
    work,
  )
}

/** For anybody: only what is published may be read through it. */
export function asPublic<T>(lio: string, work: Work<T>, opening: Opening = {}) {
  return open(lio, async () => ({ kind: "public" }), { via: "page", ...opening }, work)
}

/**
 * For anybody, into no LIO: for the finder. It reads open data, who the LIOs are and where they work; not a row behind
 * their walls is there, for PostgreSQL is told of no LIO.
 */
export function outside<T>(work: (ctx: Outside) => Promise<T>, now = new Date()): Promise<T> {
  const { statement, lock } = PATIENCE.page
  return twice(true, (db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`
        select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ${String(statement * slowness())}, true),
          set_config('lock_timeout', ${String(lock * slowness())}, true)`)
      return work({ tx, now } as Outside)
    }),
  )
}
