import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { CONSULTATION_QUESTIONS, LANGUAGES } from "../vocabulary"
import type { QuestionOptions } from "./asking"
import { belongs, createdAt, id, lioId } from "./columns"
import { people } from "./people"
import type { TranslatedParts } from "./translations"

/** A question as a block keeps it; `id` is what others of the block hang on. */
export type BlockQuestion = {
  id: string
  kind: keyof typeof CONSULTATION_QUESTIONS
  title: string
  help: string | null
  setting: QuestionOptions
  required: boolean
  /** Its words in other languages, where it was saved with them. */
  also?: Partial<Record<keyof typeof LANGUAGES, TranslatedParts>>
}

/** Questions that an LIO asks again and again, kept apart from any consultation. */
export const questionBlocks = pgTable(
  "question_blocks",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    questions: jsonb("questions").$type<BlockQuestion[]>().notNull(),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.createdBy, t.lioId, people),
    uniqueIndex("question_blocks_name").on(t.lioId, t.name),
    index("question_blocks_created_by").on(t.lioId, t.createdBy),
  ],
)
