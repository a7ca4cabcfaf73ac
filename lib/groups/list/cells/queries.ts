import "server-only"
import { AREA_KINDS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import type { Cell } from "../../../access/room-type"
import { ensure, found, RuleBroken } from "../../../errors"
import { answerName } from "../../../fields/input"
import { listFields } from "../../../fields/queries"
import { answersTyped, offered } from "../../../fields/words"
import { mayNameAreas } from "../../../lios/policy"
import { COUNTS } from "../../../membership-status/period"
import { hasTypes, listMembershipStatuses } from "../../../membership-status/queries"
import { say } from "../../../words"
import { mayKeepGroups } from "../../policy"
import { type Group, getGroup, listAreas, listTerms } from "../../queries"
import { listRoles } from "../../roles/queries"
import { SETTABLE_STAGES } from "../../stage/words"
import { fieldLabel } from "../../words"
import { fitsInCell, questionIn } from "./input"

type Asked = Omit<Cell, "name">

const YES_NO = [
  { value: "yes", label: say("Yes") },
  { value: "no", label: say("No") },
]
const NOBODY = { value: "", label: say("Nobody") }
const UNKNOWN = { value: "", label: say("Not known") }

async function stageOf(ctx: Ctx, group: Group): Promise<Asked> {
  const [kinds, [membership]] = await Promise.all([hasTypes(ctx), listMembershipStatuses(ctx, [group.id])])
  if (group.stage === "closed")
    throw new RuleBroken(say("This group has closed. Open it again on its own page."))
  if (membership && COUNTS.has(membership.state))
    throw new RuleBroken(say("Its stage follows from its membership. Change that on its Membership page."))
  const stages = kinds ? SETTABLE_STAGES : (["member", "affiliate", ...SETTABLE_STAGES] as const)
  return {
    label: say("Stage"),
    kind: "one",
    options: stages.map((value) => ({ value, label: STAGES[value] })),
    value: [group.stage],
  }
}

async function contactOf(ctx: Ctx, group: Group): Promise<Asked> {
  const held = (await listRoles(ctx, group.id)).filter(({ held }) => held)
  if (held.length === 0)
    throw new RuleBroken(say("This group has no people yet. Add one on its People page."))
  return {
    label: fieldLabel("mainContactId"),
    kind: "one",
    options: [...held.map(({ personId, name }) => ({ value: personId, label: name })), NOBODY],
    value: [group.mainContactId ?? ""],
  }
}

async function answerOf(ctx: Ctx, group: Group, question: string): Promise<Asked> {
  const field = found((await listFields(ctx)).find(({ id }) => id === question))
  if (!fitsInCell(field.kind)) throw new RuleBroken(say("Answer this question on the group’s own page."))
  const typed = answersTyped([field], group.custom)[answerName(field.id)] ?? ""
  const options = offered(field, group.custom[field.id]).map((value) => ({ value, label: value }))
  const value = [typed].flat()
  if (field.kind === "choices") return { label: field.label, kind: "several", options, value }
  if (field.kind === "choice")
    return { label: field.label, kind: "one", options: [...options, UNKNOWN], value }
  if (field.kind === "yes_no")
    return { label: field.label, kind: "one", options: [...YES_NO, UNKNOWN], value }
  return { label: field.label, kind: "typed", options: [], value }
}

async function askedIn(ctx: Ctx, group: Group, column: string): Promise<Asked> {
  const question = questionIn(column)
  if (question) return answerOf(ctx, group, question)
  if (column === "stage") return stageOf(ctx, group)
  if (column === "contact") return contactOf(ctx, group)
  if (column === "serves") {
    const areas = await listAreas(ctx)
    return {
      label: fieldLabel("areaIds"),
      kind: "several",
      options: areas.map(({ id, kind, name }) => ({
        value: id,
        label: `${name} (${AREA_KINDS[kind].toLowerCase()})`,
      })),
      value: group.areaIds,
      ...(mayNameAreas(ctx.actor) ? { adds: "area" } : {}),
    }
  }
  const list = column as keyof typeof TERM_LISTS
  const held = group.terms.filter((term) => term.list === list)
  const terms = (await listTerms(ctx)).filter((term) => term.list === list)
  const retired = held.filter(({ id }) => !terms.some((term) => term.id === id))
  return {
    label: TERM_LISTS[list],
    kind: "several",
    options: [...terms, ...retired].map(({ id, name }) => ({ value: id, label: name })),
    value: held.map(({ id }) => id),
  }
}

/** What one cell of the list says and may say. RuleBroken, with the way to change it, where it follows from something else. */
export async function openCell(ctx: Ctx, { id, column }: { id: string; column: string }): Promise<Cell> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change this."))
  const group = await getGroup(ctx, id)
  return { name: group.name, ...(await askedIn(ctx, group, column)) }
}
