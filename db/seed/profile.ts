import { eq } from "drizzle-orm"
import { people } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { confirmGroup } from "@/lib/annual-check/commands"
import { leavePerson } from "@/lib/groups/leaving/commands"
import { chooseOwnPages, describeGroup } from "@/lib/groups/proposals/commands"
import { getGroup } from "@/lib/groups/queries"
import { welcomePerson } from "@/lib/groups/roles/commands"
import { welcomeInput } from "@/lib/groups/roles/input"
import { chooseColour, keepLogo } from "@/lib/lios/look/commands"
import { addService, setService } from "@/lib/services/commands"
import type { Place } from "./base"
import { drawLogo } from "./story/logo"
import { CAST } from "./story/people"
import { SERVICES } from "./story/services"

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

/** How an LIO looks, and what it does for groups. */
export async function makeProfile(ctx: Ctx) {
  await chooseColour(ctx, { colour: "#1b5e7a", instead: null })
  await keepLogo(ctx, drawLogo())
  for (const [n, fields] of SERVICES.entries()) {
    const { id } = await addService(ctx, fields)
    if (n < SERVICES.length - 1) await setService(ctx, { id, to: "published" })
  }
}

/** Groups whose lead said not long ago that all is right, and how many days ago that was. */
const CONFIRMED: [group: string, daysAgo: number][] = [
  ["Hob’s Mill Food Bank", 265],
  ["1st Skelby Scouts", 190],
  ["Polska Szkoła Alderbridge", 44],
  ["Aldervale Good Neighbours", 420],
]

async function confirm(lio: string, place: Place, group: string, now: Date) {
  const id = place.groups.get(group)?.id ?? ""
  const email = place.voices.get(group)?.lead ?? ""
  await asPerson(lio, { email, hat: "member" }, (ctx) => confirmGroup(ctx, { id }), { now })
}

/** Somebody who kept the books for years and moved away in the summer; and how two others like to be reached. */
async function makeLeaver(lio: string, place: Place, now: Date) {
  const groupId = place.groups.get("Skelby Gardeners")?.id ?? ""
  const as = (days: number) => ({ now: new Date(now.getTime() - days * DAY), name: "The demo" })
  const { personId } = await asSystem(
    lio,
    (ctx) =>
      welcomePerson(
        ctx,
        welcomeInput.parse({
          groupId,
          name: "Winifred Platt",
          email: "winifred.platt@aldervale.example",
          role: "treasurer",
          startedOn: "2019-05-11",
        }),
      ),
    as(400),
  )
  await asSystem(lio, (ctx) => leavePerson(ctx, { id: personId }), as(96))
  const reached = [
    [CAST.lead.email, "text"],
    [CAST.rep.email, "phone"],
  ] as const
  for (const [email, channel] of reached)
    await asSystem(lio, (ctx) => ctx.tx.update(people).set({ channel }).where(eq(people.email, email)), as(0))
}

/** What groups say on their own pages: what waits for the staff, and who said that all is right. */
export async function makeOwnPages(lio: string, place: Place, now: Date) {
  await makeLeaver(lio, place, now)
  for (const [group, days] of CONFIRMED)
    await confirm(lio, place, group, new Date(now.getTime() - days * DAY))
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
