import { notFound } from "next/navigation"

/** The kit is for those who build pages: in development, and where whoever runs Trellis says KIT=1. */
export const isShown = () => process.env.NODE_ENV !== "production" || process.env.KIT === "1"

/** There is no such page elsewhere. */
export function ensureShown() {
  if (!isShown()) notFound()
}
