import "server-only"
import type { LIO_KINDS } from "@/db/vocabulary"
import { asPublic } from "../../access/doors"
import { listPublishedServices } from "../../services/queries"
import { listPublishedSources, type Source } from "../../support-sources/queries"
import { inAlphabet } from "../../words"
import type { About } from "../input"

/** An LIO as the finder shows it. */
export type FoundLio = {
  by: "lio"
  id: string
  slug: string
  name: string
  kind: keyof typeof LIO_KINDS
  about: string | null
  phone: string | null
  email: string | null
  website: string | null
  address: string | null
  openingTimes: string | null
  services: { id: string; name: string; cannot: string | null }[]
}
/** Another source of support, and the LIO that lists it. */
export type FoundSource = Omit<Source, "lioId" | "createdAt" | "publishedAt"> & {
  by: "source"
  listedBy: { slug: string; name: string }
}
/** Somebody who can help: how closely their area fits (0: the ward or neighbourhood, 1: the district, 2: a part of it), and its names. */
export type Helper = (FoundLio | FoundSource) & { fit: number; areas: string[] }

/** Who works in a place: an LIO, or a source of support that one lists. */
export type Serving = { lioId: string; id: string; by: "lio" | "source"; fit: number; areas: string[] }

/** What an LIO says of itself. */
export type LioRow = Omit<FoundLio, "by" | "services">
/** How well a helper fits a group that is for somebody in particular: 0 best. */
function speciality(helper: Helper, about: About | null) {
  const its = helper.by === "source" ? helper.specialism : null
  if (about) return its === about ? 0 : its === null ? 1 : 2
  return its === null ? 0 : 1
}

/** The CVS first, then by how closely area and specialism fit, then by name. */
const inOrder = (helpers: Helper[], about: About | null): Helper[] =>
  helpers.toSorted((a, b) => {
    const isCvs = (one: Helper) => (one.by === "lio" && one.kind === "cvs" ? 0 : 1)
    return (
      isCvs(a) - isCvs(b) ||
      a.fit - b.fit ||
      speciality(a, about) - speciality(b, about) ||
      inAlphabet(a.name, b.name)
    )
  })

/** What an LIO publishes, through its own public door: its services, and the sources of support that it lists. */
const publishedBy = (lio: LioRow) =>
  asPublic(lio.id, async (ctx) => {
    const [services, sources] = await Promise.all([listPublishedServices(ctx), listPublishedSources(ctx)])
    return { lio, services: services.map(({ id, name, cannot }) => ({ id, name, cannot })), sources }
  })

/** Everybody who works there, each with what they publish. */
export async function listHelpers(
  serving: Serving[],
  lios: LioRow[],
  about: About | null,
): Promise<Helper[]> {
  const fits = new Map(serving.map((one) => [one.id, one]))
  const published = await Promise.all(lios.map(publishedBy))
  const all = published.flatMap(({ lio, services, sources }): Helper[] => {
    const its = fits.get(lio.id)
    const listedBy = { slug: lio.slug, name: lio.name }
    const own: Helper[] = its ? [{ ...lio, by: "lio", services, fit: its.fit, areas: its.areas }] : []
    const others = sources.flatMap((source): Helper[] => {
      const { lioId: _lio, createdAt: _made, publishedAt: _published, ...said } = source
      const fit = source.areaCodes.length > 0 ? fits.get(source.id) : its
      return fit ? [{ ...said, by: "source", listedBy, fit: fit.fit, areas: fit.areas }] : []
    })
    return [...own, ...others]
  })
  return inOrder(all, about)
}
