import { z } from "zod"
import { choices, wordsMaybe } from "../../input"

/**
 * Which groups are meant: `groupIds` were chosen; `groupName` was typed and is looked up when saving (several with ;
 * between); `picks` say what a typed name means, as "id:name" or "new:name"; `newGroups` are to be added by this name.
 */
export const whichGroups = {
  groupIds: choices(z.uuid()),
  groupName: wordsMaybe(2000),
  picks: choices(z.string().max(400)),
  newGroups: choices(z.string().trim().min(1).max(300)),
}
const which = z.object(whichGroups)
export type WhichGroups = z.output<typeof which>
