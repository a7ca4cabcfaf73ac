import { z } from "zod"
import { numberMaybe } from "../input"

/** Where one of a list goes: one place up or down, or to a place, counted from 1. */
export const moveShape = {
  id: z.uuid(),
  way: z.enum(["up", "down"]).optional(),
  to: numberMaybe(9999),
}
/** What is told of a move. */
export type Move = { id: string; way?: "up" | "down"; to?: number | null }

/** The ids in their order with one of them moved; null when it stays where it is, as beyond the ends of the list. */
export function movedIn(ids: readonly string[], { id, way, to: place }: Move): string[] | null {
  const at = ids.indexOf(id)
  const to = place ? place - 1 : way === "up" ? at - 1 : at + 1
  if (at < 0 || to === at || !ids[to]) return null
  return ids.filter((one) => one !== id).toSpliced(to, 0, id)
}
