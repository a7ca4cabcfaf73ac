import "server-only"
import { eq } from "drizzle-orm"
import { tasks } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayKeepTasks } from "../policy"

/** The tasks of a case are read by whoever may read the case: from now on this audience. */
export async function tasksOfCaseFollow(ctx: Ctx, caseId: string, audience: string): Promise<void> {
  ensure(mayKeepTasks(ctx.actor))
  await ctx.tx.update(tasks).set({ audience }).where(eq(tasks.caseId, caseId))
}
