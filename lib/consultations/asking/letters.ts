import "server-only"
import type { Ctx } from "../../access/ctx"
import { answerPath } from "../../access/links"
import { type Letter, postAll } from "../../email/commands"
import { enqueue } from "../../jobs/commands"
import { formatLongDate, formatTime } from "../../words"
import { reminderMoment } from "../period"
import type { Consultation } from "../queries"
import { leftInWords } from "../words"
import { listVoices, type Voice } from "./queries"

type About = Pick<Consultation, "id" | "title" | "about" | "body" | "minutes" | "closesAt">

/** "Friday 4 December 2026 at 5pm". */
export const closingInWords = (ctx: Ctx, at: Date) =>
  `${formatLongDate(at, ctx.lio.timezone)} at ${formatTime(at, ctx.lio.timezone)}`

/** One letter a person, whatever number of groups they speak for. */
function byPerson(voices: Voice[]) {
  const people = new Map<string, Voice[]>()
  for (const voice of voices) people.set(voice.personId, [...(people.get(voice.personId) ?? []), voice])
  return [...people.entries()].map(([personId, mine]) => ({
    personId,
    groups: mine.map(({ group }) => group),
    groupIds: mine.map(({ groupId }) => groupId),
    lead: mine.some(({ lead }) => lead),
  }))
}

/** Invites the groups: a letter with their own link to everybody who speaks for one. Returns how many people. */
export async function postInvitations(ctx: Ctx, of: About & { closesAt: Date }, groupIds: string[]) {
  const letters = byPerson(await listVoices(ctx, groupIds)).map(
    ({ personId, groups, groupIds, lead }): Letter => ({
      letter: "consultation-invitation",
      stream: "consultations",
      to: { personId },
      basis: { groupIds },
      props: {
        title: of.title,
        about: of.about,
        body: of.body,
        groups,
        lead,
        minutes: of.minutes,
        closes: closingInWords(ctx, of.closesAt),
        url: answerPath(ctx.lio, of, personId),
      },
    }),
  )
  return postAll(ctx, letters)
}

/** Reminds the people of these groups, once. */
export async function postReminders(ctx: Ctx, of: About & { closesAt: Date }, groupIds: string[]) {
  const letters = byPerson(await listVoices(ctx, groupIds)).map(
    ({ personId, groups, groupIds, lead }): Letter => ({
      letter: "consultation-reminder",
      stream: "consultations",
      to: { personId },
      basis: { groupIds },
      props: {
        title: of.title,
        groups,
        lead,
        minutes: of.minutes,
        left: leftInWords(of.closesAt, ctx.now, ctx.lio.timezone),
        closes: closingInWords(ctx, of.closesAt),
        url: answerPath(ctx.lio, of, personId),
      },
    }),
  )
  return postAll(ctx, letters)
}

/** Tells the people of these groups what came of it. */
export async function tellOutcome(
  ctx: Ctx,
  of: Pick<Consultation, "id" | "title"> & { outcome: string },
  groupIds: string[],
) {
  const letters = byPerson(await listVoices(ctx, groupIds)).map(
    ({ personId, groups, groupIds }): Letter => ({
      letter: "consultation-outcome",
      stream: "outcomes",
      to: { personId },
      basis: { groupIds },
      props: {
        title: of.title,
        groups,
        outcome: of.outcome,
        url: `/${ctx.lio.slug}/consultations/${of.id}/results`,
      },
    }),
  )
  return postAll(ctx, letters)
}

/** Sets the clock: the reminder three days before, and the closing. A second call replaces the first. */
export async function scheduleEnd(ctx: Ctx, { id, closesAt }: { id: string; closesAt: Date }) {
  await enqueue(ctx, "close-consultation", { id }, { runAt: closesAt, key: `close-consultation:${id}` })
  const remindAt = reminderMoment(closesAt, ctx.now)
  if (remindAt) {
    await enqueue(ctx, "remind-consultation", { id }, { runAt: remindAt, key: `remind-consultation:${id}` })
  }
}
