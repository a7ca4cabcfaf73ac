import "server-only"
import { and, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import { STAGES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { addNamed } from "../commands"
import { nameKey } from "../names"
import { digitsIn, listByNumber } from "../numbers/queries"
import type { WhichGroups } from "./input"

/** A group that was meant. */
export type Chosen = { id: string; name: string }

const FIELD = "groupName"

/** The groups that are meant: those chosen, those meant by what was typed, and new ones, which are added. `none`: it may be no group. */
export async function settleGroups(
  ctx: Ctx,
  input: WhichGroups,
  { none = false }: { none?: boolean } = {},
): Promise<Chosen[]> {
  const names = (input.groupName ?? "").split(";").map((name) => name.trim().slice(0, 300))
  const meant = await whatIsMeant(ctx, [...new Set(names.filter(Boolean))], input.picks)
  const ids = [...new Set([...input.groupIds, ...meant.ids])]
  const fresh = [...new Set([...input.newGroups, ...meant.fresh])]
  if (ids.length + fresh.length === 0 && none) return []
  if (ids.length + fresh.length === 0) throw new RuleBroken(say("Enter the name of a group"), FIELD)
  const groups = await knownGroups(ctx, ids)
  await ensureNew(
    ctx,
    fresh.filter((name) => !meant.fresh.includes(name)),
  )
  return [...groups, ...(await addNamed(ctx, fresh))]
}

/** Names that nobody has said yes to: for one that a group has already, it is asked which group is meant. */
async function ensureNew(ctx: Ctx, names: string[]) {
  const known = new Set((await sameNames(ctx, names)).map((group) => group.nameKey))
  const twice = names.find((name) => known.has(nameKey(name)))
  if (twice) throw await askWhich(ctx, twice)
}

async function knownGroups(ctx: Ctx, ids: string[]): Promise<Chosen[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(isOneOf(groups.id, ids), isNull(groups.removedAt)))
  if (rows.length !== ids.length) {
    throw new RuleBroken(say("One of these groups is not here any more. Choose again."), FIELD)
  }
  return rows
}

/** A name that was typed is one group, was picked from a list before, or must be picked now. */
async function whatIsMeant(ctx: Ctx, names: string[], picks: string[]) {
  const ids: string[] = []
  const fresh: string[] = []
  const sure = await sameNames(ctx, names)
  for (const name of names) {
    const pick = picks.findLast((one) => one.endsWith(`:${name}`))?.split(":")[0]
    const same = sure.filter((group) => group.nameKey === nameKey(name))
    if (pick === "new") fresh.push(name)
    else if (pick) ids.push(pick)
    else if (same.length === 1 && same[0]) ids.push(same[0].id)
    else ids.push(await called(ctx, name))
  }
  return { ids, fresh }
}

const WHOLE_NUMBER = 10

/** The one group that a whole telephone number leads to; else it is asked which group is meant. */
async function called(ctx: Ctx, name: string): Promise<string> {
  const digits = digitsIn(name)
  if (!digits) throw await askWhich(ctx, name)
  const [one, ...others] = await listByNumber(ctx, digits, 8)
  if (!one)
    throw new RuleBroken(say("We don’t have the number {name}. Enter the group’s name.", { name }), FIELD)
  if (others.length === 0 && digits.length >= WHOLE_NUMBER) return one.id
  throw new RuleBroken(
    say("Which group is on {name}?", { name }),
    FIELD,
    undefined,
    [one, ...others].map((group) => ({
      value: `${group.id}:${name}`,
      label: group.name,
      hint: group.number,
    })),
  )
}

async function sameNames(ctx: Ctx, names: string[]) {
  if (names.length === 0) return []
  return ctx.tx
    .select({ id: groups.id, nameKey: groups.nameKey })
    .from(groups)
    .where(and(isOneOf(groups.nameKey, names.map(nameKey)), isNull(groups.removedAt)))
}

type Like = { id: string; name: string; stage: keyof typeof STAGES; postcode: string | null }

/** Groups whose name is like the words, closest first. */
async function likeGroups(ctx: Ctx, name: string) {
  return ctx.tx.execute<Like>(sql`
    select g.id, g.name, g.stage, g.postcode from search_ids('group', ${name}, true) found
    join groups g on g.id = found.id
    where g.removed_at is null
    order by similarity(g.name_key, ${nameKey(name)}) desc, g.name limit 8`)
}

async function askWhich(ctx: Ctx, name: string) {
  const like = await likeGroups(ctx, name)
  const question =
    like.length > 0
      ? say("Which group is “{name}”?", { name })
      : say("We do not know “{name}” yet. Add it, or change the name.", { name })
  return new RuleBroken(question, FIELD, undefined, [
    ...like.map((group) => ({
      value: `${group.id}:${name}`,
      label: group.name,
      hint: [STAGES[group.stage], group.postcode].filter(Boolean).join(" · "),
    })),
    {
      value: `new:${name}`,
      label: say("Add “{name}” as a new group", { name }),
      hint: say("With its name only; you can add the rest later"),
    },
  ])
}
