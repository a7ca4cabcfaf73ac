import "server-only"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { questionOf } from "../../fields/input"
import { inSentence, say } from "../../words"
import { changeGroup } from "../commands"
import type { ChangeGroup } from "../input"
import { mayKeepGroups } from "../policy"
import { asFields } from "../proposals/input"
import { getGroup } from "../queries"
import { setMainContact } from "../roles/commands"
import type { PutBack } from "./input"
import { getChange, getSave } from "./queries"

/** The earlier value as a change to the group; ids that mean nothing any more are left out. */
function asChange(field: string, value: unknown, knownIds?: Set<string>): Omit<ChangeGroup, "version"> {
  const question = questionOf(field)
  if (question) return { custom: { [question]: value } }
  const ids = () => (Array.isArray(value) ? value.filter((id) => knownIds?.has(String(id)) ?? true) : [])
  if (field === "areaIds" || field === "termIds") return { [field]: ids() }
  if (field === "identifiers") return { identifiers: Array.isArray(value) ? value : [] }
  return asFields({ [field]: value })
}

/** Lets a field say again what it said before a change. Policy and version count as in any change. */
export async function putBack(
  ctx: Ctx,
  { id, eventId, field, version }: PutBack,
): Promise<{ id: string; label: string; changed: boolean }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can put a change back."))
  const { group, value, label, known } = await getChange(ctx, { id, eventId, field })
  if (field === "stage" && value === "closed")
    throw new RuleBroken(
      say("To close a group, say when and why: choose “This group has closed” on its details."),
    )
  if (field === "mainContactId") {
    const seen = group.mainContactId
    if (group.version !== version)
      throw new RuleBroken(say("Somebody saved changes to this group meanwhile. Look at the page again."))
    await setMainContact(ctx, { groupId: id, personId: (value as string | null) ?? null, seen })
    return { id, label, changed: seen !== value }
  }
  const done = await changeGroup(
    ctx,
    id,
    { ...asChange(field, value, known), version },
    { summary: say("Restored: {label}", { label: inSentence(label) }) },
  )
  return { id, label, changed: done.changed.length > 0 }
}

const SINCE = say("Somebody has changed this since. You can still restore it from the group’s history.")

/** Undoes one save of a group whole: each field says again what it said before. Refused when one was changed since. */
export async function undoSave(
  ctx: Ctx,
  { eventId }: { eventId: string },
): Promise<{ id: string; name: string }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can undo this."))
  const { groupId: id, version, before } = await getSave(ctx, eventId)
  const { mainContactId, ...fields } = before
  const group = await getGroup(ctx, id)
  if (mainContactId !== undefined) {
    if (group.version !== version) throw new RuleBroken(SINCE)
    await setMainContact(ctx, {
      groupId: id,
      personId: mainContactId as string | null,
      seen: group.mainContactId,
    })
    return group
  }
  const change: Omit<ChangeGroup, "version"> = {}
  for (const [field, value] of Object.entries(fields)) {
    const { custom, ...rest } = asChange(field, value)
    Object.assign(change, rest)
    if (custom) change.custom = { ...change.custom, ...custom }
  }
  const how = {
    summary: say("Undid a change"),
    stageSince: fields.stageSince as string | null | undefined,
    undoes: true as const,
  }
  await changeGroup(ctx, id, { ...change, version }, how).catch((refusal) => {
    throw refusal instanceof RuleBroken && refusal.theirs ? new RuleBroken(SINCE) : refusal
  })
  return group
}
