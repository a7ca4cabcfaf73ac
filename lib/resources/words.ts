import { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import { formatDate, say } from "../words"
import type { WhyUnread } from "./input"

/** Who can open a resource, in a word. */
export const READERS_IN_A_WORD: Record<keyof typeof RESOURCE_READERS, string> = {
  public: say("Anyone"),
  members: say("Groups"),
  staff: say("Staff"),
}

/** How the value of a field is told to somebody whose form was overtaken. */
export function asTyped(field: string, value: string): string {
  if (field === "kind") return RESOURCE_KINDS[value as keyof typeof RESOURCE_KINDS] ?? value
  if (field === "openTo") return RESOURCE_READERS[value as keyof typeof RESOURCE_READERS] ?? value
  return field === "reviewOn" ? formatDate(value) : value
}

/** That search doesn’t look inside a file, and why. */
export function unreadInWords(name: string, why: WhyUnread | null): string {
  switch (why) {
    case "locked":
      return say(
        "Search doesn’t look inside “{name}”: it’s locked with a password. People who know the password can open it.",
        { name },
      )
    case "empty":
      return say(
        "Search doesn’t look inside “{name}”: there are no words in it that we can read. It may be a scan. You can still open it.",
        { name },
      )
    case "long":
      return say("Search doesn’t look inside “{name}”: it’s too long to read. You can still open it.", {
        name,
      })
    case "damaged":
      return say(
        "Search doesn’t look inside “{name}”: it seems to be damaged. Try to open it, and upload it again if you can’t.",
        { name },
      )
    default:
      return say(
        "Search doesn’t look inside “{name}”: we couldn’t read it. It may be a scan, locked, damaged or very long. You can still open it.",
        { name },
      )
  }
}
