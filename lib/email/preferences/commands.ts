import "server-only"
import { sql } from "drizzle-orm"
import { preferences } from "@/db/schema"
import { DIGEST_RHYTHMS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { STREAMS } from "../streams"
import { type Preferences, type Stop, type Stream, TICKED_STREAMS } from "./input"
import { getPreferences } from "./queries"

/** Keeps what somebody chose and writes it to the log; choosing the same again changes nothing. Who may is settled before. */
export async function choosePreferencesFor(ctx: Ctx, personId: string, wanted: Preferences) {
  const before = await getPreferences(ctx, personId)
  const streams = TICKED_STREAMS.filter((stream) => wanted.streams.includes(stream))
  if (before.digest === wanted.digest && streams.join() === before.streams.join()) return
  const stopped: Stream[] = TICKED_STREAMS.filter((stream) => !streams.includes(stream))
  if (wanted.digest === "never") stopped.push("digest")
  const rhythm = wanted.digest === "never" ? before.rhythm : wanted.digest
  await ctx.tx
    .insert(preferences)
    .values({ lioId: ctx.lio.id, personId, digest: rhythm, stopped, changedAt: ctx.now })
    .onConflictDoUpdate({
      target: [preferences.lioId, preferences.personId],
      set: { digest: rhythm, stopped, changedAt: ctx.now },
    })
  const named = streams.map((stream) => STREAMS[stream].label.toLowerCase()).join(", ")
  await record(ctx, {
    what: "preferences.changed",
    subject: ["person", personId],
    summary: say("Chose which emails to get. The digest: {digestRhythms}. Also: {named}", {
      digestRhythms: DIGEST_RHYTHMS[wanted.digest].toLowerCase(),
      named: named || "nothing",
    }),
    from: { digest: before.digest, streams: before.streams },
    to: { digest: wanted.digest, streams },
  })
}

/** Somebody signed in chooses how much mail they want. */
export async function choosePreferences(ctx: Ctx, wanted: Preferences) {
  const person = personOf(ctx.actor)
  ensure(person !== null)
  await choosePreferencesFor(ctx, person.personId, wanted)
}

/** What the buttons behind "Stop these emails" do. Pressing one twice changes nothing more. */
export async function stopOrNot(ctx: Ctx, personId: string, stream: Stream, what: Stop) {
  const { digest, rhythm, streams } = await getPreferences(ctx, personId)
  const isDigest = stream === "digest"
  const wanted: Record<Stop, Preferences> = {
    stop: isDigest
      ? { digest: "never", streams }
      : { digest, streams: streams.filter((one) => one !== stream) },
    again: isDigest
      ? { digest: rhythm === "never" ? "weekly" : rhythm, streams }
      : { digest, streams: [...streams, stream] },
    monthly: { digest: "monthly", streams },
    everything: { digest: "never", streams: [] },
  }
  await choosePreferencesFor(ctx, personId, wanted[what])
}

/** Of two entries for one person: whatever either had stopped is stopped for the one who stays, for good. */
export async function joinStops(ctx: Ctx, keptId: string, goneId: string) {
  await ctx.tx.execute(sql`
    update preferences k set digest = case when g.digest = 'never' then 'never' else k.digest end,
      stopped = (select coalesce(array_agg(distinct s), '{}') from unnest(k.stopped || g.stopped) s)
    from preferences g where k.person_id = ${keptId} and g.person_id = ${goneId}`)
}
