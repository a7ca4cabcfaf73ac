import "server-only"
import { cookies } from "next/headers"
import { LANGUAGE_COOKIE } from "@/app/_http/cookies"
import type { Query } from "@/app/_http/visit"
import { groupIn } from "@/app/[lio]/consultations/_parts/paths"
import type { Ctx } from "@/lib/access/ctx"
import { getOpenResponse } from "@/lib/consultations/answering/queries"
import { inChosenLanguage } from "@/lib/consultations/languages/queries"

/** The language in which somebody reads a consultation: as the address says, or as they chose last in this browser. */
export async function chosenLanguage({ lang }: Query): Promise<string | null> {
  if (typeof lang === "string") return lang
  return (await cookies()).get(LANGUAGE_COOKIE)?.value ?? null
}

/** The consultation and the group's answer at an address, in the language chosen: see `getOpenResponse`. */
export const responseAt = async (ctx: Ctx, query: Query, { id }: { id?: string }) =>
  inChosenLanguage(ctx, await getOpenResponse(ctx, id ?? "", groupIn(query)), await chosenLanguage(query))
