import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { belongs, createdAt, id, lioId, moment } from "./columns"
import { groups } from "./groups"

/** A spreadsheet on its way in: nothing of it is in `groups` before it is confirmed. */
export const imports = pgTable(
  "imports",
  {
    lioId: lioId(),
    id: id(),
    fileName: text("file_name").notNull(),
    /** The sheets of one workbook share it: each sheet is brought in by itself. */
    bookId: uuid("book_id"),
    /** The name of the sheet, in a workbook. */
    sheet: text("sheet"),
    /** In which row of the file the headers stand, and in which the first group; null where the rows were not kept. */
    headerRow: integer("header_row"),
    firstRow: integer("first_row"),
    personId: uuid("person_id"),
    /** Column header → field, null for "do not import". */
    mapping: jsonb("mapping").$type<Record<string, string | null>>().notNull().default({}),
    headers: jsonb("headers").$type<string[]>().notNull().default([]),
    /** What words of a column mean: header → the word, small → a value of its field, or "" to leave it out. */
    meanings: jsonb("meanings").$type<Record<string, Record<string, string>>>().notNull().default({}),
    /** When somebody last said what the columns are: it is gone on with at the check. */
    mappedAt: moment("mapped_at"),
    /** Counts by verdict once checked, and what was written once done. */
    counts: jsonb("counts").$type<Record<string, number>>().notNull().default({}),
    createdAt: createdAt(),
    checkedAt: moment("checked_at"),
    confirmedAt: moment("confirmed_at"),
    finishedAt: moment("finished_at"),
    undoneAt: moment("undone_at"),
    failedWith: text("failed_with"),
    /** Rows written so far, while it runs. */
    progress: integer("progress").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("imports_created").on(t.lioId, t.createdAt),
    index("imports_book").on(t.lioId, t.bookId),
    index("imports_person").on(t.lioId, t.personId),
  ],
)

/** One row of the file. `row` is its number in the file as a person sees it. */
export const importRows = pgTable(
  "import_rows",
  {
    lioId: lioId(),
    importId: uuid("import_id").notNull(),
    row: integer("row").notNull(),
    cells: jsonb("cells").$type<string[]>().notNull(),
    /** new, update, unchanged, duplicate, error */
    verdict: text("verdict"),
    problems: jsonb("problems").$type<{ column: string; problem: string }[]>(),
    /** The group it matches or made. */
    groupId: uuid("group_id"),
    matchedBy: text("matched_by"),
    /** For a possible duplicate: keep, merge or new. */
    decision: text("decision"),
    /** What the group said before this row changed it, for undo. */
    before: jsonb("before"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.importId, t.row] }),
    belongs(t.importId, t.lioId, imports, "cascade"),
    belongs(t.groupId, t.lioId, groups),
    index("import_rows_verdict").on(t.lioId, t.importId, t.verdict, t.row),
    index("import_rows_group").on(t.lioId, t.groupId),
  ],
)

/** Columns matched once are matched the same way next time. */
export const importMappings = pgTable(
  "import_mappings",
  {
    lioId: lioId(),
    id: id(),
    name: text("name").notNull(),
    /** The headers, small and sorted, by which it is known again. */
    headersKey: text("headers_key").notNull(),
    mapping: jsonb("mapping").$type<Record<string, string | null>>().notNull(),
    /** What words of the columns were said to mean. */
    meanings: jsonb("meanings").$type<Record<string, Record<string, string>>>().notNull().default({}),
    usedAt: moment("used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    index("import_mappings_headers").on(t.lioId, t.headersKey),
  ],
)
