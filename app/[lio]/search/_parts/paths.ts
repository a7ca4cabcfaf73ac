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

/** The page of a thing that was found; a topic's stands under its network. */
export function whereFound(lio: string, found: { kind: Findable; id: string; networkId: string | null }) {
  const within = found.networkId ? `networks/${found.networkId}/` : ""
  return `/${lio}/${within}${PLACES[found.kind]}/${found.id}`
}
