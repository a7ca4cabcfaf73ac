import { and, eq } from "drizzle-orm"
import { letters } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { joinNetwork, openNetwork } from "@/lib/networks/commands"
import { startTopic } from "@/lib/networks/topics/commands"
import type { world } from "./world"

type World = Awaited<ReturnType<typeof world>>

/** A network that the food bank and the choir are in, how a topic begins in it, and the letters it sends. */
export async function foodNetwork(w: World) {
  const food = await w.asWorker((ctx) => openNetwork(ctx, { name: "Food", about: null, byRequest: false }))
  await w.asLead((ctx) => joinNetwork(ctx, { networkId: food.id, groupId: w.foodbank.id }))
  await w.asMember((ctx) => joinNetwork(ctx, { networkId: food.id, groupId: w.choir.id }))
  return {
    food,
    topic: (as: World["asLead"], over: { title?: string; body?: string; groupId?: string | null } = {}) =>
      as((ctx: Ctx) =>
        startTopic(ctx, {
          networkId: food.id,
          title: "Tomatoes",
          body: "Two **pallets**",
          groupId: w.foodbank.id,
          ...over,
        }),
      ),
    lettersTo: (email: string) =>
      w.system((ctx) =>
        ctx.tx
          .select()
          .from(letters)
          .where(and(eq(letters.letter, "network-post"), eq(letters.toEmail, email))),
      ),
  }
}
