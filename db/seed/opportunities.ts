import { sql } from "drizzle-orm"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { saveAlert } from "@/lib/opportunities/alerts/commands"
import { addOpportunity, noteOpportunity } from "@/lib/opportunities/commands"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { addOpportunityInput } from "@/lib/opportunities/input"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import type { Express } from "@/lib/opportunities/interest/input"
import { sayBiddingConsent } from "@/lib/opportunities/partners/commands"
import type { Place } from "./base"
import { noticesAt } from "./story/notices"
import { CAST } from "./story/people"

const DAY = 86_400_000
type Story = { lio: string; place: Place; now: Date }

/** Groups that would visit older people, with what each says. */
const INTERESTED: [group: string, said: Pick<Express, "how" | "offer" | "seenBy">][] = [
  [
    "Aldervale Good Neighbours",
    {
      how: "lead",
      offer:
        "We have 61 volunteers who drive and visit, and a coordinator who knows all wards. We would lead, and look after the money.",
      seenBy: "interested",
    },
  ],
  [
    "St Oswin’s Lunch Club",
    {
      how: "partner",
      offer: "People who come to eat with us could be visited when they’re ill. We know who is alone.",
      seenBy: "interested",
    },
  ],
  [
    "Community Wheels",
    {
      how: "partner",
      offer: "Drivers who bring visitors to people in the villages. We don’t want to be in charge of it.",
      seenBy: "staff",
    },
  ],
]
/** Groups that may be found by others. */
const WILLING = [
  "Alderbridge Community Pantry",
  "Aldervale Good Neighbours",
  "Carers Together Aldervale",
  "Mind the Gap Peer Support",
]

/** Contracts of public bodies, what we think of one, whose groups are interested, and who wants to hear of more. */
export async function makeOpportunities({ lio, place, now }: Story) {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const person = <T>(email: string, daysAgo: number, work: (ctx: Ctx) => Promise<T>) =>
    asPerson(lio, { email }, work, { now: at(daysAgo) })
  await asSystem(lio, (ctx) => readOpportunities(ctx, noticesAt(now)), {
    now: at(3),
    via: "import",
    name: "The demo",
  })
  const { visits, leads } = await asSystem(lio, async (ctx) => {
    const [row] = await ctx.tx.execute<{ id: string }>(
      sql`select id from opportunities where ocid = 'ocds-aldrvl-0001'`,
    )
    const leads = await ctx.tx.execute<{ groupId: string; email: string }>(sql`
      select distinct on (r.group_id) r.group_id as "groupId", p.email from roles r join people p on p.id = r.person_id
      where r.speaks = 'lead' and r.ended_on is null and p.email is not null order by r.group_id, p.email`)
    return {
      visits: row?.id ?? "",
      leads: new Map(leads.map(({ groupId, email }) => [groupId, email])),
    }
  })
  await person(CAST.worker.email, 2, (ctx) =>
    noteOpportunity(ctx, {
      id: visits,
      note: "This is the one to go for together: nobody here can do all wards alone. We’ll bring those who are interested to one table.",
    }),
  )
  await person(CAST.worker.email, 1, (ctx) =>
    addOpportunity(
      ctx,
      addOpportunityInput.parse({
        title: "Caretaker for the Old Library",
        buyer: "Aldervale Borough Council",
        buyerEmail: "property@aldervale-council.example",
        description:
          "Opening, closing and cleaning, about 12 hours a week. It came by email; there’s no published notice.",
        stands: "open",
        valueMost: "9,500",
        closesOn: at(-25).toISOString().slice(0, 10),
        closesTime: "17:00",
        vcse: "",
        division: "98",
        areaIds: [],
      }),
    ),
  )
  for (const [name, said] of INTERESTED) {
    const groupId = place.groups.get(name)?.id ?? ""
    await person(leads.get(groupId) ?? "", 1, (ctx) =>
      expressInterest(ctx, { ...said, opportunityId: visits, groupId, willing: null }),
    )
  }
  for (const name of WILLING) {
    const groupId = place.groups.get(name)?.id ?? ""
    await person(leads.get(groupId) ?? "", 1, (ctx) =>
      sayBiddingConsent(ctx, { groupId, willing: "yes", saidBy: null, saidHow: null }),
    )
  }
  await person(CAST.lead.email, 4, (ctx) => saveAlert(ctx, { name: "Food and children", query: "q=food" }))
  await person(CAST.worker.email, 4, (ctx) =>
    saveAlert(ctx, { name: "For voluntary groups", query: "vcse=yes" }),
  )
}
