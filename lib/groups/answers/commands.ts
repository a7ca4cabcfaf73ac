import "server-only"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { answersInput, type ChangeAnswers } from "../../fields/input"
import { mayAnswer } from "../../fields/policy"
import { listFields } from "../../fields/queries"
import { say } from "../../words"
import { changeGroup } from "../commands"
import { getGroup } from "../queries"

/** Changes a group's answers to the LIO's own questions. What is not in the form stays. */
export async function changeAnswers(ctx: Ctx, { id, version, ...values }: ChangeAnswers) {
  const group = await getGroup(ctx, id)
  const fields = (await listFields(ctx)).filter((field) => mayAnswer(ctx.actor, id, field))
  ensure(fields.length > 0, say("You may not change that. Ask the staff to do it."))
  const custom = answersInput(fields, group.custom).parse(values)
  return changeGroup(ctx, id, { version, custom })
}
