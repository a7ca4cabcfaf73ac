import "server-only"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { type Answers, answerName, answersInput } from "../../fields/input"
import { listFields } from "../../fields/queries"
import { withNewArea } from "../../lios/areas/commands"
import { say } from "../../words"
import { addGroup, changeGroup } from "../commands"
import type { ChangeGroup } from "../input"
import { mayKeepGroups } from "../policy"
import { getGroup } from "../queries"
import { welcomePerson } from "../roles/commands"
import type { Contacts } from "../roles/input"
import { findPossibleDuplicates } from "../similarity/queries"
import type { AddWholeGroup, FillIn, Said } from "./input"

/** The answers that were given, read as their questions want them. */
async function answersGiven(ctx: Ctx, answers: Said["answers"], before: Answers): Promise<Answers> {
  if (Object.keys(answers).length === 0) return {}
  const asked = (await listFields(ctx)).filter(({ id }) => answerName(id) in answers)
  const given = answersInput(asked, before).parse(answers)
  return Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== null))
}

async function addPeople(ctx: Ctx, groupId: string, contacts: Contacts) {
  let main = true
  for (const [at, contact] of contacts.entries()) {
    if (!contact) continue
    const nothingMore = { title: null, speaks: null, startedOn: null }
    await welcomePerson(ctx, { ...contact, ...nothingMore, main, groupId }).catch((refusal) => {
      if (!(refusal instanceof RuleBroken)) throw refusal
      throw new RuleBroken(refusal.message, `contacts.${at}.${refusal.field ?? "name"}`)
    })
    main = false
  }
}

/**
 * Keeps a new group with all that is known of it, and its first people; the first of them is its main contact. Refused
 * once when it may be on the list already: the groups that it may be are then offered beside its name.
 */
export async function addWholeGroup(ctx: Ctx, input: AddWholeGroup): Promise<{ id: string; name: string }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can add a group."))
  const { name, stage, sector, contacts, shownFor, said } = input
  const { fields, identifiers, termIds, answers } = said
  if (shownFor !== name) {
    const { email, postcode } = fields
    const like = await findPossibleDuplicates(ctx, { name, email, postcode, identifiers })
    if (like.length > 0)
      throw new RuleBroken(
        say("This may be on your list already. Check the groups below: if it’s none of them, add it."),
        "name",
        undefined,
        like.map((one) => ({
          value: one.id,
          label: one.name,
          hint: [one.postcode, one.because].filter(Boolean).join(", "),
        })),
      )
  }
  const areaIds = await withNewArea(ctx, said.areaIds, said.newArea ?? {})
  const group = await addGroup(ctx, { ...fields, name, stage, sector, identifiers, areaIds })
  // Tags and answers may be for staff only, so the log tells of them apart.
  const custom = await answersGiven(ctx, answers, {})
  if (termIds.length > 0 || Object.keys(custom).length > 0)
    await changeGroup(ctx, group.id, { version: 1, termIds, custom })
  await addPeople(ctx, group.id, contacts)
  return group
}

const added = (before: string[], more: string[]) => [...new Set([...before, ...more])]

/** Adds to what is known of a group; nothing that is known already is emptied. */
export async function fillInGroup(ctx: Ctx, { id, version, said }: FillIn) {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change this."))
  const group = await getGroup(ctx, id)
  const { fields, identifiers, termIds, answers } = said
  const areaIds = await withNewArea(ctx, said.areaIds, said.newArea ?? {})
  const change: ChangeGroup = { ...fields, version, custom: await answersGiven(ctx, answers, group.custom) }
  if (identifiers.length > 0) change.identifiers = identifiers
  if (areaIds.length > 0) change.areaIds = added(group.areaIds, areaIds)
  if (termIds.length > 0) change.termIds = added(group.termIds, termIds)
  return changeGroup(ctx, id, change)
}
