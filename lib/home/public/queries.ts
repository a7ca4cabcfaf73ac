import "server-only"
import { asPublic } from "../../access/doors"
import { listPublishedEditions } from "../../consultations/editions/queries"
import { countEntries } from "../../directory/queries"
import { listGuides } from "../../guides/reading/queries"
import { listOpenTypes } from "../../memberships/types/queries"
import { listShownNeeds } from "../../needs/speaking/queries"
import { hasBoards } from "../../partnerships/speaking/queries"
import { listSentPapers } from "../../representations/versions/queries"
import { hasPublicResources } from "../../resources/queries"
import { countServices } from "../../services/queries"

const PAPERS = 200

/** The paths of an LIO's pages that anybody may find: those that say something. */
export const listPublicPages = (lio: string): Promise<string[]> =>
  asPublic(lio, async (ctx) => {
    const at = `/${ctx.lio.slug}`
    const [services, entries, guides, papers, types, needs, resources, editions, boards] = [
      await countServices(ctx),
      await countEntries(ctx),
      await listGuides(ctx),
      await listSentPapers(ctx, PAPERS),
      await listOpenTypes(ctx, { toJoin: true }),
      await listShownNeeds(ctx),
      await hasPublicResources(ctx),
      await listPublishedEditions(ctx),
      await hasBoards(ctx),
    ]
    return [
      at,
      ...(services > 0 ? [`${at}/services`] : []),
      ...(types.length > 0 ? [`${at}/join`] : []),
      ...(entries > 0 ? [`${at}/directory`] : []),
      ...(needs.length > 0 ? [`${at}/needed`] : []),
      ...(resources ? [`${at}/resources`] : []),
      `${at}/guides`,
      ...guides.filter(({ own }) => own).map(({ slug }) => `${at}/guides/${slug}`),
      ...(boards ? [`${at}/representatives`] : []),
      ...(editions.length > 0 ? [`${at}/evidence`] : []),
      ...editions.map(({ id, edition }) => `${at}/evidence/${id}/${edition}`),
      ...(papers.length > 0 ? [`${at}/papers`] : []),
      ...papers.map(({ id, version }) => `${at}/representations/${id}/${version}`),
    ]
  })
