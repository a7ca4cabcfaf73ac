import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { nominationAddresses, nominations } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { letFilesGo } from "../../../files/keeping/commands"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { ensureOpen, holdElection } from "../holding/commands"
import { askNominee } from "../letters/commands"
import { listNominations } from "../nominations/queries"
import type { Election } from "../queries"
import type { AskAgain } from "./input"

type Put = {
  name: string
  email: string
  group: { id: string; name: string }
  statement: string | null
  nominatedBy: string | null
  /** Whoever put themselves up; null: somebody who is asked by an email of their own. */
  personId: string | null
  /** What the journal says of it. */
  summary: string
}

/** Adds whom a group puts up, and writes to them. */
export async function addNominee(
  ctx: Ctx,
  election: Election,
  { email, group, summary, ...put }: Put,
): Promise<string> {
  const agreed = put.personId !== null
  const [made] = await ctx.tx
    .insert(nominations)
    .values({
      ...{ ...put, lioId: ctx.lio.id, electionId: election.id, groupId: group.id },
      ...{ nominatedAt: ctx.now, agreedAt: agreed ? ctx.now : null },
    })
    .returning({ id: nominations.id })
  const { id } = found(made)
  await ctx.tx.insert(nominationAddresses).values({ lioId: ctx.lio.id, nominationId: id, email })
  await askNominee(ctx, election, { id, name: put.name, email, group: group.name, agreed })
  await record(ctx, {
    what: "nomination.made",
    subject: ["election", election.id],
    groupIds: [group.id],
    summary,
    about: { personIds: [put.personId], email },
  })
  return id
}

/**
 * Staff write again to somebody who hasn’t answered, at the address that is right. They are put up anew: a link that went to
 * somebody else opens nothing from then on.
 */
export async function askAgain(ctx: Ctx, { id, email }: AskAgain) {
  ensure(mayKeepBoards(ctx.actor), KEEPS_BOARDS)
  const [row] = await ctx.tx
    .select({ electionId: nominations.electionId })
    .from(nominations)
    .where(eq(nominations.id, id))
  const election = await holdElection(ctx, found(row).electionId)
  ensureOpen(ctx, election)
  const before = found((await listNominations(ctx, election.id)).find((one) => one.id === id))
  const { name, group, groupId, pictureId } = before
  await letFilesGo(ctx, { onId: id, ids: pictureId ? [pictureId] : [] })
  const [gone] = await ctx.tx
    .delete(nominations)
    .where(
      and(
        eq(nominations.id, id),
        isNull(nominations.agreedAt),
        isNull(nominations.withdrawnAt),
        isNull(nominations.refusedReason),
      ),
    )
    .returning({ statement: nominations.statement, nominatedBy: nominations.nominatedBy })
  if (!gone) throw new RuleBroken(say("{name} has answered already.", { name }))
  await addNominee(ctx, election, {
    ...{ ...gone, name, email, group: { id: groupId, name: group }, personId: null },
    summary: say("{name} was asked again whether they want to stand for “{title}”", {
      ...{ name, title: election.title },
    }),
  })
  return { id: election.id, name }
}
