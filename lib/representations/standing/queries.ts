import "server-only"
import type { Ctx } from "../../access/ctx"
import { listPassages } from "../../consultations/passages/queries"
import { mayRepresent } from "../policy"
import { getRepresentation } from "../queries"

/** A representation with all that says how far it has come, and the passages that could be its evidence. For staff. */
export async function getStanding(ctx: Ctx, id: string) {
  const whole = await getRepresentation(ctx, id)
  return {
    whole,
    passages: whole.consultationId ? await listPassages(ctx, whole.consultationId) : [],
    writes: mayRepresent(ctx.actor),
    today: ctx.today,
  }
}
export type RepresentationStanding = Awaited<ReturnType<typeof getStanding>>
