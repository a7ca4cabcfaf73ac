import "server-only"
import { keys, STAGES, type TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { answerName, answersInput } from "../../fields/input"
import { listFields } from "../../fields/queries"
import { say } from "../../words"
import { changeGroup } from "../commands"
import { findSave } from "../history/queries"
import { mayKeepGroups } from "../policy"
import { getGroup } from "../queries"
import { setMainContact } from "../roles/commands"
import { type ChangeCell, questionIn } from "./input"
import { getCell } from "./queries"

async function write(ctx: Ctx, { id, column, version, value }: ChangeCell) {
  const question = questionIn(column)
  if (question) {
    const { custom } = await getGroup(ctx, id)
    const field = found((await listFields(ctx)).find((one) => one.id === question))
    const typed = field.kind === "choices" ? value : (value[0] ?? "")
    await changeGroup(ctx, id, {
      version,
      custom: answersInput([field], custom).parse({ [answerName(question)]: typed }),
    })
  } else if (column === "contact") {
    await setMainContact(ctx, { groupId: id, personId: value[0] || null, seen: undefined })
  } else if (column === "stage") {
    const stage = keys(STAGES).find((one) => one === value[0])
    if (!stage) throw new RuleBroken(say("Choose a stage"), "value")
    await changeGroup(ctx, id, { version, stage })
  } else if (column === "serves") {
    await changeGroup(ctx, id, { version, areaIds: value })
  } else {
    const { terms } = await getGroup(ctx, id)
    const others = terms.filter(({ list }) => list !== (column as keyof typeof TERM_LISTS))
    await changeGroup(ctx, id, { version, termIds: [...others.map((term) => term.id), ...value] })
  }
}

/** Changes one cell of the list of groups. `save`: what was saved, for undoing it; null when nothing was different. */
export async function changeCell(
  ctx: Ctx,
  input: ChangeCell,
): Promise<{ id: string; name: string; label: string; from: string; save: string | null }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change this."))
  const { id, column, from } = input
  const { label } = await getCell(ctx, { id, column })
  const { version, name } = await getGroup(ctx, id)
  await write(ctx, input)
  const after = await getGroup(ctx, id)
  const save = after.version > version ? await findSave(ctx, id, after.version) : null
  return { id, name, label, from, save }
}
