import type { Findable } from "@/lib/search/policy"

const PLACES: Record<Findable, string> = {
  group: "groups",
  person: "people",
  session: "sessions",
  need: "needs",
  network: "networks",
  topic: "topics",
  consultation: "consultations",
  representation: "representations",
}

/** The page of a thing that was found. */
export const whereFound = (lio: string, { kind, id }: { kind: Findable; id: string }) =>
  `/${lio}/${PLACES[kind]}/${id}`
