import type { For } from "./who-sees-events"

/** The pages of consortia, and whom each is for: the walk meets the one of the lead’s group, from whose room everybody else is kept. */
export const CONSORTIA: Record<string, For> = {
  consortia: "known",
  "consortia/[id]": "own",
  "consortia/[id]/terms": "room",
  "consortia/[id]/people": "room",
  "consortia/[id]/bid": "room",
}
