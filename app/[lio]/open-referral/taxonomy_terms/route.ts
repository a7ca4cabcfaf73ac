import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { listTaxonomyTerms } from "@/lib/directory/open-referral/queries"

/** Every word of these lists. */
export const GET = feed((ctx, { query }) => listTaxonomyTerms(ctx, query))
