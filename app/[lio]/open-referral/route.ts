import { feed } from "@/app/[lio]/open-referral/_parts/feed"
import { describeFeed } from "@/lib/directory/open-referral/queries"

/** What this feed is: which version of the standard, and where it is described. */
export const GET = feed(describeFeed)
