import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { listTaxonomies } from "@/lib/directory/open-referral/queries"

/** The lists of words by which the LIO sorts groups. */
export const GET = feed((ctx, { query }) => listTaxonomies(ctx, query))
