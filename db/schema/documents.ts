import { customType, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core"
import { audience, lioId, moment } from "./columns"

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" })

/** A document that was made as a file, known by all that it says: whoever asks for the same has this one. */
export const madeDocuments = pgTable(
  "made_documents",
  {
    lioId: lioId(),
    /** SHA-256 of what it says and of how it is written. */
    digest: text("digest").notNull(),
    /** pdf or docx. */
    form: text("form").notNull(),
    audience: audience(),
    /** What it says, while the worker has still to make it. */
    waiting: jsonb("waiting"),
    bytes: bytea("bytes"),
    /** Why it could not be made. */
    problem: text("problem"),
    askedAt: moment("asked_at").notNull(),
    madeAt: moment("made_at"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.digest, t.form] }),
    index("made_documents_made").on(t.lioId, t.madeAt),
  ],
)
