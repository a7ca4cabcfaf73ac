import "server-only"
import { sql } from "drizzle-orm"
import { appDatabase, type Database, type Tx } from "@/db/client"
import { NotFound, SignedOut, Unavailable } from "../errors"
import { requestNotes } from "../request"
import { dayOf, say } from "../words"
import { tellAudiences } from "./audiences"
import { twice } from "./away"
import type { Actor, Ctx, Held, Lio, Outside, Spoken, Via } from "./ctx"
import { type OneThing, readLink, type SignedLink } from "./links"
import { inOffice, isHeld } from "./may"

type Work<T> = (ctx: Ctx) => Promise<T>
type Opening = {
  now?: Date
  via?: Via
  patience?: keyof typeof PATIENCE
  /** Only reads: all of it as at one moment, whatever is saved meanwhile, and PostgreSQL refuses to write. */
  reads?: boolean
}

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

/**
 * Tells PostgreSQL which LIO this transaction is for, and how long it may take; nothing when there is none of that name. Until
 * the door tells who is asking, it reads everything of it: to find out who that is and what they hold.
 */
async function setLio(tx: Tx, lio: string, { statement, lock }: { statement: number; lock: number }) {
  const times = slowness()
  if (!/^[a-z0-9-]{1,100}$/i.test(lio)) return undefined
  const [row] = await tx.execute<Found>(sql`
    select id, slug, name, kind, timezone, digest_weekday as "digestWeekday", phone, email, set_config('app.lio_id', id::text, true), set_config('app.audiences', '{*}', true),
      set_config('statement_timeout', ${String(statement * times)}, true), set_config('lock_timeout', ${String(lock * times)}, true)
    from lios where ${/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(lio) ? sql`id = ${lio}` : sql`slug = ${lio}`}`)
  return row
}

/** From here on PostgreSQL shows this transaction everything as it is now, and lets it write nothing. */
const readOnly = async (tx: Tx) =>
  await tx.execute(sql`set transaction isolation level repeatable read, read only`)

type Door = { lio: string; who: (tx: Tx) => Promise<Actor>; opening: Opening & { via: Via } }

/** Opens the door once: `begun` tells when the work starts, before which nothing can have been written. */
async function tryOpen<T>(db: Database, { lio, who, opening }: Door, work: Work<T>, begun: () => void) {
  const started = Date.now()
  const patience = PATIENCE[opening.patience ?? (opening.via === "page" ? "page" : "job")]
  return db.transaction(async (tx) => {
    if (opening.via === "page" && Date.now() - started > QUEUE_MS * slowness())
      throw new Unavailable(say("Too many are asking."))
    // One after the other on one connection, and sent without waiting: who is asking is read once the LIO is set.
    const [, row, actor] = await Promise.all([
      opening.reads && readOnly(tx),
      setLio(tx, lio, patience),
      who(tx),
    ])
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
  const reads = opening.reads || (opening.via === "page" && (opening.patience ?? "page") === "page")
  return twice(appDatabase, (db, begun) => tryOpen(db, { lio, who, opening }, work, begun), reads)
}

type Known = {
  personId: string
  name: string
  email: string
  level: "manager" | "worker" | "viewer" | null
  groups: Spoken[]
  seats: Held[]
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
          group by g.id, g.name) g), '[]') as groups,
      coalesce((
        select json_agg(json_build_object('boardId', b.id, 'board', b.name, 'seatId', s.id, 'holds', t.holds) order by b.name, b.id, s.id)
        from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id
        where t.person_id = p.id and ${inOffice({ today: todayThere(now) })}), '[]') as seats
    from people p
    where p.left_at is null and ${"email" in by ? sql`p.email = ${by.email}` : sql`p.id = ${by.personId}`}`)
  return person ?? null
}

/** What somebody acts as, of all that they are in an LIO. */
export type Hat = "staff" | "member" | "representative"

/** A member of staff signs in once a working day; members stay signed in on their own phone. */
const STAFF_HOURS = 12

/**
 * For someone signed in. `hat` lets staff who also belong to a group act for it ("member"), and whoever sits on a board do
 * only that ("representative"); `since` is when they signed in.
 * NotFound for people of other LIOs.
 */
export function asPerson<T>(
  lio: string,
  who: { email: string; hat?: Hat; since?: Date },
  work: Work<T>,
  opening: Opening = {},
) {
  return open(
    lio,
    async (tx) => {
      const person = await humanOf(tx, { email: who.email }, opening.now ?? new Date())
      if (!person) throw new NotFound(say("There is no such place."))
      const { level, ...human } = person
      const represents = human.seats.length > 0 && { ...human, kind: "representative" as const, groups: [] }
      if (represents && who.hat === "representative") return represents
      if (level && !(who.hat === "member" && human.groups.length > 0)) {
        const now = opening.now ?? new Date()
        if (who.since && now.getTime() - who.since.getTime() > STAFF_HOURS * 3_600_000) {
          throw new SignedOut(say("Staff sign in once a day. Sign in again to continue."))
        }
        return { kind: "staff", level, ...human }
      }
      if (human.groups.length > 0) return { kind: "member", ...human }
      if (represents) return represents
      throw new NotFound(say("There is no such place."))
    },
    { via: "page", ...opening },
    work,
  )
}

const ranOut = () => new SignedOut(say("This link has expired."))

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
      const { level: _, seats: __, ...human } = person
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
  const link = typeof key === "string" ? readLink(key, purpose, now.getTime()) : key
  if (!link || link.purpose !== purpose || (about !== undefined && link.about !== about))
    return Promise.reject(ranOut())
  return open(
    link.lio,
    async (tx) => {
      const holder = link.person ? await humanOf(tx, { personId: link.person }, now) : null
      if (link.person && !holder) throw ranOut()
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

/** For anybody: only what is published may be read through it, and nothing is written unless it has the patience of a save. */
export function asPublic<T>(lio: string, work: Work<T>, opening: Opening = {}) {
  const reads = opening.patience === undefined
  return open(lio, async () => ({ kind: "public" }), { via: "page", reads, ...opening }, work)
}

/**
 * For anybody, into no LIO: for the finder. It reads open data, who the LIOs are and where they work; not a row behind
 * their walls is there, for PostgreSQL is told of no LIO.
 */
export function outside<T>(work: (ctx: Outside) => Promise<T>, now = new Date()): Promise<T> {
  const { statement, lock } = PATIENCE.page
  return twice(appDatabase, (db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`
        select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ${String(statement * slowness())}, true),
          set_config('lock_timeout', ${String(lock * slowness())}, true)`)
      return work({ tx, now } as Outside)
    }),
  )
}
