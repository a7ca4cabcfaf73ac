import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { getService } from "@/lib/directory/open-referral/queries"

/** One group of the directory as a service in full. */
export const GET = feed((ctx, { id }) => getService(ctx, id))
