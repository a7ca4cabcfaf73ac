import "server-only"
import { z } from "zod"
import { type Ctx, personOf } from "../../access/ctx"
import { listCasesToChoose } from "../../cases/queries"
import { type Draft, listDrafts } from "../../drafts/queries"
import { ensure } from "../../errors"
import { listToGive } from "../../giving/queries"
import { listStaff } from "../../lios/queries"
import { linesOf } from "../../membership-status/queries"
import { say } from "../../words"
import { LENGTHS } from "../input"
import { mayRecordSessions } from "../policy"
import {
  getLastKind,
  getSession,
  listChosen,
  listEnquiriesChosen,
  listPeopleOf,
  type Session,
} from "../queries"
import { kindChoices } from "../types/queries"
import { draftName } from "./input"

type Query = Record<string, string | string[] | undefined>
type Said = string | string[] | undefined

const many = (values: Said) =>
  (values === undefined ? [] : Array.isArray(values) ? values : [values]).filter(Boolean)
const ids = (values: Said) => many(values).filter((id) => z.uuid().safeParse(id).success)
const day = (values: Said) => z.iso.date().safeParse(values).data

const lengthOf = (minutes: number) => LENGTHS.find((length) => length === String(minutes)) ?? "other"

/** What a regular session has in common with the one before: not its note, nor its day. */
const asBefore = ({ minutes, function: counted, place, people }: Session) => ({
  ...(lengthOf(minutes) === "other" ? { minutesOther: String(minutes) } : {}),
  function: counted,
  place,
  personIds: people.map(({ id }) => id),
})

/** An unfinished session as a line of a list: with whom, its first words, and where to go on with it. */
export function draftInWords(draft: Draft) {
  const group = draft.form.split(":")[1]
  const note = many(draft.values.note)[0]?.trim().slice(0, 80)
  return {
    group,
    about: note || many(draft.values.groupName)[0] || say("nothing written yet"),
    savedAt: draft.savedAt,
  }
}

/**
 * What the form of a new session shows at first: the draft of this form when there is one, or what is usual: today,
 * 30 minutes, the kind last used, the group it was opened from.
 */
export async function getNewSession(ctx: Ctx, query: Query) {
  ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can record sessions."))
  const [from] = ids(query.group)
  const form = draftName(from)
  const drafts = await listDrafts(ctx, "session.new")
  const draft = drafts.find((one) => one.form === form)
  const [likeId] = draft ? [] : ids(query.like)
  const like = likeId ? await getSession(ctx, likeId) : null
  const groupIds = [
    ...new Set(
      draft ? ids(draft.values.groupIds) : like ? like.groups.map(({ id }) => id) : from ? [from] : [],
    ),
  ]
  const [lastKind, kinds, groups, people, staff, lines, toGive, cases, enquiries] = await Promise.all([
    getLastKind(ctx),
    kindChoices(ctx, like?.typeId ?? like?.kind),
    listChosen(ctx, groupIds),
    listPeopleOf(ctx, groupIds),
    listStaff(ctx),
    linesOf(ctx, groupIds),
    listToGive(ctx),
    listCasesToChoose(ctx, groupIds),
    listEnquiriesChosen(ctx, draft ? ids(draft.values.enquiryIds) : ids(query.enquiry)),
  ])
  const [caseId] = ids(query.case).filter((id) => cases.some((one) => one.id === id))
  const chosen = groups.map((group) => ({ ...group, hint: lines.get(group.id) }))
  const usual = {
    ...(like ? asBefore(like) : {}),
    kind: [query.kind, like?.typeId ?? like?.kind, lastKind, kinds[0]?.value].find((one) =>
      kinds.some(({ value }) => value === one),
    ),
    minutes: like ? lengthOf(like.minutes) : "30",
    on: day(query.on),
    stepWho: personOf(ctx.actor)?.personId,
    caseId: caseId ?? cases.find(({ id }) => id === like?.case?.id)?.id,
  }
  return {
    form,
    from: chosen.some((group) => group.id === from) ? from : undefined,
    values: { ...usual, ...draft?.values },
    chosen: [...chosen, ...many(draft?.values.newGroups).map((name) => ({ id: null, name }))],
    people,
    kinds,
    toGive,
    cases,
    enquiries,
    staff: staff.filter((one) => one.level !== "viewer").map((one) => ({ id: one.personId, name: one.name })),
    draft: draft ? draftInWords(draft) : null,
    others: drafts.filter((one) => one !== draft).map(draftInWords),
    key: typeof query.done === "string" ? query.done : "",
  }
}
