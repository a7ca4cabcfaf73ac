import "server-only"
import type { Ctx } from "../../../access/ctx"
import { settleForStaff } from "../../../tasks/commands"
import { whereIs } from "../../../tasks/words"

/** Where staff look at what groups propose; a task to do so ends with it. */
export const whereToLook = (consultationId: string) => whereIs(`consultations/${consultationId}/statements`)

/** Ticks off the task to look at what groups propose: nothing waits any more, or nobody can vote any more. */
export const settleModeration = (ctx: Ctx, consultationId: string) =>
  settleForStaff(ctx, whereToLook(consultationId))
