import "server-only"
import { and, type SQL, sql } from "drizzle-orm"
import { groups } from "@/db/schema"
import type { Field } from "../../../fields/input"
import { NONE_OF_THESE } from "../../../fields/input"
import { fieldKey } from "../columns"
import { NOT_KNOWN } from "../input"
import { boundOf } from "./input"

/** An answer of at least, or at most, this much; answers that are not known are neither. A bound that cannot be read finds nothing, and the page says so. */
function bounded({ id, kind }: Field, said: string, sign: ">=" | "<="): SQL | undefined {
  const bound = boundOf(kind, said)
  if (bound === null) return sql`false`
  return sql`${groups.custom}->${id} ${sql.raw(sign)} ${JSON.stringify(bound)}::jsonb`
}

/** The condition for what is asked of one question. */
function matches(field: Field, said: string): SQL | undefined {
  const { id, kind } = field
  if (said === NOT_KNOWN) return sql`not ${groups.custom} ? ${id}`
  if (kind === "yes_no") return sql`${groups.custom}->${id} = ${JSON.stringify(said === "yes")}::jsonb`
  if (kind === "choice") return sql`${groups.custom}->>${id} = ${said}`
  if (kind === "choices")
    return said === NONE_OF_THESE
      ? sql`${groups.custom}->${id} = '[]'::jsonb`
      : sql`${groups.custom}->${id} ? ${said}`
  if (kind === "text" || kind === "long")
    return sql`${groups.custom}->>${id} ilike ${`%${said.replace(/[\\%_]/g, "\\$&")}%`}`
  return and(bounded(field, said, ">="), bounded(field, said, "<="))
}

/** The groups whose answers are as asked. A question that is not there narrows nothing. */
export function answersMatch(fields: Field[], asked: Record<string, string>): SQL | undefined {
  return and(
    ...fields.flatMap((field) => {
      const name = fieldKey(field.id)
      const [said, from, to] = [asked[name], asked[`${name}.from`], asked[`${name}.to`]]
      return [
        said ? matches(field, said) : undefined,
        from ? bounded(field, from, ">=") : undefined,
        to ? bounded(field, to, "<=") : undefined,
      ]
    }),
  )
}
