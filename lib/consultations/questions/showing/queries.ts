import "server-only"
import type { Ctx } from "../../../access/ctx"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { listQuestions } from "../../queries"
import { ONLY_NAMED } from "./input"

/** Refused where some question is only for some groups, and answers won't be named. */
export async function ensureAskedOfAll(ctx: Ctx, id: string, field?: string) {
  const hanging = (await listQuestions(ctx, id)).findIndex(({ setting }) => setting.onlyIf)
  if (hanging >= 0)
    throw new RuleBroken(
      say("Question {number} is only for some groups. {why}", { number: hanging + 1, why: ONLY_NAMED }),
      field,
    )
}
