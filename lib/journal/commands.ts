import "server-only"
import { events } from "@/db/schema"
import type { Ctx } from "../access/ctx"

/** Something that happened. `summary` is one sentence without the actor's name: "Changed the phone number". */
export type Happening = {
  /** In the past tense: need.opened */
  what: string
  subject: [kind: string, id: string | null]
  /** On whose timelines it stands; none for what concerns no group. */
  groupIds?: string[]
  summary: string
  from?: unknown
  to?: unknown
}

/** Writes what happened into the log and the timelines, in the transaction of the fact. */
export async function record(ctx: Ctx, happening: Happening) {
  const groupIds = happening.groupIds?.length ? happening.groupIds : [null]
  const actor = ctx.actor
  await ctx.tx.insert(events).values(
    groupIds.map((groupId) => ({
      lioId: ctx.lio.id,
      at: ctx.now,
      what: happening.what,
      summary: happening.summary,
      subjectKind: happening.subject[0],
      subjectId: happening.subject[1],
      groupId,
      actorId: "personId" in actor ? actor.personId : null,
      actorName: actor.kind === "public" ? "A visitor" : actor.name,
      via: ctx.via,
      from: happening.from ?? null,
      to: happening.to ?? null,
    })),
  )
}
