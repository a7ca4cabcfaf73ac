import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadRepresentations } from "../policy"

/** An LIO that was asked to stand behind a paper, and where that stands for its last version. */
export type Partner = {
  slug: string
  name: string
  version: number | null
  agreedAt: string | null
  declinedAt: string | null
}

/** Of LIOs `l`, those that may be asked: any other, but no demo by a real one, and none by a demo. */
export const mayJoin = (ctx: Ctx) =>
  sql`l.id <> ${ctx.lio.id} and l.demo = (select me.demo from lios me where me.id = ${ctx.lio.id})`

/** The LIOs that were asked to stand behind a paper, and those that could be. For staff. */
export async function listPartners(ctx: Ctx, representationId: string) {
  ensure(mayReadRepresentations(ctx.actor))
  const [partners, others] = await Promise.all([
    ctx.tx.execute<Partner>(sql`
      select l.slug, l.name, j.version, j.agreed_at as "agreedAt", j.declined_at as "declinedAt"
      from paper_partners p join lios l on l.slug = p.partner left join lateral (
        select * from joint_papers j where j.lio_id = p.lio_id and j.representation_id = p.representation_id and j.partner = p.partner
        order by j.version desc limit 1) j on true
      where p.representation_id = ${representationId} order by l.name`),
    ctx.tx.execute<{ slug: string; name: string }>(sql`
      select l.slug, l.name from lios l where ${mayJoin(ctx)}
        and not exists (select from paper_partners p where p.representation_id = ${representationId} and p.partner = l.slug)
      order by l.name limit 200`),
  ])
  return { partners: [...partners], others: [...others] }
}

/** A version of another LIO’s paper that this one is asked to stand behind. */
export type AskedOfUs = {
  leader: string
  leaderName: string
  paperId: string
  version: number
  title: string
  body: string
  agreedAt: string | null
  declinedAt: string | null
}

/** The papers of other LIOs that this one is asked to stand behind, or does: the last version that it was asked about. For staff. */
export async function listAskedOfUs(ctx: Ctx): Promise<AskedOfUs[]> {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<AskedOfUs>(sql`
      select distinct on (j.lio_id, j.representation_id) l.slug as leader, l.name as "leaderName", j.representation_id as "paperId",
        j.version, j.title, j.body, j.agreed_at as "agreedAt", j.declined_at as "declinedAt"
      from joint_papers j join lios l on l.id = j.lio_id where j.partner = ${ctx.lio.slug}
      order by j.lio_id, j.representation_id, j.version desc`)),
  ]
}

/** The LIOs that stand behind a version, by name. Public. */
export async function listBehind(ctx: Ctx, representationId: string, version: number) {
  return [
    ...(await ctx.tx.execute<{ slug: string; name: string; agreedAt: string }>(sql`
      select l.slug, l.name, j.agreed_at as "agreedAt" from joint_papers j join lios l on l.slug = j.partner
      where j.lio_id = ${ctx.lio.id} and j.representation_id = ${representationId} and j.version = ${version}
        and j.agreed_at is not null order by l.name`)),
  ]
}

/** The papers of other LIOs behind which this one stands, the last first. Public. */
export const listJoined = (ctx: Ctx) =>
  readingAll(ctx, "who stands behind a published paper is public", async () => [
    ...(await ctx.tx.execute<Omit<AskedOfUs, "agreedAt" | "declinedAt">>(sql`
      select l.slug as leader, l.name as "leaderName", j.representation_id as "paperId", j.version, j.title, j.body
      from joint_papers j join lios l on l.id = j.lio_id
      where j.partner = ${ctx.lio.slug} and j.agreed_at is not null order by j.agreed_at desc limit 100`)),
  ])
