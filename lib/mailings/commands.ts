import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { mailingGroups, mailings } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import type { Addressee } from "../consultations/invitations/queries"
import { type Letter, postAll, takeBackLetters, UNDO_MINUTES } from "../email/commands"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { tickedGroups } from "../lists/choices/queries"
import { say, sayCount } from "../words"
import type { Draft, Rewrite } from "./input"
import { mayWriteToGroups } from "./policy"
import { getMailing, listReaders } from "./queries"

const REFUSED = say("Only workers and managers can write to groups.")
const SENT = say("This email has been sent already.")

type Said = { subject: string; words: string }

/** Keeps an email to groups, without sending it. */
export async function draftMailing(ctx: Ctx, { groupIds, ...said }: Draft): Promise<{ id: string }> {
  ensure(mayWriteToGroups(ctx.actor), REFUSED)
  const ids = await tickedGroups(ctx, groupIds)
  const [made] = await ctx.tx
    .insert(mailings)
    .values({ lioId: ctx.lio.id, ...said, byPersonId: personOf(ctx.actor)?.personId, createdAt: ctx.now })
    .returning({ id: mailings.id })
  const { id } = found(made)
  await ctx.tx
    .insert(mailingGroups)
    .values(ids.map((groupId) => ({ lioId: ctx.lio.id, mailingId: id, groupId })))
  await record(ctx, {
    what: "mailing.drafted",
    subject: ["mailing", id],
    summary: sayCount(
      ids.length,
      {
        one: "Wrote an email to {count} group: {subject}",
        other: "Wrote an email to {count} groups: {subject}",
      },
      { subject: said.subject },
    ),
  })
  return { id }
}

/** Says a draft better. */
export async function rewriteMailing(ctx: Ctx, { id, ...said }: Rewrite): Promise<{ id: string }> {
  ensure(mayWriteToGroups(ctx.actor), REFUSED)
  const before = await getMailing(ctx, id)
  const [kept] = await ctx.tx
    .update(mailings)
    .set(said)
    .where(and(eq(mailings.id, id), isNull(mailings.sentAt)))
    .returning({ id: mailings.id })
  if (!kept) throw new RuleBroken(SENT)
  await record(ctx, {
    what: "mailing.changed",
    subject: ["mailing", id],
    summary: say("Changed an email to groups: {subject}", { subject: said.subject }),
    from: { subject: before.subject, words: before.words },
    to: said,
  })
  return kept
}

/** Throws a draft away. */
export async function discardMailing(ctx: Ctx, { id }: { id: string }): Promise<Said> {
  ensure(mayWriteToGroups(ctx.actor), REFUSED)
  await getMailing(ctx, id)
  const [gone] = await ctx.tx
    .delete(mailings)
    .where(and(eq(mailings.id, id), isNull(mailings.sentAt)))
    .returning({ subject: mailings.subject, words: mailings.words })
  if (!gone) throw new RuleBroken(SENT)
  await record(ctx, {
    what: "mailing.discarded",
    subject: ["mailing", id],
    summary: say("Discarded an email to groups: {subject}", { subject: gone.subject }),
  })
  return gone
}

const letterTo = ({ subject, words }: Said, { to, basis, groups }: Addressee): Letter => ({
  letter: "mailing",
  stream: "news",
  to,
  basis,
  waits: UNDO_MINUTES,
  props: { title: subject, words, groups },
})

/** Sends an email to whoever speaks for its groups, one letter each; for a minute it can be taken back. */
export async function sendMailing(ctx: Ctx, { id }: { id: string }) {
  ensure(mayWriteToGroups(ctx.actor), REFUSED)
  const mailing = await getMailing(ctx, id)
  const { addressees, groups } = await listReaders(ctx, mailing.groups)
  if (addressees.length === 0)
    throw new RuleBroken(
      say("Nobody at these groups can be emailed. Ring them, or add an email address first."),
    )
  const [sent] = await ctx.tx
    .update(mailings)
    .set({ sentAt: ctx.now, byPersonId: personOf(ctx.actor)?.personId })
    .where(and(eq(mailings.id, id), isNull(mailings.sentAt)))
    .returning({ id: mailings.id })
  if (!sent) throw new RuleBroken(SENT)
  await postAll(
    ctx,
    addressees.map((addressee) => letterTo(mailing, addressee)),
  )
  await record(ctx, {
    what: "mailing.sent",
    subject: ["mailing", id],
    groupIds: groups.filter(({ readers }) => readers.length > 0).map((group) => group.id),
    summary: say("Emailed: {subject}", { subject: mailing.subject }),
  })
  return { id, subject: mailing.subject, people: addressees.length }
}

/** Sends the asker what the groups would get, and nobody else. Gives their address. */
export async function tryMailing(ctx: Ctx, { id }: { id: string }) {
  ensure(mayWriteToGroups(ctx.actor), REFUSED)
  const { subject, words } = await getMailing(ctx, id)
  const { personId, email } = found(personOf(ctx.actor))
  await postAll(ctx, [
    {
      letter: "mailing",
      stream: "service",
      to: { personId },
      props: { title: subject, words, groups: [say("Your group’s name")] },
    },
  ])
  return { id, email }
}

/** Takes an email back within its minute, so that it is a draft again. Refused once any of it has gone. */
export async function takeBackMailing(ctx: Ctx, id: string): Promise<{ id: string; subject: string }> {
  ensure(mayWriteToGroups(ctx.actor), REFUSED)
  const { sentAt, subject, groups: to } = await getMailing(ctx, id)
  if (!sentAt) throw new RuleBroken(say("This email has been taken back already."))
  if (await takeBackLetters(ctx, { letter: "mailing", at: sentAt }))
    throw new RuleBroken(say("It has gone out already, so it can’t be taken back."))
  await ctx.tx
    .update(mailings)
    .set({ sentAt: null })
    .where(and(eq(mailings.id, id), isNotNull(mailings.sentAt)))
  await record(ctx, {
    what: "mailing.taken_back",
    subject: ["mailing", id],
    groupIds: to.filter(({ reached }) => reached).map((group) => group.id),
    summary: say("Took back an email before it went: {subject}", { subject }),
  })
  return { id, subject }
}
