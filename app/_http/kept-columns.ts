import "server-only"
import { cookies } from "next/headers"
import { COLUMNS_COOKIE } from "@/app/_ui/columns-cookie"
import type { List, Listing } from "@/lib/access/list-type"
import type { Query } from "./visit"

/** The columns that a list shows: those its address asks for, or those chosen last in this browser; undefined: the usual ones. */
export async function columnsInSight(list: List, listing: Listing, query: Query) {
  const kept = (await cookies()).get(COLUMNS_COOKIE)
  return query.cols === undefined && kept ? list.columns?.(kept.value.split(",")) : listing.cols
}
