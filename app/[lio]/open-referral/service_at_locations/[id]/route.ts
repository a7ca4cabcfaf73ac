import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { getAtLocation } from "@/lib/directory/open-referral/queries"

/** One group at its address, in full. */
export const GET = feed((ctx, { id }) => getAtLocation(ctx, id))
