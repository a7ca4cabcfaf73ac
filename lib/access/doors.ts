import "server-only"
import { sql } from "drizzle-orm"
import { appDatabase, type Tx } from "@/db/client"
import { NotFound, SignedOut } from "../errors"
import type { Actor, Ctx, Lio, Spoken, Via } from "./ctx"
import { readLink } from "./links"

type Work<T> = (ctx: Ctx) => Promise<T>
type Opening = { now?: Date; via?: Via }

/** Tells PostgreSQL which LIO this transaction is for; nothing when there is none of that name. */
async function setLio(tx: Tx, lio: string): Promise<Lio | undefined> {
  const [row] = await tx.execute<Lio>(sql`
    select id, slug, name, kind, timezone, digest_weekday as "digestWeekday", set_config('app.lio_id', id::text, true)
    from lios where ${/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(lio) ? sql`id = ${lio}` : sql`slug = ${lio}`}`)
  return row
}

async function open<T>(
  lio: string,
  who: (tx: Tx) => Promise<Actor>,
  opening: Opening & { via: Via },
  work: Work<T>,
) {
  return appDatabase().transaction(async (tx) => {
    // One after the other on one connection, and sent without waiting: who is asking is read once the LIO is set.
    const [row, actor] = await Promise.all([setLio(tx, lio), who(tx)])
    if (!row) throw new NotFound("There is no such place.")
    const { id, slug, name, kind, timezone, digestWeekday } = row
    return work({
      lio: { id, slug, name, kind, timezone, digestWeekday },
      actor,
      tx,
      now: opening.now ?? new Date(),
      via: opening.via === "page" && actor.kind === "member" ? "member" : opening.via,
    } as Ctx)
  })
}

type Known = {
  personId: string
  name: string
  email: string
  level: "manager" | "worker" | "viewer" | null
  groups: Spoken[]
}

async function known(tx: Tx, by: { email: string } | { personId: string }): Promise<Known | null> {
  const [person] = await tx.execute<Known>(sql`
    select p.id as "personId", p.name, coalesce(p.email, '') as email,
      (select s.level from staff s where s.person_id = p.id and s.ended_at is null) as level,
      coalesce((
        select json_agg(json_build_object('id', g.id, 'name', g.name, 'lead', g.lead) order by g.name) from (
          select g.id, g.name, bool_or(r.speaks = 'lead') as lead
          from roles r join groups g on g.id = r.group_id and g.removed_at is null
          where r.person_id = p.id and r.speaks is not null and (r.ended_on is null or r.ended_on > current_date)
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
      const person = await known(tx, { email: who.email })
      if (!person) throw new NotFound("There is no such place.")
      const { level, ...human } = person
      if (level && !(who.hat === "member" && human.groups.length > 0)) {
        const now = opening.now ?? new Date()
        if (who.since && now.getTime() - who.since.getTime() > STAFF_HOURS * 3_600_000) {
          throw new SignedOut("Staff sign in once a day. Sign in again to go on.")
        }
        return { kind: "staff", level, ...human }
      }
      if (human.groups.length === 0) throw new NotFound("There is no such place.")
      return { kind: "member", ...human }
    },
    { via: "page", ...opening },
    work,
  )
}

/** For someone who came by an emailed link to one consultation: no password, and nothing else opens. */
export function asGuest<T>(lio: string, token: string, work: Work<T>, opening: Opening = {}) {
  const ranOut = () => new SignedOut("This link has run out.")
  const link = readLink(token, "answer", (opening.now ?? new Date()).getTime())
  return open(
    lio,
    async (tx) => {
      if (!link?.about) throw ranOut()
      const person = await known(tx, { personId: link.person })
      if (!person || person.groups.length === 0) throw ranOut()
      const { level: _, ...human } = person
      return { kind: "guest", ...human, scope: { kind: "consultation", id: link.about } }
    },
    { via: "page", ...opening },
    (ctx) => {
      if (link?.lio !== ctx.lio.id) throw ranOut()
      return work(ctx)
    },
  )
}

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
