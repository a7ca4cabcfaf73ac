import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { getTaxonomy } from "@/lib/directory/open-referral/queries"

/** One of these lists with its words. */
export const GET = feed((ctx, { id }) => getTaxonomy(ctx, id))
