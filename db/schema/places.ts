import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core"
import { lios } from "./lios"

/** Open data, the same for every LIO of the installation: where each postcode is. */
export const postcodes = pgTable(
  "postcodes",
  {
    /** Without its space, in capitals. */
    postcode: text("postcode").primaryKey(),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    wardCode: text("ward_code"),
    districtCode: text("district_code"),
  },
  // Neighbours in the alphabet are neighbours on the map, so a block range index finds the nearest and costs an import nothing.
  (t) => [
    index("postcodes_position").using("brin", t.lat, t.lon).with({ pages_per_range: 8, autosummarize: true }),
  ],
)

/** Open data: names of wards and districts by their GSS code, and where their middle is. */
export const places = pgTable(
  "places",
  {
    code: text("code").primaryKey(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    districtCode: text("district_code"),
    outline: jsonb("outline"),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
  },
  (t) => [index("places_district").on(t.districtCode)],
)

/** Open data: each time the postcode table was filled, from which file. The newest is the one in force. */
export const placeVersions = pgTable("place_versions", {
  /** Like "NSPL_MAY_2026_UK" or a date. */
  version: text("version").primaryKey(),
  importedAt: timestamp("imported_at", { withTimezone: true }).notNull().defaultNow(),
  rows: integer("rows").notNull(),
})

/** Open data that ships with Trellis: in which districts the postcodes of an outward code ("OL9") or a sector ("OL9 7") are. */
export const postcodeParts = pgTable("postcode_parts", {
  code: text("code").primaryKey(),
  /** The middle of its postcodes. */
  lat: doublePrecision("lat").notNull(),
  lon: doublePrecision("lon").notNull(),
  /** How many postcodes it has in the whole country, those that have ended among them. */
  postcodes: integer("postcodes").notNull(),
  /** Of how many of them the district is known. */
  known: integer("known").notNull(),
  /** Their districts, the one with most postcodes first. */
  districts: text("districts").array().notNull(),
})

/** The files of open data that ship with Trellis, and which state of each was read. */
export const openDataFiles = pgTable("open_data_files", {
  name: text("name").primaryKey(),
  digest: text("digest").notNull(),
  readAt: timestamp("read_at", { withTimezone: true }).notNull().defaultNow(),
})

/** Which areas each LIO serves and each listed source of support works in, over the whole installation. Triggers keep it. */
export const servedAreas = pgTable(
  "served_areas",
  {
    lioId: uuid("lio_id")
      .notNull()
      .references(() => lios.id, { onDelete: "cascade" }),
    /** The area of the LIO, or the source of support. */
    id: uuid("id").notNull(),
    by: text("by").$type<"lio" | "source">().notNull(),
    kind: text("kind").notNull(),
    /** GSS code; empty for a neighbourhood, which is found by its name alone. */
    code: text("code").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.lioId, t.id, t.code] }), index("served_areas_code").on(t.code)],
)
