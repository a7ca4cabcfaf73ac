import "server-only"
import { keys, STAGES, type TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { answerName, answersInput } from "../../../fields/input"
import { listFields } from "../../../fields/queries"
import { say } from "../../../words"
import { changeGroup } from "../../commands"
import { findSave } from "../../history/queries"
import { mayKeepGroups } from "../../policy"
import { getGroup } from "../../queries"
import { setMainContact } from "../../roles/commands"
import { questionIn } from "./input"

type To = { id: string; column: string; value: string[] }
type Group = Awaited<ReturnType<typeof getGroup>>

async function answered(ctx: Ctx, { custom }: Group, question: string, value: string[]) {
  const field = found((await listFields(ctx)).find((one) => one.id === question))
  const typed = field.kind === "choices" ? value : (value[0] ?? "")
  return answersInput([field], custom).parse({ [answerName(question)]: typed })
}

/** What a cell changes of its group; null: its main contact, which is no field of it. */
async function changeIn(ctx: Ctx, group: Group, { column, value }: To) {
  const question = questionIn(column)
  if (question) return { custom: await answered(ctx, group, question, value) }
  if (column === "contact") return null
  if (column === "serves") return { areaIds: value }
  if (column === "stage") {
    const stage = keys(STAGES).find((one) => one === value[0])
    if (!stage) throw new RuleBroken(say("Choose a stage"), "value")
    return { stage }
  }
  const others = group.terms.filter(({ list }) => list !== (column as keyof typeof TERM_LISTS))
  return { termIds: [...others.map((term) => term.id), ...value] }
}

/** Changes one cell of the list of groups. Gives the save, for undoing it; null when nothing was different. */
export async function writeCell(ctx: Ctx, to: To): Promise<string | null> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change this."))
  const { id, value } = to
  const group = await getGroup(ctx, id)
  const { version } = group
  const change = await changeIn(ctx, group, to)
  if (change) await changeGroup(ctx, id, { version, ...change })
  else await setMainContact(ctx, { groupId: id, personId: value[0] || null, seen: undefined })
  const after = await getGroup(ctx, id)
  return after.version > version ? findSave(ctx, id, after.version) : null
}
