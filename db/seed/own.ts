import { asPerson, asSystem } from "@/lib/access/doors"
import { chooseOwnPages, describeGroup } from "@/lib/groups/proposals/commands"
import { getGroup } from "@/lib/groups/queries"
import type { Place } from "./base"

const DAY = 86_400_000

/** What two leads want to say of their groups, a few days ago; it waits for the staff. */
const WISHES = [
  {
    group: "Skelby Gardeners",
    days: 4,
    said: {
      name: "Skelby Growers",
      about: "Allotments on the old goods yard, a seed library, and plants for every front step in Skelby.",
    },
  },
  {
    group: "Aldervale Good Neighbours",
    days: 1,
    said: {
      about:
        "Lifts, shopping and a friendly call for people who live alone. From January also lifts to the new clinic at Weir Bank.",
    },
  },
]

/** What groups say on their own pages: what waits for the staff. */
export async function makeOwnPages(lio: string, place: Place, now: Date) {
  await asSystem(lio, (ctx) => chooseOwnPages(ctx, { approves: ["name", "about"], asksYearly: true }), {
    now,
    name: "The demo",
  })
  for (const { group, days, said } of WISHES) {
    const id = place.groups.get(group)?.id ?? ""
    const email = place.voices.get(group)?.lead ?? ""
    await asPerson(
      lio,
      { email, hat: "member" },
      async (ctx) => describeGroup(ctx, id, { ...said, version: (await getGroup(ctx, id)).version }),
      { now: new Date(now.getTime() - days * DAY) },
    )
  }
}
