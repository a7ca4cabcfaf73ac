import "server-only"
import { eq } from "drizzle-orm"
import { guideRemarks, guides } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { networkOf, within } from "../../access/limits/commands"
import { RuleBroken } from "../../errors"
import { leaveForStaff } from "../../tasks/commands"
import { say, shortened } from "../../words"
import type { Remark } from "../input"
import { getGuide } from "../reading/queries"

const tooMany = () =>
  new RuleBroken(say("That is a lot in a short time. Wait a quarter of an hour and send it again."))

/** Keeps what a reader says of a guide. With a reason it becomes a task for whoever looks after the guide. */
export async function remarkOnGuide(ctx: Ctx, { slug, version, useful, why }: Omit<Remark, "lio">) {
  const guide = await getGuide(ctx, slug, version)
  await ctx.tx
    .insert(guideRemarks)
    .values({ lioId: ctx.lio.id, slug, version, useful: useful === "yes", why, saidAt: ctx.now })
  if (!why) return
  const [own] = await ctx.tx.select({ ownerId: guides.ownerId }).from(guides).where(eq(guides.slug, slug))
  const said = shortened(why.replace(/\s+/g, " "), 300)
  await leaveForStaff(ctx, [
    {
      assigneeId: guide.own ? own?.ownerId : null,
      what:
        useful === "yes"
          ? say("Somebody found the guide “{title}” useful and wrote: “{why}”", {
              title: guide.title,
              why: said,
            })
          : say("Somebody didn’t find the guide “{title}” useful and wrote: “{why}”", {
              title: guide.title,
              why: said,
            }),
    },
  ])
}

/** A visitor says whether a guide was useful: so many a quarter of an hour from one place. The system writes it down for them. */
export async function remarkFrom({ lio, ...remark }: Remark, from: string) {
  await within(`guide-remark:${networkOf(from)}`, 20, tooMany())
  return asSystem(lio, (ctx) => remarkOnGuide(ctx, remark))
}
