import type { Guide, Listed } from "@/lib/guides/reading/queries"
import { findInGuide, isAbout, wordsSought } from "@/lib/guides/reading/search"

/** What somebody looks for, from the address. */
export const soughtIn = (q: unknown) => (typeof q === "string" ? q.trim().slice(0, 100) : "")

/** The guides in which the words stand, each with where; all of them when nothing was looked for. */
export function narrowed(guides: Listed[], whole: Map<string, Guide>, q: string) {
  const words = wordsSought(q)
  if (words.length === 0) return guides
  const found = guides.flatMap((guide) => {
    const all = whole.get(guide.slug)
    const hits = all && findInGuide(all, words)
    return hits ? [{ ...guide, hits }] : []
  })
  // Those that are about it come before those that mention it.
  const about = ({ title }: Listed) => isAbout(title, words)
  return [...found.filter(about), ...found.filter((guide) => !about(guide))]
}
