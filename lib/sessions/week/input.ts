import { dayFrom, daysAfter, mondayOf } from "../../days"

/** A week of work: from Monday to Sunday, of oneself or the whole team. Days are like 2026-06-04. */
export type WeekShown = { from: string; to: string; whose: "mine" | "team" }

/** The week that an address asks for: the one of a day, or this one. */
export function weekIn({ of, whose }: { of?: unknown; whose?: unknown }, today: string): WeekShown {
  const from = mondayOf((typeof of === "string" && dayFrom(of)) || today)
  return { from, to: daysAfter(from, 6), whose: whose === "team" ? "team" : "mine" }
}
