import "server-only"
import type { Ctx } from "../../access/ctx"
import {
  type Added,
  addNumbers,
  addToLists,
  type ChangedGroup,
  insertImported,
  updateImported,
} from "../../groups/importing/commands"
import { importPeople } from "../../groups/roles/importing/commands"
import { dateSizes, keepSizesOf } from "../../groups/sizes/commands"
import { SIZE_FIELDS } from "../../groups/sizes/input"
import { recordImported } from "../../journal/commands"
import { beginImported, importMemberships } from "../../memberships/importing/commands"
import { say } from "../../words"
import type { Judged } from "../matching/judge"
import { happeningsOf, type Made } from "./history"
import { staffOnlyIn } from "./queries"
import type { ListWords } from "./words"

/** What rows are written with. `before`: how groups stood before the list, by their ids. */
export type Writing = {
  importId: string
  fileName: string
  before: ReadonlyMap<string, Record<string, unknown>>
  words: ListWords
}

type Row = Judged & { groupId: string }

/** Writes rows: the groups, all that hangs on them, and their history. However many rows, so many statements. */
export async function writeRows(ctx: Ctx, { importId, fileName, before, words }: Writing, judged: Judged[]) {
  const rows = judged.flatMap((one): Row[] =>
    one.known && (one.verdict === "new" || one.verdict === "update")
      ? [{ ...one, groupId: one.known.id }]
      : [],
  )
  const fresh = rows.filter(({ verdict }) => verdict === "new")
  const changed = rows.filter(({ verdict }) => verdict === "update")
  await words.lookUp(
    ctx,
    rows.map(({ draft }) => draft),
  )
  await insertImported(
    ctx,
    fresh.map(({ draft, groupId }) => ({ ...draft, id: groupId })),
  )
  await addLists(ctx, fresh, words)
  const sizes = await changeGroups(ctx, changed)
  const added = await addLists(ctx, changed, words)
  const { addressed, contacts } = await importPeople(
    ctx,
    rows.map(({ draft, groupId }) => ({ groupId, people: draft.people })),
  )
  const made = byGroup({ ...added, addresses: addressed })
  const staffOnly = await staffOnlyIn(ctx, changed)
  const news = fresh.map(({ groupId, draft }) => ({
    groupId,
    what: "group.imported" as const,
    summary: say("Imported from row {row} ({fileName})", { row: draft.row, fileName }),
  }))
  const changes = changed.flatMap((row) => {
    const { groupId } = row
    const more = { made: made.get(groupId) ?? {}, sizesAsAt: sizes.get(groupId) }
    const standing = { before: before.get(groupId), mainContactId: contacts.get(groupId) }
    return happeningsOf({ ...row, ...more, ...standing }, staffOnly, ctx.today, fileName)
  })
  await recordImported(ctx, importId, [...news, ...changes])
  await keepMemberships(ctx, rows)
}

async function keepMemberships(ctx: Ctx, rows: Row[]) {
  await importMemberships(
    ctx,
    rows.flatMap(({ draft, groupId }) => (draft.period ? [{ groupId, ...draft.period }] : [])),
  )
  await beginImported(
    ctx,
    rows.map(({ verdict, draft, groupId, changes }) => ({
      groupId,
      stage: verdict === "new" || "stage" in changes ? draft.stage : null,
      known: verdict === "update",
    })),
  )
}

/** Writes what rows change in groups; several rows about one group as one. Gives the day of their sizes, where they say some. */
async function changeGroups(ctx: Ctx, rows: Row[]) {
  const sizes = new Map<string, string>()
  const groups = new Map<string, ChangedGroup>()
  for (const { groupId, draft, changes, answers } of rows) {
    if (SIZE_FIELDS.some((field) => field in changes)) sizes.set(groupId, draft.sizesAsAt ?? ctx.today)
    if (Object.keys({ ...changes, ...answers }).length === 0) continue
    const earlier = groups.get(groupId)
    groups.set(groupId, { ...earlier, ...changes, id: groupId, answers: { ...earlier?.answers, ...answers } })
  }
  await keepSizesOf(ctx, [...sizes.keys()])
  await updateImported(ctx, [...groups.values()])
  await dateSizes(
    ctx,
    [...sizes].map(([id, on]) => ({ id, on })),
  )
  return sizes
}

/** Gives groups the numbers, areas and words that rows name; gives those that they did not have. */
async function addLists(ctx: Ctx, rows: Row[], words: ListWords) {
  const numbers = rows.flatMap(({ draft, groupId }) => draft.identifiers.map((one) => ({ groupId, ...one })))
  const links = (list: "areas" | "terms") =>
    rows.flatMap(({ draft, groupId }) => words.idsOf(draft, list).map((id) => ({ groupId, id })))
  return {
    identifiers: await addNumbers(ctx, numbers),
    areas: await addToLists(ctx, "areas", links("areas")),
    themes: await addToLists(ctx, "terms", links("terms")),
  }
}

function byGroup(added: Partial<Record<keyof Made, Added[]>>): Map<string, Made> {
  const groups = new Map<string, Made>()
  for (const [kind, all] of Object.entries(added) as [keyof Made, Added[]][])
    for (const { groupId, what } of all) {
      const made = groups.get(groupId) ?? {}
      made[kind] = [...(made[kind] ?? []), what]
      groups.set(groupId, made)
    }
  return groups
}
