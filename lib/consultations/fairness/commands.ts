import "server-only"
import { eq } from "drizzle-orm"
import { consultations } from "@/db/schema"
import { FAIRNESS, keys } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { checkSeen } from "../../seen"
import { say } from "../../words"
import { holdConsultation } from "../commands"
import type { Fairness } from "../input"
import { checklistOf } from "./words"

/** Keeps how a consultation is fair, principle by principle, until it closes: it then stands in its edition. */
export async function noteFairness(ctx: Ctx, { id, seen, ...said }: Fairness) {
  const { title, state, fairness: from } = await holdConsultation(ctx, id)
  if (state !== "draft" && state !== "open")
    throw new RuleBroken(say("It has closed, so its checklist can’t be changed any more."))
  const fairness = Object.fromEntries(keys(FAIRNESS).flatMap((key) => (said[key] ? [[key, said[key]]] : [])))
  checkSeen(seen, checklistOf(from), checklistOf(fairness))
  await ctx.tx.update(consultations).set({ fairness }).where(eq(consultations.id, id))
  await record(ctx, {
    what: "consultation.changed",
    subject: ["consultation", id],
    summary: say("Changed the fairness checklist for “{title}”", { title }),
    from: { fairness: from },
    to: { fairness },
  })
  return { id }
}
