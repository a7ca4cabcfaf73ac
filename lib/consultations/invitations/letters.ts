import "server-only"
import { invitationInWords } from "@/emails/_parts/invitation-words"
import { type Ctx, personOf } from "../../access/ctx"
import { answerPath } from "../../access/links"
import { type Letter, postAll } from "../../email/commands"
import { found } from "../../errors"
import { enqueue } from "../../jobs/commands"
import { formatLongDate, formatTime, say } from "../../words"
import { listTitles } from "../languages/queries"
import { reminderMoment } from "../period"
import type { Consultation } from "../queries"
import { leftInWords } from "../words"
import { type Addressee, addresseesOf, listSpokespeople, type Spokesperson } from "./queries"

type About = Pick<
  Consultation,
  "id" | "title" | "about" | "body" | "minutes" | "emailSubject" | "emailWords"
> & { closesAt: Date }
type Also = Awaited<ReturnType<typeof listTitles>>

/** "Friday 4 December 2026 at 5pm". */
export const closingInWords = (ctx: Ctx, at: Date) =>
  say("{at} at {time}", { at: formatLongDate(at, ctx.lio.timezone), time: formatTime(at, ctx.lio.timezone) })

/** Whom one email is to, with their own link. */
export type Reader = Omit<Addressee, "invited"> & { url: string }

type Linked = { id: string; closesAt: Date | null }

/** One email to each person or address, whatever number of groups it is for, each with a link of its own. */
export const byReader = (ctx: Ctx, spokespeople: Spokesperson[], of: Linked): Reader[] =>
  addresseesOf(spokespeople).map(({ invited, ...reader }) => {
    const { to } = reader
    const holder =
      "personId" in to ? { personId: to.personId, address: null } : { personId: null, address: to.email }
    return { ...reader, url: answerPath(ctx.lio, of, { ...holder, groupIds: invited }) }
  })

const invitation = (ctx: Ctx, of: About, also: Also, { to, groups, basis, lead, url }: Reader): Letter => ({
  letter: "consultation-invitation",
  stream: "consultations",
  to,
  basis,
  props: {
    title: of.title,
    subject: of.emailSubject,
    words: of.emailWords,
    about: of.about,
    body: of.body,
    groups,
    lead,
    minutes: of.minutes,
    closes: closingInWords(ctx, of.closesAt),
    url,
    also: also.map(({ language, dir, title, canAnswer }) => ({ language, dir, title, canAnswer })),
  },
})

const reminder = (ctx: Ctx, of: About, { to, groups, basis, lead, url }: Reader): Letter => ({
  letter: "consultation-reminder",
  stream: "consultations",
  to,
  basis,
  props: {
    title: of.title,
    groups,
    lead,
    minutes: of.minutes,
    left: leftInWords(of.closesAt, ctx.now, ctx.lio.timezone),
    closes: closingInWords(ctx, of.closesAt),
    url,
  },
})

type Told = Pick<Consultation, "id" | "title" | "closesAt"> & { outcome: string }

const outcome = (_ctx: Ctx, of: Told, { to, groups, basis, url }: Reader): Letter => ({
  letter: "consultation-outcome",
  stream: "outcomes",
  to,
  basis,
  props: { title: of.title, groups, outcome: of.outcome, url },
})

const results = (ctx: Ctx, of: { id: string }) => `/${ctx.lio.slug}/consultations/${of.id}/results`

/** What the invitation of a draft says to the lead of a group, for the page on which it is written. */
export const invitationOf = (ctx: Ctx, of: Consultation) => ({
  subject: of.emailSubject ?? of.title,
  words: of.emailWords,
  about: of.about,
  ...invitationInWords({
    lio: ctx.lio.name,
    groups: [say("your group")],
    body: of.body,
    minutes: of.minutes,
    closes: of.closesAt ? closingInWords(ctx, of.closesAt) : say("the closing date"),
    lead: true,
  }),
})

