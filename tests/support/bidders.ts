import { sql } from "drizzle-orm"
import { beforeAll } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import { expressInput } from "@/lib/opportunities/interest/input"
import { noticesOf, processOf } from "./notices"
import { world } from "./world"

/** An opportunity in which the food bank and the choir are interested; the choir is led by Cora. */
export async function bidders() {
  const w = await world()
  const known = { open: "", cora: "" }
  const choirLead = <T>(work: (ctx: Ctx) => Promise<T>) => w.as("choir@ribble.example", work)
  const interested = (groupId: string) =>
    expressInput.parse({
      ...{ opportunityId: known.open, groupId, how: "either", offer: "We know the estate." },
      seenBy: "interested",
    })

  beforeAll(async () => {
    const cora = { name: "Cora Choir", email: "choir@ribble.example", groups: [w.choir] }
    known.cora = (await w.system((ctx) => make.speaker(ctx, { ...cora, speaks: "lead" }))).id
    const visits = processOf("visits", {
      title: "Friendly visits",
      tenderPeriod: { endDate: "2050-06-10T12:00:00+01:00" },
    })
    await w.system((ctx) => readOpportunities(ctx, noticesOf(visits)))
    const [row] = await w.system((ctx) => ctx.tx.execute<{ id: string }>(sql`select id from opportunities`))
    known.open = row?.id ?? ""
    await w.asLead((ctx) => expressInterest(ctx, interested(w.foodbank.id)))
    await choirLead((ctx) => expressInterest(ctx, interested(w.choir.id)))
  })

  /** The reasons in the emails to groups that others bid without, in the order they were sent. */
  const reasonsTold = async () =>
    (
      await w.system((ctx) =>
        ctx.tx.execute<{ reason: string | null }>(
          sql`select props ->> 'reason' as reason from letters where letter = 'consortium-without' order by created_at`,
        ),
      )
    ).map(({ reason }) => reason)

  return { w, known, choirLead, reasonsTold }
}
