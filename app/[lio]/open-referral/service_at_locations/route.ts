import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { listAtLocations } from "@/lib/directory/open-referral/queries"

/** The groups that let their address be known, with it. */
export const GET = feed((ctx, { query }) => listAtLocations(ctx, query))
