import type { Actor } from "../../access/ctx"
import { leads } from "../../access/may"

export { isManager as mayChooseApprovals } from "../../access/may"
export { mayKeepGroups as mayDecide } from "../policy"

/** May see what of this group waits for the staff: its leads, who asked for it. */
export const mayPropose = (actor: Actor, groupId: string) => actor.kind === "member" && leads(actor, groupId)