/** Invites the groups: a letter with their own link to everybody who speaks for one. Returns how many will go. */
export async function postInvitations(ctx: Ctx, of: About, groupIds: string[]) {
  const [also, spokespeople] = await Promise.all([
    listTitles(ctx, of),
    listSpokespeople(ctx, groupIds, "consultations"),
  ])
  return postAll(
    ctx,
    byReader(ctx, spokespeople, of).map((reader) => invitation(ctx, of, also, reader)),
  )
}

/** Reminds the people of these groups, once. Returns how many letters will go. */
export async function postReminders(ctx: Ctx, of: About, spokespeople: Spokesperson[]) {
  const readers = byReader(ctx, spokespeople, of)
  return postAll(
    ctx,
    readers.map((reader) => reminder(ctx, of, reader)),
  )
}

/** Tells the people of these groups what came of it. Returns how many letters will go. */
export async function tellOutcome(ctx: Ctx, of: Told, groupIds: string[]) {
  const readers = byReader(ctx, await listSpokespeople(ctx, groupIds, "outcomes"), of)
  return postAll(
    ctx,
    readers.map((reader) => outcome(ctx, of, reader)),
  )
}

/** Tells everybody who was asked that a consultation was stopped, and why. Returns how many emails go. */
export async function tellStopped(
  ctx: Ctx,
  of: { id: string; title: string; closesAt: Date | null; reason: string },
  groupIds: string[],
) {
  const readers = byReader(ctx, await listSpokespeople(ctx, groupIds, "consultations"), of)
  return postAll(
    ctx,
    readers.map(({ to, groups, basis, url }) => ({
      letter: "consultation-stopped",
      stream: "consultations",
      to,
      basis,
      props: { title: of.title, groups, reason: of.reason, url },
    })),
  )
}

/** Tells the people of these groups what was put right in the questions since they sent their answers. Returns how many emails go. */
export async function tellChanged(
  ctx: Ctx,
  of: Linked & { title: string; changes: { words: string[]; reason: string }[] },
  groupIds: string[],
) {
  const readers = byReader(ctx, await listSpokespeople(ctx, groupIds, "service"), of)
  return postAll(
    ctx,
    readers.map(({ to, groups, basis, url }) => ({
      letter: "consultation-changed",
      stream: "service",
      to,
      basis,
      props: {
        ...{ title: of.title, groups, changes: of.changes, url },
        closes: of.closesAt ? closingInWords(ctx, of.closesAt) : "",
      },
    })),
  )
}

/** The same letter to oneself, as a group of the list would get it, before anybody does. Returns the address. */
async function toOneself(ctx: Ctx, url: string, write: (reader: Reader) => Letter): Promise<string> {
  const me = found(personOf(ctx.actor))
  const groups = [say("Your group’s name")]
  const reader = { to: { personId: me.personId }, groups, groupIds: [], basis: undefined, lead: true, url }
  await postAll(ctx, [{ ...write(reader), stream: "service", basis: undefined } as Letter])
  return me.email
}

const preview = (ctx: Ctx, of: { id: string }) => `/${ctx.lio.slug}/consultations/${of.id}/preview`

/** The invitation to oneself; its button leads to the consultation as groups see it. */
export async function tryInvitation(ctx: Ctx, of: About) {
  const also = await listTitles(ctx, of)
  return toOneself(ctx, preview(ctx, of), (reader) => invitation(ctx, of, also, reader))
}

/** The reminder to oneself. */
export const tryReminder = (ctx: Ctx, of: About) =>
  toOneself(ctx, preview(ctx, of), (reader) => reminder(ctx, of, reader))

/** The letter with what came of it to oneself. */
export const tryOutcome = (ctx: Ctx, of: Told) =>
  toOneself(ctx, results(ctx, of), (reader) => outcome(ctx, of, reader))

/** Sets the clock: the reminder three days before, and the closing. A second call replaces the first. */
export async function scheduleEnd(ctx: Ctx, { id, closesAt }: { id: string; closesAt: Date }) {
  await enqueue(ctx, "close-consultation", { id }, { runAt: closesAt, key: `close-consultation:${id}` })
  const remindAt = reminderMoment(closesAt, ctx.now, ctx.lio.timezone)
  if (remindAt) {
    await enqueue(ctx, "remind-consultation", { id }, { runAt: remindAt, key: `remind-consultation:${id}` })
  }
}
