import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { asLink } from "../../../access/doors"
import { isStaff } from "../../../access/may"
import { ensure, SignedOut } from "../../../errors"
import { say } from "../../../words"
import { type Election, getElection } from "../queries"

/** Somebody who was put up, with who endorses them and how far that has come. */
export type Nomination = {
  id: string
  electionId: string
  groupId: string
  group: string
  personId: string | null
  name: string
  email: string
  statement: string | null
  agreed: boolean
  withdrawn: boolean
  valid: boolean
  refusedReason: string | null
  endorsedBy: { groupId: string | null; name: string; network: boolean }[]
  electedAs: number | null
  runnerUp: boolean
  /** The seat that they took by it, or stand in on. */
  seatId: string | null
  seat: string | null
  pictureId: string | null
}

const rowsOf = (ctx: Ctx, where: ReturnType<typeof sql>) =>
  ctx.tx.execute<Nomination>(sql`
    select n.id, n.election_id as "electionId", g.id as "groupId", g.name as "group", n.person_id as "personId", n.name,
      coalesce((select a.email from nomination_addresses a where a.nomination_id = n.id), '') as email, n.statement,
      n.agreed_at is not null as agreed, n.withdrawn_at is not null as withdrawn, n.valid_at is not null as valid,
      n.refused_reason as "refusedReason", n.elected_as as "electedAs", n.runner_up as "runnerUp",
      n.seat_id as "seatId", s.title as seat,
      (select f.id from files f where f.on_kind = 'nomination' and f.on_id = n.id and f.removed_at is null limit 1) as "pictureId",
      coalesce((select json_agg(json_build_object('groupId', d.group_id, 'name', coalesce(w.name, eg.name), 'network', w.id is not null) order by w.name nulls first, eg.name)
        from endorsements d left join groups eg on eg.id = d.group_id left join networks w on w.id = d.network_id where d.nomination_id = n.id), '[]') as "endorsedBy"
    from nominations n join groups g on g.id = n.group_id left join seats s on s.id = n.seat_id where ${where} order by n.id`)

/** Everybody who was put up for an election, with what staff check. For staff. */
export async function listNominations(ctx: Ctx, electionId: string): Promise<Nomination[]> {
  ensure(isStaff(ctx.actor) || ctx.actor.kind === "system")
  return [...(await rowsOf(ctx, sql`n.election_id = ${electionId}::uuid`))]
}

/** Somebody who stands, as whoever votes reads of them: without their address. */
export type Standing = Omit<Nomination, "email">
const toldOf = ({ email: _, ...told }: Nomination): Standing => told

/** Whoever stands, in the order in which ballots number them. What a page shows of them is settled by it. */
export async function listStanding(ctx: Ctx, electionId: string): Promise<Standing[]> {
  const rows = await readingAll(ctx, "whoever stands is told to those who vote", () =>
    rowsOf(
      ctx,
      sql`n.election_id = ${electionId}::uuid and n.valid_at is not null and n.withdrawn_at is null and n.agreed_at is not null`,
    ),
  )
  return rows.map(toldOf)
}

/** Who can be endorsed: everybody who agreed to stand and whom nothing speaks against. */
export async function listToEndorse(ctx: Ctx, electionId: string): Promise<Standing[]> {
  const rows = await readingAll(ctx, "whoever agreed to stand is shown to groups that may endorse them", () =>
    rowsOf(
      ctx,
      sql`n.election_id = ${electionId}::uuid and n.withdrawn_at is null and n.agreed_at is not null and n.refused_reason is null`,
    ),
  )
  return rows.map(toldOf)
}

/** What the groups of a taker have put up, however far that has come. */
export async function listPutUpBy(ctx: Ctx, electionId: string, groupIds: string[]): Promise<Nomination[]> {
  const rows = await readingAll(ctx, "what a group put up is its own", () =>
    rowsOf(
      ctx,
      sql`n.election_id = ${electionId}::uuid and n.group_id = any (${sql.param(groupIds)}::uuid[])`,
    ),
  )
  return [...rows]
}

/** What a nominee’s link opens: their nomination and its election. */
export type Nominee = { nominationId: string; nomination: Nomination; election: Election }

/** Opens the door for whoever was put up and holds the link, to that nomination and nothing else. */
export function byNomineeLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, nominee: Nominee) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "nominee", key },
    async (ctx, { about }) => {
      const nominee = await readingAll(ctx, "whoever holds the link reads their own nomination", async () => {
        const [nomination] = about ? await rowsOf(ctx, sql`n.id = ${about}::uuid`) : []
        return (
          nomination && {
            ...{ nominationId: nomination.id, nomination },
            election: await getElection(ctx, nomination.electionId),
          }
        )
      })
      if (!nominee) throw new SignedOut(say("This link has expired."))
      return work(ctx, nominee)
    },
    { now },
  )
}
