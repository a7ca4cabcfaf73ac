import { FAIRNESS, keys } from "@/db/vocabulary"
import type { Consultation } from "../queries"

/** The checklist with every principle, those without a word empty: what its form shows, and compares. */
export const checklistOf = (fairness: Consultation["fairness"]): Record<keyof typeof FAIRNESS, string> =>
  Object.fromEntries(keys(FAIRNESS).map((key) => [key, fairness[key] ?? ""])) as Record<
    keyof typeof FAIRNESS,
    string
  >
