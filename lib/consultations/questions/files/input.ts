import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { knowsWhose } from "../../policy"
import type { Consultation, Question } from "../../queries"

/** Why nobody is asked for a file where answers are named to nobody. */
export const NO_FILES = say(
  "You can’t ask for files when answers are anonymous, because a file can show whose it is.",
)

/** Refuses a question for a file where nobody may know whose answers are whose. */
export function checkKind({ kind }: Pick<Question, "kind">, of: Pick<Consultation, "naming">) {
  if (kind === "file" && !knowsWhose(of)) throw new RuleBroken(NO_FILES, "kind")
}
