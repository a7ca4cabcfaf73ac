import "server-only"
import { randomUUID } from "node:crypto"
import { calendarFeeds } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"

/** Makes an address for the asker's own calendar; where there is one already, another, and the old one is dead. */
export async function renewOwnCalendar(ctx: Ctx): Promise<void> {
  const person = personOf(ctx.actor)
  ensure(person !== null, say("Sign in to get your own calendar."))
  const feed = { id: randomUUID(), madeAt: ctx.now }
  await ctx.tx
    .insert(calendarFeeds)
    .values({ lioId: ctx.lio.id, personId: person.personId, ...feed })
    .onConflictDoUpdate({ target: [calendarFeeds.lioId, calendarFeeds.personId], set: feed })
}
