import { asPerson, asSystem } from "@/lib/access/doors"
import { remarkOnGuide } from "@/lib/guides/remarks/commands"
import {
  changeGuide,
  checkGuide,
  publishGuide,
  sendForCheck,
  startGuide,
} from "@/lib/guides/writing/commands"
import { getOwnGuide, seenOf } from "@/lib/guides/writing/queries"
import { sendGuide } from "@/lib/mailings/guides/commands"
import type { Place } from "./base"
import { FUND, ROOM, ROOM_AGAIN } from "./story/guides"
import { CAST } from "./story/people"

const DAY = 86_400_000

/** A guide of the LIO's own in two versions, given to two groups and remarked on; and one that waits to be checked. */
export async function makeGuides({ lio, place, now }: { lio: string; place: Place; now: Date }) {
  const ago = (days: number) => ({ now: new Date(now.getTime() - days * DAY) })
  const worker = { email: CAST.worker.email }
  const manager = { email: CAST.manager.email }
  const seenNow = (slug: string) => asPerson(lio, worker, async (ctx) => seenOf(await getOwnGuide(ctx, slug)))
  const publish = async (slug: string, days: number, change: string) => {
    const at = { slug, seen: await seenNow(slug) }
    await asPerson(lio, worker, (ctx) => sendForCheck(ctx, at), ago(days))
    await asPerson(lio, manager, (ctx) => checkGuide(ctx, at), ago(days))
    await asPerson(lio, manager, (ctx) => publishGuide(ctx, { ...at, change, reviewOn: null }), ago(days))
  }
  const { slug } = await asPerson(lio, worker, (ctx) => startGuide(ctx, ROOM), ago(200))
  await publish(slug, 198, "First version")
  const seen = await seenNow(slug)
  await asPerson(lio, worker, (ctx) => changeGuide(ctx, { slug, seen, ...ROOM_AGAIN }), ago(40))
  await publish(slug, 38, "New prices from November, and the loop for hearing aids")
  const groupIds = [...place.groups.values()].slice(4, 6).map(({ id }) => id)
  await asPerson(
    lio,
    worker,
    (ctx) =>
      sendGuide(ctx, {
        slug,
        words: "As we said on the phone: this is how to book the hall for your spring meeting.",
        ...{ groupIds, groupName: null, picks: [], newGroups: [] },
      }),
    ago(20),
  )
  const said = (useful: "yes" | "no", why: string | null, days: number) =>
    asSystem(lio, (ctx) => remarkOnGuide(ctx, { slug, version: 2, useful, why }), ago(days))
  await said("yes", null, 15)
  await said("yes", null, 12)
  await said("no", "It doesn’t say if there is parking for a minibus.", 3)
  const fund = await asPerson(lio, worker, (ctx) => startGuide(ctx, FUND), ago(5))
  await asPerson(
    lio,
    worker,
    async (ctx) => sendForCheck(ctx, { slug: fund.slug, seen: seenOf(await getOwnGuide(ctx, fund.slug)) }),
    ago(4),
  )
}
