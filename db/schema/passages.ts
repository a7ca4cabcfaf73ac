import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { belongs, createdAt, id, lioId, moment } from "./columns"
import { consultations, questions, responses } from "./consultations"
import { groups } from "./groups"
import { people } from "./people"

/** A name under which staff gather passages, and what belongs there: an entry of the code book. */
export const codes = pgTable(
  "codes",
  {
    lioId: lioId(),
    id: id(),
    consultationId: uuid("consultation_id").notNull(),
    name: text("name").notNull(),
    /** What belongs under it and what doesn't, so that two people code alike. */
    definition: text("definition"),
    /** The code of those who said otherwise. */
    otherwiseId: uuid("otherwise_id"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.consultationId, t.lioId, consultations, "cascade"),
    foreignKey({ columns: [t.lioId, t.otherwiseId], foreignColumns: [t.lioId, t.id] }),
    uniqueIndex("codes_name").on(t.lioId, t.consultationId, t.name),
    index("codes_otherwise").on(t.lioId, t.otherwiseId),
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
  {
    lioId: lioId(),
    passageId: uuid("passage_id").notNull(),
    codeId: uuid("code_id").notNull(),
    codedBy: uuid("coded_by"),
    codedAt: moment("coded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.passageId, t.codeId] }),
    belongs(t.passageId, t.lioId, passages, "cascade"),
    belongs(t.codeId, t.lioId, codes, "cascade"),
    belongs(t.codedBy, t.lioId, people),
    index("passage_codes_code").on(t.lioId, t.codeId),
    index("passage_codes_coded_by").on(t.lioId, t.codedBy),
  ],
)

/** How one person coded a passage by themselves: what two people's agreement is worked out from. */
export const codings = pgTable(
  "codings",
  {
    lioId: lioId(),
    passageId: uuid("passage_id").notNull(),
    personId: uuid("person_id").notNull(),
    codedAt: moment("coded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.passageId, t.personId] }),
    belongs(t.passageId, t.lioId, passages, "cascade"),
    belongs(t.personId, t.lioId, people),
    index("codings_person").on(t.lioId, t.personId),
  ],
)

/** A code that one person put a passage under by themselves. */
export const codingCodes = pgTable(
  "coding_codes",
  {
    lioId: lioId(),
    passageId: uuid("passage_id").notNull(),
    personId: uuid("person_id").notNull(),
    codeId: uuid("code_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.passageId, t.personId, t.codeId] }),
    belongs(t.passageId, t.lioId, passages, "cascade"),
    belongs(t.personId, t.lioId, people),
    belongs(t.codeId, t.lioId, codes, "cascade"),
    index("coding_codes_code").on(t.lioId, t.codeId),
    index("coding_codes_person").on(t.lioId, t.personId),
  ],
)
