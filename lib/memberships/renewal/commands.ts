import "server-only"
import { sql } from "drizzle-orm"
import { membershipChases } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { renewalPath } from "../../access/links"
import { holdsLink } from "../../access/may"
import { daysAfter } from "../../days"
import { type Letter, postAll } from "../../email/commands"
import { ensure, RuleBroken } from "../../errors"
import { keepStages } from "../../groups/stage/commands"
import { type Happening, recordEach } from "../../journal/commands"
import { feeInWords, lengthMore, renewsItself } from "../../membership-status/words"
import { formatDate, hourOf, inWords, say } from "../../words"
import { renewFor } from "../commands"
import { keepRequest } from "../requests/commands"
import { type Due, type Keeper, listDue, listKeepers, type Renewal } from "./queries"

/** For so long after the days of grace the link in a renewal letter goes on working. */
const DAYS_AFTER_GRACE = 60

function letterTo(ctx: Ctx, due: Due, keeper: Keeper): Letter {
  const counts = daysAfter(due.endsOn, due.graceDays)
  return {
    letter: "membership-renewal",
    stream: "membership",
    to: { personId: keeper.personId },
    props: {
      group: due.group,
      type: due.typeName,
      step: due.step,
      ends: formatDate(due.endsOn),
      counts: due.graceDays > 0 ? formatDate(counts) : null,
      fee: due.feePence ? feeInWords(due.feePence) : null,
      length: lengthMore(due),
      url: renewalPath(
        ctx.lio,
        due.membershipId,
        keeper.personId,
        new Date(`${daysAfter(counts, DAYS_AFTER_GRACE)}T23:59:59Z`),
      ),
    },
  }
}

/** Why somebody gets no letter; null: they get one. */
function whyNot({ name, email, stopped, suppressed }: Keeper) {
  if (!email) return say("Not sent: {name} has no email address.", { name })
  if (stopped) return say("Not sent: {name} has stopped these emails.", { name })
  return suppressed ? say("Not sent: emails to {name} don’t arrive.", { name }) : null
}

/** Writes to those who look after the memberships that are due, and writes the chase log: once a period and step. */
export async function sendRenewals(ctx: Ctx): Promise<number> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`renewals ${ctx.lio.id}`}, 0))`)
  const due = await listDue(ctx)
  if (due.length === 0) return 0
  const keepers = await listKeepers(
    ctx,
    due.map(({ groupId }) => groupId),
  )
  const letters: Letter[] = []
  const chases: (typeof membershipChases.$inferInsert)[] = []
  const told: Happening[] = []
  for (const one of due) {
    const theirs = keepers.filter(({ groupId }) => groupId === one.groupId)
    const log = (toPersonId: string | null, note: string | null) =>
      chases.push({
        lioId: ctx.lio.id,
        groupId: one.groupId,
        membershipId: one.membershipId,
        at: ctx.now,
        how: "letter",
        step: one.step,
        note,
        toPersonId,
      })
    for (const keeper of theirs) {
      const note = whyNot(keeper)
      log(keeper.personId, note)
      if (!note) letters.push(letterTo(ctx, one, keeper))
    }
    if (theirs.length === 0) log(null, "No letter went: the group has no lead and no main contact.")
    const names = theirs.filter((keeper) => !whyNot(keeper)).map(({ name }) => name)
    told.push({
      what: "chase.made",
      subject: ["membership", one.membershipId],
      groupIds: [one.groupId],
      summary:
        names.length > 0
          ? say("Renewal email to {names}", { names: inWords(names) })
          : say("A renewal email was due, and there was nobody to send it to"),
    })
  }
  await ctx.tx.insert(membershipChases).values(chases)
  await recordEach(ctx, told)
  await postAll(ctx, letters)
  return letters.length
}

/** Letters go between these local hours. */
const FROM_HOUR = 8
const TO_HOUR = 20

function isDaytime(timezone: string, at: Date) {
  const hour = hourOf(at, timezone)
  return hour >= FROM_HOUR && hour < TO_HOUR
}

/** What is done each day for the memberships of an LIO: stages follow the dates that have passed, and letters go. */
export async function tendMemberships(
  lio: string,
  at: Date,
  { anyHour = false } = {},
): Promise<{ stages: number; letters: number }> {
  return asSystem(
    lio,
    async (ctx) => ({
      stages: await keepStages(ctx),
      letters: anyHour || isDaytime(ctx.lio.timezone, at) ? await sendRenewals(ctx) : 0,
    }),
    { now: at, name: "Renewals" },
  )
}

/** What the one button behind a renewal letter does. Pressed again it changes nothing more. */
export async function renewByLink(ctx: Ctx, renewal: Renewal): Promise<void> {
  const { groupId, group, type, person, personId, waiting, renewed, next } = renewal
  ensure(holdsLink(ctx.actor, "renewal", renewal.membershipId))
  if (renewed || waiting) return
  if (!next) throw new RuleBroken(say("This membership has no last day, so there is nothing to renew."))
  if (type.retiredAt)
    throw new RuleBroken(
      say("“{type}” is not offered any more. Ask {lio} what you can have instead.", {
        type: type.name,
        lio: ctx.lio.name,
      }),
    )
  if (renewsItself(type)) {
    await renewFor(ctx, { id: groupId, name: group })
    return
  }
  await keepRequest(ctx, { groupId, group, typeId: type.id, kind: "renewal", personId, name: person })
}
