import "server-only"
import { eq } from "drizzle-orm"
import { ballotBoxes } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { isStaff } from "../../../access/may"
import { ensure, NotFound } from "../../../errors"
import { say } from "../../../words"
import { listStanding } from "../nominations/queries"
import { isCounted } from "../results/queries"
import { getTaken, listOwnPlaces, type Taker } from "../taking/queries"
import { canOpen, codeIn, inOrderFor, markOf, openBox } from "./box"

/**
 * The ballot of one place on the roll, for whoever votes for it. `chosen`: what the ballot of this code says now, by the ids of
 * those who stand in order of preference; null where the code finds none.
 */
export async function getBallot(ctx: Ctx, taker: Taker, rollId: string, code: string | undefined) {
  const [election, places] = [await getTaken(ctx, taker), await listOwnPlaces(ctx, taker)]
  const place = places.find(({ id, votes, leftOut }) => id === rollId && votes && !leftOut)
  if (!place || !election.openedAt) throw new NotFound(say("There is no such ballot."))
  const standing = await listStanding(ctx, election.id)
  const own = codeIn(code)
  const chosen =
    own && place.voted && election.state === "voting" ? await chosenBy(ctx, election.id, own) : null
  return {
    election,
    place,
    standing: inOrderFor(rollId, standing),
    chosen: chosen?.flatMap((at) => standing[at]?.id ?? []) ?? null,
    // Null: it isn’t counted yet, or nobody knows the code here.
    counted: own && election.state === "ended" ? await isCounted(ctx, election.id, own) : null,
    closed: election.state !== "voting" || election.votingUntil <= ctx.now,
  }
}

async function chosenBy(ctx: Ctx, electionId: string, code: string): Promise<number[] | null> {
  const [box] = await readingAll(ctx, "a voter sees their own ballot by its code", () =>
    ctx.tx.select().from(ballotBoxes).where(eq(ballotBoxes.electionId, electionId)),
  )
  if (!box || !canOpen(box.salt)) return null
  const mark = markOf(electionId, code)
  return openBox(box.salt, electionId, box.locked).find((one) => one.mark?.equals(mark))?.preferences ?? null
}

/** Whether the box of an election can be opened by the secret of today. For staff. */
export async function boxOpens(ctx: Ctx, electionId: string): Promise<boolean> {
  ensure(isStaff(ctx.actor))
  const [box] = await readingAll(
    ctx,
    "staff see whether the box can be opened, and nothing of what is in it",
    () =>
      ctx.tx
        .select({ salt: ballotBoxes.salt })
        .from(ballotBoxes)
        .where(eq(ballotBoxes.electionId, electionId)),
  )
  return !box || canOpen(box.salt)
}
