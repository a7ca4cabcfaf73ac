import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isHeld } from "../../access/may"

const EXTENSION = /[\s,;]*(?:extension|extn?|x|#)[.:]?\s*\d*\s*$/i

/**
 * The digits of a telephone number, or of its beginning, as they are dialled here: at least five, without an extension, and
 * with +44 or 0044 as 0. Null for what is no number.
 */
export function digitsIn(text: string): string | null {
  const said = text.replace(EXTENSION, "")
  if (!/^[+\d\s()./-]+$/.test(said)) return null
  const digits = said
    .replace(/[^+\d]/g, "")
    .replace(/^(?:\+|00)440?/, "0")
    .replace(/^440?(?=\d{9,10}$)/, "0")
    .replace(/\D/g, "")
  return digits.length >= 5 && digits.length <= 15 ? digits : null
}

/** Whether a column that people typed numbers into has such a one: it begins so, or has six and more of them anywhere. */
export const hasDigits = (column: SQL, digits: string) =>
  sql`dialled(${column}) like ${`%${digits.length < 6 ? " " : ""}${digits}%`}`

/** The groups of those whose own telephone number it is, in SQL: id, name. */
export const groupsOfCallers = (ctx: Ctx, digits: string, most: number) => sql`
  select distinct g.id, g.name from search_numbers('{person}', ${digits}, ${most}) n
  join people p on p.id = n.id and p.left_at is null
  join roles r on r.person_id = n.id and ${isHeld(ctx)}
  join groups g on g.id = r.group_id and g.removed_at is null`

/** A group that was found by a telephone number; `number` as it is kept, with whose it is unless it is the group's. */
export type Called = { id: string; name: string; number: string }

/** The groups that a telephone number leads to: their own, or one of their people's. */
export async function listByNumber(ctx: Ctx, digits: string, most: number): Promise<Called[]> {
  const found = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select id, name from (
      select g.id, g.name from search_numbers('{group}', ${digits}, ${most}) n join groups g on g.id = n.id and g.removed_at is null
      union ${groupsOfCallers(ctx, digits, most)}
    ) called order by name limit ${most}`)
  const numbers = await numbersOfGroups(
    ctx,
    found.map(({ id }) => id),
    digits,
  )
  return found.map((group) => ({ ...group, number: numbers.get(group.id) ?? "" }))
}

/** For each of these groups the number with the digits, as it is kept: the group's own, or "Rita Entwistle, 01632 960640". */
export async function numbersOfGroups(ctx: Ctx, ids: string[], digits: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx.execute<{ id: string; number: string }>(sql`
    select p.id, p.name || ', ' || p.phone as number from (
      select r.group_id as id, p.name, p.phone from roles r join people p on p.id = r.person_id and p.left_at is null
      where r.group_id = any (${sql.param(ids)}::uuid[]) and ${isHeld(ctx)} and ${hasDigits(sql`p.phone`, digits)}
    ) p
    union all
    select g.id, case when ${hasDigits(sql`g.phone`, digits)} then g.phone else g.second_phone end from groups g
    where g.id = any (${sql.param(ids)}::uuid[])
      and (${hasDigits(sql`g.phone`, digits)} or ${hasDigits(sql`g.second_phone`, digits)})`)
  return new Map(rows.map(({ id, number }) => [id, number]))
}
