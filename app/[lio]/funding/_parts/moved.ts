import type { Moved } from "@/lib/funding/bids/commands"
import { say } from "@/lib/words"

/** Where a change of a bid leads: its page, with what was done and the way to undo it. */
export const moved =
  (text: string) =>
  ({ id, change }: Moved, { lio }: { lio: string }) => ({
    to: `/${lio}/funding/${id}`,
    banner: change
      ? { text, undo: { what: "bid-change" as const, id: change } }
      : { text: say("Nothing was different, so nothing changed") },
  })
