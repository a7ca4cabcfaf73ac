import { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import { formatDate, say } from "../words"

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
