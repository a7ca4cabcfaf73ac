import "server-only"
import { eq } from "drizzle-orm"
import { nominationAddresses, nominations } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { letFilesGo } from "../../../files/keeping/commands"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { KEEPS_BOARDS, mayKeepBoards } from "../../policy"
import { ensureOpen, holdElectionOf } from "../holding/commands"
import { askNominee } from "../letters/commands"
import { listNominations } from "../nominations/queries"
import { isUnanswered } from "../nominations/words"
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
  const election = await holdElectionOf(ctx, id)
  ensureOpen(ctx, election)
  const before = found((await listNominations(ctx, election.id)).find((one) => one.id === id))
  const { name, group, groupId, pictureId } = before
  if (!isUnanswered(before)) throw new RuleBroken(say("{name} has answered already.", { name }))
  await letFilesGo(ctx, { onId: id, ids: pictureId ? [pictureId] : [] })
  const [gone] = await ctx.tx
    .delete(nominations)
    .where(eq(nominations.id, id))
    .returning({ statement: nominations.statement, nominatedBy: nominations.nominatedBy })
  await addNominee(ctx, election, {
    ...{ ...found(gone), name, email, group: { id: groupId, name: group }, personId: null },
    summary: say("{name} was asked again whether they want to stand for “{title}”", {
      ...{ name, title: election.title },
    }),
  })
  return { id: election.id, name }
}
