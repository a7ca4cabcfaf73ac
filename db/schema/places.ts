import { doublePrecision, index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"

/** Open data, the same for every LIO of the installation: where each postcode is. */
export const postcodes = pgTable("postcodes", {
  /** Without its space, in capitals. */
  postcode: text("postcode").primaryKey(),
  lat: doublePrecision("lat"),
  lon: doublePrecision("lon"),
  wardCode: text("ward_code"),
  districtCode: text("district_code"),
})

/** Open data: names of wards and districts by their GSS code. */
export const places = pgTable(
  "places",
  {
    code: text("code").primaryKey(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    districtCode: text("district_code"),
    outline: jsonb("outline"),
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
