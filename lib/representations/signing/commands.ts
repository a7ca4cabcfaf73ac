import "server-only"
import { paperSignOffs } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { isManager } from "../../access/may"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { setOptions } from "../../lios/commands"
import { say } from "../../words"
import { openRepresentation } from "../commands"
import { getPreview } from "../publishing/queries"
import type { PapersChosen, SignOff } from "./input"
import { getPaperOptions } from "./queries"

/** Notes that the board, or somebody named, signed off what a paper says now. Changed words need another. */
export async function recordSignOff(ctx: Ctx, { id, digest, who, on, minute }: SignOff) {
  const { title } = await openRepresentation(ctx, id)
  const { wordsDigest } = await getPreview(ctx, id)
  if (wordsDigest !== digest)
    throw new RuleBroken(say("The paper has changed since you opened this page. Read it again first."))
  const day = on ?? ctx.today
  if (day > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "on")
  await ctx.tx.insert(paperSignOffs).values({
    ...{ lioId: ctx.lio.id, representationId: id, digest, who, on: day, minute },
    ...{ enteredAt: ctx.now, enteredBy: personOf(ctx.actor)?.personId ?? null },
  })
  await record(ctx, {
    what: "paper.signed_off",
    subject: ["representation", id],
    summary: say("“{title}” was signed off by {who}", { title, who }),
    to: { who, on: day, minute },
  })
  return { id }
}

/** Chooses whether papers are signed off before they are published, and whether anybody may read the scorecard. */
export async function choosePapers(ctx: Ctx, chosen: PapersChosen) {
  ensure(isManager(ctx.actor), say("Only a manager can choose this."))
  const { papersSignedOff, scorecardPublic } = chosen
  const before = await getPaperOptions(ctx)
  await setOptions(ctx, chosen)
  if (scorecardPublic !== undefined && scorecardPublic !== before.scorecardPublic)
    await record(ctx, {
      what: "lio.papers_chosen",
      subject: ["lio", ctx.lio.id],
      summary: scorecardPublic
        ? say("Made “How bodies reply” public")
        : say("Made “How bodies reply” staff only"),
    })
  if (papersSignedOff === before.papersSignedOff) return
  await record(ctx, {
    what: "lio.papers_chosen",
    subject: ["lio", ctx.lio.id],
    summary: papersSignedOff
      ? say("Papers are signed off before they’re published")
      : say("Papers are published without a sign-off"),
  })
}
