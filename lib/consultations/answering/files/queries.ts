import "server-only"
import { and, eq } from "drizzle-orm"
import { files, responses } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { found } from "../../../errors"
import { readFile } from "../../../files/queries"
import { getConsultation } from "../../queries"

/** A file that is an answer in a consultation, for whoever may read it: the group, and staff once it was sent. */
export async function readAnswerFile(ctx: Ctx, consultationId: string, fileId: string) {
  await getConsultation(ctx, consultationId)
  const [row] = await ctx.tx
    .select({ id: files.id })
    .from(files)
    .innerJoin(responses, eq(responses.id, files.onId))
    .where(
      and(eq(files.id, fileId), eq(files.onKind, "response"), eq(responses.consultationId, consultationId)),
    )
  return readFile(ctx, found(row).id)
}
