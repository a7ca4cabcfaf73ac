type Item = { key: string; label: string }

/** The parts of an LIO that its staff work in. */
export const STAFF_NAV = [
  { key: "home", label: "Home" },
  { key: "groups", label: "Groups" },
  { key: "sessions", label: "Sessions" },
  { key: "needs", label: "Needs" },
  { key: "networks", label: "Networks" },
  { key: "consultations", label: "Consultations" },
  { key: "representations", label: "Representations" },
  { key: "settings", label: "Settings" },
] as const satisfies Item[]

/** The parts that somebody of a group sees. */
export const MEMBER_NAV = [
  { key: "home", label: "Home" },
  { key: "groups", label: "Your groups" },
  { key: "networks", label: "Networks" },
  { key: "consultations", label: "Consultations" },
  { key: "outcomes", label: "What came of it" },
] as const satisfies Item[]

/** Where in the navigation a page stands. */
export type At = (typeof STAFF_NAV)[number]["key"] | (typeof MEMBER_NAV)[number]["key"]
