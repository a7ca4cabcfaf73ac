import { sql } from "drizzle-orm"
import { check, customType, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { findable } from "../findable"
import { FILE_KINDS } from "../vocabulary"
import { audience, belongs, id, lioId, lioIdOfOwner, moment, oneOf, word } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" })

/** What a file holds, once for all files of the LIO that hold the same: known by its SHA-256, in hex; in the room of a consortium by that and the room. */
export const fileContents = pgTable(
  "file_contents",
  {
    lioId: lioId(),
    digest: text("digest").notNull(),
    /** In bytes. */
    size: integer("size").notNull(),
    type: text("type").notNull(),
    keptAt: moment("kept_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.digest] })],
)

/** A content in pieces of 256 KB, in order. */
export const filePieces = pgTable(
  "file_pieces",
  {
    lioId: lioIdOfOwner(),
    digest: text("digest").notNull(),
    number: integer("number").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.digest, t.number] })],
)

/** A file on something that a room has opened for files. */
export const files = pgTable(
  "files",
  {
    lioId: lioId(),
    id: id(),
    /** What it is on: a kind that a room opens, and its id. */
    onKind: text("on_kind").notNull(),
    onId: uuid("on_id").notNull(),
    /** The group it is of, if it is of one. */
    groupId: uuid("group_id"),
    name: text("name").notNull(),
    kind: word<keyof typeof FILE_KINDS>("kind").notNull(),
    /** The last day on which it holds: of an insurance, a policy that is to be looked at again. */
    runsUntil: date("runs_until"),
    /** When staff were reminded that it runs out. */
    remindedAt: moment("reminded_at"),
    digest: text("digest").notNull(),
    /** A small picture of a picture. */
    smallDigest: text("small_digest"),
    audience: audience(),
    addedBy: uuid("added_by"),
    addedAt: moment("added_at").notNull(),
    removedAt: moment("removed_at"),
    removedBy: uuid("removed_by"),
  },
  (t) => [
    primaryKey({ columns: [t.lioId, t.id] }),
    belongs(t.groupId, t.lioId, groups, "cascade"),
    belongs(t.addedBy, t.lioId, people),
    belongs(t.removedBy, t.lioId, people),
    index("files_on").on(t.lioId, t.onKind, t.onId),
    index("files_group").on(t.lioId, t.groupId),
    index("files_digest").on(t.lioId, t.digest),
    index("files_small_digest").on(t.lioId, t.smallDigest).where(sql`small_digest is not null`),
    index("files_runs_until")
      .on(t.lioId, t.runsUntil)
      .where(sql`runs_until is not null and removed_at is null`),
    index("files_added_by").on(t.lioId, t.addedBy),
    index("files_removed_by").on(t.lioId, t.removedBy),
    oneOf("files_kind", t.kind, FILE_KINDS),
    check("files_group_is_what_it_is_on", sql`on_kind <> 'group' or group_id is not null`),
  ],
)

/** How files are found by words. */
export const findableFiles = findable({
  table: "files",
  kind: "file",
  title: "name",
  folded: "name",
  words: "concat_ws(' ', replace(replace(name, '.', ' '), '_', ' '), kind)",
  audience: "audience",
  gone: "removed_at is not null",
  looksAt: ["name", "kind", "audience", "removed_at"],
})
