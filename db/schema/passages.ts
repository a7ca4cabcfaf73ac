import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { belongs, createdAt, id, lioId } from "./columns"
import { consultations, questions, responses } from "./consultations"
import { groups } from "./groups"
import { people } from "./people"

/** A name under which staff gather passages. */
export const codes = pgTable(
  "codes",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    name: text("name").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    uniqueIndex("codes_name").on(t.lioId, t.consultationId, t.name),
  ],
)

/** A piece of a signed-off answer that matters. Its words are copied, so that a later version does not change them. */
export const passages = pgTable(
  "passages",
  {
    lioId: lioId(),
    id: id(),
    responseId: uuid("response_id").notNull(),
    version: integer("version").notNull(),
    questionId: uuid("question_id").notNull(),
    groupId: uuid("group_id").notNull(),
    quote: text("quote").notNull(),
    note: text("note"),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.responseId, t.lioId, responses, "cascade"),
    belongs(t.questionId, t.lioId, questions, "cascade"),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.createdBy, t.lioId, people),
    index("passages_response").on(t.lioId, t.responseId),
    index("passages_group").on(t.lioId, t.groupId),
    index("passages_created_by").on(t.lioId, t.createdBy),
    index("passages_question").on(t.lioId, t.questionId),
  ],
)

export const passageCodes = pgTable(
  "passage_codes",
  { lioId: lioId(), passageId: uuid("passage_id").notNull(), codeId: uuid("code_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.lioId, t.passageId, t.codeId] }),
    belongs(t.passageId, t.lioId, passages, "cascade"),
    belongs(t.codeId, t.lioId, codes, "cascade"),
    index("passage_codes_code").on(t.lioId, t.codeId),
  ],
)
