import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { listServices } from "@/lib/directory/open-referral/queries"

/** The groups of the directory, a page at a time, each as one service. */
export const GET = feed((ctx, { query }) => listServices(ctx, query))
