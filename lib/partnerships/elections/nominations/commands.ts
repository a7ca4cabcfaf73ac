import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { endorsements, networks, nominations } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import { type Ctx, personOf } from "../../../access/ctx"
import { nomineePath } from "../../../access/links"
import { holdsLink } from "../../../access/may"
import { post } from "../../../email/commands"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { addNominee } from "../asking/commands"
import { askForCheck, keepCheckTask } from "../checking/commands"
import { ensureOpen, holdElection, holdElectionOf } from "../holding/commands"
import type { Election } from "../queries"
import { ensureTakes, linksUntil, listOwnGroups, type Taker } from "../taking/queries"
import type { Check, Endorse, Nominate, NoteNetwork } from "./input"
import { listNominations, type Nominee } from "./queries"
import { missingIn } from "./words"

/** A group of the taker, in good standing. */
async function ownGroup(ctx: Ctx, taker: Taker, election: Election, groupId: string) {
  const group = (await listOwnGroups(ctx, taker, election)).find(({ id }) => id === groupId)
  if (!group)
    throw new RuleBroken(say("Only groups that are members in good standing can do this."), "groupId")
  return group
}

/** Puts somebody of a group up. Whoever puts themselves up stands; anybody else is asked by an email of their own. */
export async function nominate(ctx: Ctx, taker: Taker, said: Nominate) {
  ensureTakes(ctx, taker)
  const election = await readingAll(ctx, "the election of this link", () =>
    holdElection(ctx, taker.electionId),
  )
  const group = await ownGroup(ctx, taker, election, said.groupId)
  ensureOpen(ctx, election)
  const holder = ctx.actor.kind === "link" ? ctx.actor.holder : null
  const me = said.who === "me" ? holder : null
  if (said.who === "me" && !me)
    throw new RuleBroken(say("We don’t know your name yet. Choose “Somebody else”, and enter it."), "who")
  if (me && !said.statement) throw new RuleBroken(say("Enter a few words to the groups"), "statement")
  const name = me?.name ?? said.name ?? ""
  const email = me?.email || (said.email ?? "")
  return readingAll(ctx, "who else was put up by this group", async () => {
    const [other] = await ctx.tx
      .select({ name: nominations.name })
      .from(nominations)
      .where(
        and(
          eq(nominations.electionId, election.id),
          eq(nominations.groupId, group.id),
          isNull(nominations.withdrawnAt),
          isNull(nominations.refusedReason),
        ),
      )
    if (other)
      throw new RuleBroken(
        say("{group} has put up {name} already. Each group can put up one person.", {
          group: group.name,
          name: other.name,
        }),
        "groupId",
      )
    const id = await addNominee(ctx, election, {
      ...{ name, email, group, statement: said.statement, nominatedBy: taker.personId },
      personId: me?.personId ?? null,
      summary: say("{group} put up {name} for “{title}”", {
        ...{ group: group.name, name, title: election.title },
      }),
    })
    if (me) await askForCheck(ctx, election.id)
    return { id, asked: !me }
  })
}

/** A group endorses somebody of another group, once. */
export async function endorse(ctx: Ctx, taker: Taker, { nominationId, groupId }: Endorse) {
  ensureTakes(ctx, taker)
  const election = await readingAll(ctx, "the election of this link", () =>
    holdElection(ctx, taker.electionId),
  )
  const group = await ownGroup(ctx, taker, election, groupId)
  ensureOpen(ctx, election)
  await readingAll(ctx, "whom the group endorses, and whether it has", async () => {
    const [nomination] = await ctx.tx
      .select()
      .from(nominations)
      .where(and(eq(nominations.id, nominationId), eq(nominations.electionId, election.id)))
    const { name, groupId: of, agreedAt, withdrawnAt } = found(nomination)
    if (!agreedAt || withdrawnAt) throw new RuleBroken(say("{name} doesn’t stand.", { name }))
    if (of === group.id)
      throw new RuleBroken(say("A group can’t endorse the person it put up itself."), "groupId")
    const [before] = await ctx.tx
      .select({ id: endorsements.id })
      .from(endorsements)
      .where(
        and(
          eq(endorsements.nominationId, nominationId),
          eq(endorsements.groupId, group.id),
          isNull(endorsements.networkId),
        ),
      )
    if (before)
      throw new RuleBroken(
        say("{group} has endorsed {name} already.", { group: group.name, name }),
        "groupId",
      )
    await ctx.tx.insert(endorsements).values({
      ...{ lioId: ctx.lio.id, nominationId, groupId: group.id, personId: taker.personId, at: ctx.now },
    })
    await record(ctx, {
      what: "nomination.endorsed",
      subject: ["election", election.id],
      groupIds: [group.id],
      summary: say("{group} endorsed {name} for “{title}”", {
        ...{ group: group.name, name, title: election.title },
      }),
    })
    await askForCheck(ctx, election.id)
  })
}

