import { sql } from "drizzle-orm"
import * as make from "@/db/seed/factories"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { openResponse } from "@/lib/consultations/answering/queries"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import type { consulting } from "./consulting"

type Consulting = Awaited<ReturnType<typeof consulting>>
type Open = Awaited<ReturnType<Consulting["open"]>>

/** Seven more groups of the network, each with somebody who leads it and answers for it. */
export async function silentGroups({ w, network, said }: Consulting) {
  const more = await w.system(async (ctx) => {
    const made = []
    for (let at = 0; at < 7; at++) {
      const group = await make.group(ctx, { name: `Silent group ${at}`, stage: "member" })
      const email = `lead${at}@silent.example`
      await make.speaker(ctx, { name: `Lead ${at}`, email, groups: [group], speaks: "lead" })
      await ctx.tx.execute(
        sql`insert into network_groups (lio_id, network_id, group_id, joined_at) values (${ctx.lio.id}, ${network}, ${group.id}, now())`,
      )
      made.push({ ...group, email })
    }
    return made
  })
  return {
    more,
    /** One of the seven chooses an option, writes something, and sends it. */
    async answer(of: Open, at: number, pick: string, words: string, quotable = true) {
      const { id: group, email = "" } = more[at] ?? { id: "" }
      await w.as(email, async (ctx) => {
        await saveAnswer(ctx, said(of, 0, pick, { group }))
        await saveAnswer(ctx, said(of, 3, words, { group }))
        const { seen } = await openResponse(ctx, of.id, group)
        await signOffResponse(ctx, { id: of.id, group, seen, quotes: quotable ? "public" : "no" })
      })
    },
  }
}
