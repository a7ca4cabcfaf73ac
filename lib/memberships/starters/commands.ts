import "server-only"
import type { Ctx } from "../../access/ctx"
import { addTypes } from "../types/commands"
import { typeInput } from "../types/input"
import { listTypes } from "../types/queries"
import type { StarterKinds } from "./input"
import { STARTER_KINDS } from "./words"

/** Offers the chosen starter kinds of membership; one that is there already, also retired, stays as it is. */
export async function addStarterKinds(ctx: Ctx, { kinds }: StarterKinds): Promise<number> {
  const here = new Set((await listTypes(ctx)).map(({ name }) => name.toLowerCase()))
  const fresh = STARTER_KINDS.filter(({ name }) => kinds.includes(name) && !here.has(name.toLowerCase()))
  return (
    await addTypes(
      ctx,
      fresh.map((kind) => typeInput.parse(kind)),
    )
  ).length
}
