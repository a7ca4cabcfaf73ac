import { isInRoom, type OfConsortia } from "./who-reads-consortia"

type Reader = Parameters<typeof isInRoom>[1] & { member: boolean; boards: Set<string> }

/** Whether somebody may read what has this audience, as files and what is like them have one. */
export function mayReadFile(audience: string, who: Reader, consortia: OfConsortia): boolean {
  const [kind, id = ""] = audience.split(":")
  if (kind === "consortium") return isInRoom(id, who, consortia)
  if (kind === "draft") return who.groups.has(id)
  if (who.staff || audience === "public") return true
  return audience === "members" ? who.member : who.boards.has(id) || who.groups.has(id)
}