/** Staff note that a network endorses somebody, as its meeting decided. */
export async function noteNetwork(ctx: Ctx, { id, networkId }: NoteNetwork) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = await holdElectionOf(ctx, id)
  const { name } = found((await listNominations(ctx, election.id)).find((one) => one.id === id))
  if (election.state !== "nominating" && election.state !== "checking")
    throw new RuleBroken(say("Voting has opened, so this can’t be changed."))
  const [network] = await ctx.tx
    .select({ name: networks.name })
    .from(networks)
    .where(eq(networks.id, networkId))
  const [before] = await ctx.tx
    .select({ id: endorsements.id })
    .from(endorsements)
    .where(and(eq(endorsements.nominationId, id), eq(endorsements.networkId, networkId)))
  if (before) throw new RuleBroken(say("It’s noted already."), "networkId")
  await ctx.tx.insert(endorsements).values({
    ...{ lioId: ctx.lio.id, nominationId: id, networkId, at: ctx.now },
    personId: personOf(ctx.actor)?.personId ?? null,
  })
  await record(ctx, {
    what: "nomination.endorsed",
    subject: ["election", election.id],
    summary: say("{group} endorsed {name} for “{title}”", {
      ...{ group: found(network).name, name, title: election.title },
    }),
  })
  return { id: election.id }
}

const ensureOwn = (ctx: Ctx, { nominationId }: Nominee) =>
  ensure(holdsLink(ctx.actor, "nominee", nominationId), say("Use the link that you were sent."))

/** Whoever was put up agrees to stand, or changes their statement; while staff haven’t found it valid. */
export async function agree(ctx: Ctx, nominee: Nominee, { statement }: { statement: string | null }) {
  ensureOwn(ctx, nominee)
  const { nomination, election } = nominee
  await readingAll(ctx, "the nomination of this link", async () => {
    ensureOpen(ctx, await holdElection(ctx, election.id))
    const [agreed] = await ctx.tx
      .update(nominations)
      .set({
        statement,
        agreedAt: sql`coalesce(${nominations.agreedAt}, ${ctx.now.toISOString()}::timestamptz)`,
      })
      .where(
        and(
          eq(nominations.id, nomination.id),
          isNull(nominations.withdrawnAt),
          isNull(nominations.checkedAt),
        ),
      )
      .returning({ id: nominations.id })
    if (!agreed) throw new RuleBroken(say("This can’t be changed any more."))
    await record(ctx, {
      what: "nomination.agreed",
      subject: ["election", election.id],
      groupIds: [nomination.groupId],
      summary: say("{name} agreed to stand for “{title}”", { name: nomination.name, title: election.title }),
    })
    await askForCheck(ctx, election.id)
  })
}

/** They withdraw: any time before voting opens. */
export async function withdraw(ctx: Ctx, nominee: Nominee) {
  ensureOwn(ctx, nominee)
  const { nomination, election } = nominee
  await readingAll(ctx, "the nomination of this link", async () => {
    const { state } = await holdElection(ctx, election.id)
    if (state !== "nominating" && state !== "checking")
      throw new RuleBroken(say("Voting has opened, so this can’t be withdrawn. Get in touch with us."))
    const [gone] = await ctx.tx
      .update(nominations)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(nominations.id, nomination.id), isNull(nominations.withdrawnAt)))
      .returning({ id: nominations.id })
    if (!gone) throw new RuleBroken(say("You have withdrawn already."))
    await record(ctx, {
      what: "nomination.withdrawn",
      subject: ["election", election.id],
      groupIds: [nomination.groupId],
      summary: say("{name} withdrew from “{title}”", { name: nomination.name, title: election.title }),
    })
    await askForCheck(ctx, election.id)
  })
}

/** Staff find a nomination valid, or not with a reason. The nominee hears of it. Before voting opens it can be decided anew. */
export async function checkNomination(ctx: Ctx, { id, verdict, reason }: Check) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const election = await holdElectionOf(ctx, id)
  if (election.state !== "nominating" && election.state !== "checking")
    throw new RuleBroken(say("Voting has opened, so this can’t be changed."))
  const nomination = found((await listNominations(ctx, election.id)).find((one) => one.id === id))
  if (nomination.withdrawn) throw new RuleBroken(say("{name} has withdrawn.", { name: nomination.name }))
  const valid = verdict === "valid"
  // Said again, it’s as it was: nobody is told twice.
  if (valid ? nomination.valid : nomination.refusedReason === reason)
    return { id: election.id, name: nomination.name, valid, told: false }
  const missing = valid ? missingIn(election, nomination) : null
  if (missing) throw new RuleBroken(missing, "verdict")
  await ctx.tx
    .update(nominations)
    .set({
      ...{ validAt: valid ? ctx.now : null, refusedReason: valid ? null : reason },
      ...{ checkedAt: ctx.now, checkedBy: personOf(ctx.actor)?.personId ?? null },
    })
    .where(eq(nominations.id, id))
  await keepCheckTask(ctx, election)
  await post(ctx, {
    letter: "election-checked",
    stream: "service",
    to: { email: nomination.email, name: nomination.name },
    props: {
      ...{ name: nomination.name, title: election.title, board: election.board, valid, reason },
      url: nomineePath(ctx.lio, id, linksUntil(election)),
    },
  })
  await record(ctx, {
    what: valid ? "nomination.valid" : "nomination.refused",
    subject: ["election", election.id],
    groupIds: [nomination.groupId],
    summary: valid
      ? say("The nomination of {name} for “{title}” is valid", {
          name: nomination.name,
          title: election.title,
        })
      : say("The nomination of {name} for “{title}” isn’t valid: {reason}", {
          ...{ name: nomination.name, title: election.title, reason: reason ?? "" },
        }),
  })
  return { id: election.id, name: nomination.name, valid, told: true }
}
