import type { AnswerValue } from "@/db/schema/asking"
import { say } from "../../words"
import type { Question } from "../queries"

/** How statements of groups are looked at, for everybody to read. */
export const MODERATION = say(
  "We read each statement before other groups see it. We turn it down if it names a person, makes more than one point, repeats another statement, is off topic or could be against the law, and we say why. Other groups aren’t told who wrote it.",
)

/** The statements of a question, in their order: those of staff, then those that groups wrote and staff let stand. */
export const statementsOf = ({ kind, setting }: Pick<Question, "kind" | "setting">) =>
  kind === "statements" ? (setting.options ?? []) : []

/** The statements that an answer says nothing to yet. */
export const unseenBy = (question: Pick<Question, "kind" | "setting">, value: AnswerValue | undefined) =>
  statementsOf(question).filter(({ id }) => !value?.votes?.[id])
