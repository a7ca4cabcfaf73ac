import "server-only"
import type { Ctx } from "../../../access/ctx"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { knowsWhose } from "../../policy"
import { type Consultation, listQuestions } from "../../queries"
import { NO_FILES } from "./input"

/** Refused where some question asks for a file, and answers are named to nobody. */
export async function ensureNoFiles(ctx: Ctx, id: string, of: Pick<Consultation, "naming">, field?: string) {
  if (knowsWhose(of)) return
  const asking = (await listQuestions(ctx, id)).findIndex(({ kind }) => kind === "file")
  if (asking >= 0)
    throw new RuleBroken(
      say("Question {number} asks for a file. {why}", { number: asking + 1, why: NO_FILES }),
      field,
    )
}
