import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { FIELD_KINDS } from "../vocabulary"
import { createdAt, id, lioId, moment, oneOf, word } from "./columns"

/** A question the LIO keeps of its groups besides the usual ones. Its answers are in `groups.custom` by its id. */
export const customFields = pgTable(
  "custom_fields",
  {
    lioId: lioId(),
    id: id(),
    label: text("label").notNull(),
    hint: text("hint"),
    kind: word<keyof typeof FIELD_KINDS>("kind").notNull(),
    /** What may be chosen, for kinds with a choice. */
    options: jsonb("options").$type<string[]>().notNull().default([]),
    /** What a group's own people may do with it: nothing, see, change. */
    forGroups: word<"nothing" | "see" | "change">("for_groups").notNull().default("nothing"),
    position: integer("position").notNull().default(0),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("custom_fields_position").on(t.lioId, t.position),
    oneOf("custom_fields_kind", t.kind, FIELD_KINDS),
  ],
)
