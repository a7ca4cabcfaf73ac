import { z } from "zod"
import type { Query } from "@/app/_http/visit"

/** The group that an address names, for people who speak for several and for staff who enter answers. */
export const groupIn = (query: Query) => z.uuid().safeParse(query.group).data ?? null

/** An address of a consultation, with the group when it has to be said. */
export function addressOf(
  lio: string,
  id: string,
  page: string,
  query: Record<string, string | number | null | undefined> = {},
) {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString()
  return `/${lio}/consultations/${id}${page ? `/${page}` : ""}${parameters ? `?${parameters}` : ""}`
}
