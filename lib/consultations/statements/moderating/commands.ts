import "server-only"
import type { Ctx } from "../../../access/ctx"
import { settleForStaff } from "../../../tasks/commands"

/** Where staff look at what groups propose; a task to do so ends with it. */
export const whereToLook = (consultationId: string) => `(/consultations/${consultationId}/statements)`

/** Ticks off the task to look at what groups propose: nothing waits any more, or nobody can vote any more. */
export const settleModeration = (ctx: Ctx, consultationId: string) =>
  settleForStaff(ctx, whereToLook(consultationId))
