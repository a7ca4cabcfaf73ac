type Loose = Record<string, unknown>

/** A release package with these releases, as the bytes of a file. */
export const noticesOf = (...releases: unknown[]) =>
  new TextEncoder().encode(
    JSON.stringify({
      uri: "https://notices.example/1",
      version: "1.1",
      publisher: { name: "Notices of Example" },
      publishedDate: "2026-01-05T09:00:00Z",
      license: "https://licence.example/",
      releases,
    }),
  )

/** A release of a process: friendly visits for the council, unless something else is said. */
export const processOf = (name: string, tender: Loose = {}, more: Loose = {}) => ({
  ocid: `ocds-aaaaaa-${name}`,
  id: "1",
  date: "2026-05-05T09:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  buyer: { id: "b", name: "Ribble Borough Council" },
  tender: {
    id: "t",
    title: "Friendly visits",
    description: "Visits to older people.",
    status: "active",
    classification: { scheme: "CPV", id: "85312000", description: "Social work" },
    suitability: { vcse: true },
    ...tender,
  },
  ...more,
})
