import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { getTaxonomyTerm } from "@/lib/directory/open-referral/queries"

/** One word. */
export const GET = feed((ctx, { id }) => getTaxonomyTerm(ctx, id))
