import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { representations } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { countingOnce, heardOf } from "../counted"
import { listAudience, listSpokespeople, type Spokesperson } from "../invitations/queries"
import { isShort } from "../period"
import { mayKeepConsultations, maySeeAll } from "../policy"
import { type Consultation, getConsultation } from "../queries"
import { listToRemind } from "../reminders/queries"
import type { Progress } from "./words"

/** What is counted of a consultation, from its questions to its passages. */
async function countThread(ctx: Ctx, id: string) {
  const of = sql`${id}::uuid`
  const passages = sql`passages p join responses r on r.id = p.response_id where r.consultation_id = ${of}`
  const [row] = await ctx.tx.execute<
    Pick<Progress, "questions" | "asked" | "answered" | "nothing" | "written" | "passages" | "uncoded">
  >(sql`
    ${countingOnce(of)} select ${heardOf(of)},
      (select count(*)::int from questions q where q.consultation_id = ${of}) as questions,
      (select count(*)::int from counted_once a
        join response_versions v on v.response_id = a.response_id and v.version = a.version
        where exists (select from jsonb_each(v.answers) said where said.value ->> 'text' <> '')) as written,
      (select count(*)::int from ${passages}) as passages,
      (select count(*)::int from ${passages}
        and not exists (select from passage_codes c where c.passage_id = p.id)) as uncoded`)
  return found(row)
}

/** The representations that rest on it, oldest first. */
async function listRepresentationsOf(ctx: Ctx, id: string) {
  return ctx.tx
    .select({
      id: representations.id,
      title: representations.title,
      sentOn: representations.sentOn,
      repliedOn: representations.repliedOn,
      closedAt: representations.closedAt,
      outcome: sql<
        string | null
      >`case when ${representations.closedAt} is not null then ${representations.outcome} end`,
      versions: sql<number>`(select count(*)::int from representation_versions v where v.representation_id = "representations"."id")`,
    })
    .from(representations)
    .where(eq(representations.consultationId, id))
    .orderBy(asc(representations.createdAt))
}

/** Emails that would go, by whom they are to. */
export type Letters = Record<Spokesperson["by"], number>

function countLetters(spokespeople: Spokesperson[]): Letters {
  const count = (by: Spokesperson["by"]) =>
    new Set(spokespeople.filter((one) => one.by === by).map(({ address }) => address)).size
  return { speaker: count("speaker"), contact: count("contact"), address: count("address") }
}

const NOBODY: Letters = { speaker: 0, contact: 0, address: 0 }

/** Whom it asks, or would ask if it opened now; of those not heard, who can be reminded and who must be rung. */
async function readReach(ctx: Ctx, consultation: Consultation) {
  const { id, state } = consultation
  const none = { audience: 0, letters: NOBODY, unreached: 0, toRemind: 0 }
  if (state !== "draft" && state !== "open") return none
  const groupIds =
    state === "draft" ? await listAudience(ctx, consultation) : await listToRemind(ctx, id, "unplanned")
  const spokespeople = await listSpokespeople(ctx, groupIds, "consultations")
  const reached = new Set(spokespeople.map(({ groupId }) => groupId)).size
  return state === "draft"
    ? {
        ...none,
        audience: groupIds.length,
        letters: countLetters(spokespeople),
        unreached: groupIds.length - reached,
      }
    : { ...none, toRemind: reached }
}

/** A consultation with all that says how far it has come: for what stands over each of its pages. For staff. */
export async function getProgress(ctx: Ctx, id: string) {
  const consultation = await getConsultation(ctx, id)
  ensure(maySeeAll(ctx.actor))
  const [counts, made, reach] = await Promise.all([
    countThread(ctx, id),
    listRepresentationsOf(ctx, id),
    readReach(ctx, consultation),
  ])
  const { closesAt, openedAt, closedAt } = consultation
  const until = closedAt ?? closesAt
  return {
    consultation,
    ...counts,
    ...reach,
    representations: made,
    short: until ? isShort(openedAt ?? ctx.now, until, ctx.lio.timezone) : false,
    keeps: mayKeepConsultations(ctx.actor),
    now: ctx.now,
    zone: ctx.lio.timezone,
  }
}
export type Standing = Awaited<ReturnType<typeof getProgress>>
