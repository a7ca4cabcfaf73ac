import { sql } from "drizzle-orm"
import { beforeEach } from "vitest"
import { consultations, invitations, networkGroups, networks, posts, topics } from "@/db/schema"
import { speaker } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { sendWaiting } from "@/lib/email/sending"
import { type mailroom, START } from "./mailroom"
import type { world } from "./world"

type News = { group: string; by: string; title: string; fresh: number }
type Row = {
  id: string
  subject: string
  html: string
  text: string
  sent: boolean
  skipped: string | null
  goesWith: unknown
}

const EMAIL = "hats@both.example"
const ago = (days: number) => new Date(START.getTime() - days * 86_400_000)
const one = <T>(rows: T[]) => rows[0] as T

/** A consultation that asks a group, and a network of it in which a number of topics are new. */
async function news({ tx, lio: { id: lioId } }: Ctx, { group, by, title, fresh }: News) {
  const asked = { lioId, title, openedAt: ago(3), closesAt: new Date("2026-11-30T17:00:00Z") }
  const { id: consultationId } = one(await tx.insert(consultations).values(asked).returning())
  await tx.insert(invitations).values({ lioId, consultationId, groupId: group, invitedAt: ago(3) })
  const network = { lioId, name: `Network of ${title}` }
  const { id: networkId } = one(await tx.insert(networks).values(network).returning())
  await tx.insert(networkGroups).values({ lioId, networkId, groupId: group, joinedAt: ago(90) })
  for (let n = 1; n <= fresh; n++) {
    const input = { lioId, personId: by, createdAt: ago(1) }
    const topic = { ...input, networkId, title: `${title} topic ${n}`, lastPostAt: ago(1) }
    const { id: topicId } = one(await tx.insert(topics).values(topic).returning())
    await tx.insert(posts).values({ ...input, topicId, body: "Words", html: "<p>Words</p>" })
  }
}

/** Somebody who leads a group in each of two LIOs, which both have something to say. Each test begins with none said. */
export async function twoLios(
  w: Awaited<ReturnType<typeof world>>,
  { office, smtp, clock }: Awaited<ReturnType<typeof mailroom>>,
) {
  const lead = (name: string, group: typeof w.foodbank) => (ctx: Ctx) =>
    speaker(ctx, { name, email: EMAIL, groups: [group], speaks: "lead" })
  const here = await w.system(lead("Hattie Both", w.foodbank))
  const there = await w.system(lead("H. Both", w.stranger), "other")
  const by = await w.system(async (ctx) => {
    const sent = await ctx.tx.execute<{ id: string }>(
      sql`select id from people where email = 'manager@other.example'`,
    )
    return sent[0]?.id ?? ""
  }, "other")

  beforeEach(async () => {
    for (const lio of ["ribble", "other"]) {
      await w.system(async (ctx) => {
        for (const table of [
          "digests",
          "letters",
          "preferences",
          "suppressions",
          "consultations",
          "networks",
        ]) {
          await ctx.tx.execute(sql.raw(`delete from ${table}`))
        }
        await ctx.tx.execute(
          sql`update people set left_at = null, email = ${EMAIL} where name in ('Hattie Both', 'H. Both')`,
        )
      }, lio)
    }
  })

  return {
    EMAIL,
    here,
    there,
    /** Something to answer and `fresh` new topics in each. */
    both: async (fresh = 4) => {
      await w.system((ctx) => news(ctx, { group: w.foodbank.id, by: w.worker.id, title: "Bus cuts", fresh }))
      await w.system((ctx) => news(ctx, { group: w.stranger.id, by, title: "Tram fares", fresh }), "other")
    },
    sendThere: () => sendWaiting("other", { door: smtp(), clock }),
    /** The person's digests in the outbox of an LIO. */
    rowsOf: (lio: string) =>
      w.system(
        async (ctx) => [
          ...(await ctx.tx.execute<Row>(sql`
            select id, subject, html, text, sent_at is not null as sent, skipped, goes_with as "goesWith"
            from letters where stream = 'digest' and to_email = ${EMAIL} order by created_at`)),
        ],
        lio,
      ),
    /** What has arrived at the person's address. */
    taken: () => office.taken.filter(({ recipient }) => recipient === EMAIL),
  }
}
