import { sql } from "drizzle-orm"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { addOpportunity } from "@/lib/opportunities/commands"
import {
  decideConsortiumBid,
  submitConsortiumBid,
  tellFeedback,
} from "@/lib/opportunities/consortia/bid/commands"
import { acceptInvitation, askGroup, formConsortium } from "@/lib/opportunities/consortia/commands"
import { enterRoom, nameSomebody, stepOut } from "@/lib/opportunities/consortia/people/commands"
import { agreeTerms, proposeTerms } from "@/lib/opportunities/consortia/terms/commands"
import {
  addConsortiumTask,
  finishConsortiumTask,
  noteDecision,
  sayInRoom,
} from "@/lib/opportunities/consortia/work/commands"
import { getWork } from "@/lib/opportunities/consortia/work/queries"
import { addOpportunityInput } from "@/lib/opportunities/input"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import type { Place } from "./base"
import * as make from "./factories"
import { CAST } from "./story/people"

const NADIA = "nadia@lunchclub.example"
const DAY = 86_400_000
type Story = { lio: string; place: Place; now: Date }
type Lead = { groupId: string; personId: string; email: string }

const TERMS = `1. The food bank leads, signs the contract and holds the money in an account of its own.
2. Each group is paid for what it does, a month in arrears, against a short report.
3. Everybody who works with children is checked before they start. The lead keeps the list.
4. What we disagree about we talk about first. Then the three chairs decide.
5. A group can leave at the end of a school holiday, with six weeks’ notice.`

/** One bid that three groups have won, and two consortia that bid against each other, with somebody who stepped out of one. */
export async function makeConsortia({ lio, place, now }: Story) {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY)
  const day = (daysAgo: number) => at(daysAgo).toISOString().slice(0, 10)
  const as = <T>(email: string, daysAgo: number, work: (ctx: Ctx) => Promise<T>) =>
    asPerson(lio, { email }, work, { now: at(daysAgo) })
  const { leads, visits, nadia, worker } = await asSystem(lio, async (ctx) => {
    const rows = await ctx.tx.execute<Lead>(sql`
      select distinct on (r.group_id) r.group_id as "groupId", p.id as "personId", p.email from roles r join people p on p.id = r.person_id
      where r.speaks = 'lead' and r.ended_on is null and p.email is not null order by r.group_id, p.email <> ${CAST.lead.email}, p.email`)
    const [row] = await ctx.tx.execute<{ id: string }>(
      sql`select id from opportunities where ocid = 'ocds-aldrvl-0001'`,
    )
    const [staff] = await ctx.tx.execute<{ id: string }>(
      sql`select id from people where email = ${CAST.worker.email}`,
    )
    const both = ["St Oswin’s Lunch Club", "Carers Together Aldervale"]
    const nadia = await make.speaker(ctx, {
      name: "Nadia Firth",
      email: NADIA,
      groups: both.flatMap((name) => place.groups.get(name) ?? []),
      speaks: "member",
    })
    return {
      leads: new Map(rows.map((one) => [one.groupId, one])),
      visits: row?.id ?? "",
      nadia: nadia.id,
      worker: staff?.id ?? "",
    }
  })
  const of = (name: string): Lead => {
    const lead = leads.get(place.groups.get(name)?.id ?? "")
    if (!lead) throw new Error(`Nobody leads ${name}.`)
    return lead
  }
  const show = (who: Lead, opportunityId: string, daysAgo: number, offer: string) =>
    as(who.email, daysAgo, (ctx) =>
      expressInterest(ctx, {
        ...{ opportunityId, groupId: who.groupId, how: "either", offer, seenBy: "interested", willing: null },
      }),
    )
  const bring = async (first: Lead, others: Lead[], opportunityId: string, daysAgo: number) => {
    const { id } = await as(first.email, daysAgo, (ctx) =>
      formConsortium(ctx, { opportunityId, groupId: first.groupId }),
    )
    for (const other of others) {
      await as(first.email, daysAgo, (ctx) => askGroup(ctx, { id, groupId: other.groupId }))
      await as(other.email, daysAgo - 0.05, (ctx) => acceptInvitation(ctx, { ...other, id }))
    }
    return id
  }

  const { id: holidays } = await as(CAST.worker.email, 80, (ctx) =>
    addOpportunity(
      ctx,
      addOpportunityInput.parse({
        title: "Cooking and eating together in the school holidays",
        buyer: "Aldervale Borough Council",
        description: "Six weeks of cooking clubs with a hot meal, for 90 children. It came by email to us.",
        stands: "open",
        valueMost: "36,000",
        closesOn: day(45),
        closesTime: "12:00",
        vcse: "yes",
        division: "85",
        areaIds: [],
      }),
    ),
  )
  const bank = of("Hob’s Mill Food Bank")
  const pantry = of("Alderbridge Community Pantry")
  const wheels = of("Community Wheels")
  await show(bank, holidays, 75, "A kitchen, volunteers and the food.")
  await show(pantry, holidays, 74, "A second kitchen, in Alderbridge.")
  await show(wheels, holidays, 74, "Two minibuses with drivers.")
  const won = await bring(bank, [pantry, wheels], holidays, 70)
  await as(bank.email, 68, (ctx) => proposeTerms(ctx, { id: won, words: TERMS, after: 0 }))
  for (const one of [bank, pantry, wheels])
    await as(one.email, 66, (ctx) => agreeTerms(ctx, { id: won, groupId: one.groupId, version: 1 }))
  await as(bank.email, 66, (ctx) =>
    noteDecision(ctx, { id: won, words: "We bid for all six weeks, two kitchens, 90 children.", on: null }),
  )
  await as(bank.email, 65, (ctx) =>
    addConsortiumTask(ctx, {
      ...{ id: won, what: "Price the meals and the drivers", personId: wheels.personId, dueOn: day(55) },
    }),
  )
  await as(bank.email, 65, (ctx) =>
    addConsortiumTask(ctx, {
      ...{
        id: won,
        what: "Ask both halls whether they have us in August",
        personId: pantry.personId,
        dueOn: day(58),
      },
    }),
  )
  await as(pantry.email, 64, (ctx) =>
    sayInRoom(ctx, { id: won, answersId: null, words: "Who has the allergy training that they ask for?" }),
  )
  const { questions } = await as(bank.email, 63, (ctx) => getWork(ctx, won))
  await as(bank.email, 63, (ctx) =>
    sayInRoom(ctx, {
      ...{
        id: won,
        answersId: questions[0]?.id ?? "",
        words: "Two of us, until next spring. I’ll put the papers up.",
      },
    }),
  )
  const paper = await readUpload({
    name: "how-we-share-the-work.txt",
    bytes: Buffer.from(
      "Kitchen in Hob’s Mill: 50 children.\nKitchen in Alderbridge: 40 children.\nBuses: both.\n",
    ),
  })
  await as(bank.email, 62, (ctx) =>
    addFiles(ctx, { onKind: "consortium", onId: won, kind: "other", runsUntil: null, uploads: [paper] }),
  )
  await as(bank.email, 61, (ctx) => nameSomebody(ctx, { id: won, groupId: null, personId: worker }))
  await as(CAST.worker.email, 60, (ctx) => enterRoom(ctx, { id: won }))
  for (const who of [wheels, pantry]) {
    const { tasks } = await as(who.email, 57, (ctx) => getWork(ctx, won))
    const own = tasks.find((task) => task.personId === who.personId && !task.doneAt)
    await as(who.email, 57, (ctx) => finishConsortiumTask(ctx, { id: won, taskId: own?.id ?? "" }))
  }
  await as(bank.email, 50, (ctx) =>
    submitConsortiumBid(ctx, { id: won, on: null, wentTo: "Aldervale Borough Council", asked: 35_400_00 }),
  )
  await as(bank.email, 21, (ctx) =>
    decideConsortiumBid(ctx, {
      ...{ id: won, outcome: "won" as const, on: null, awarded: 34_000_00 },
      parts: [
        { groupId: bank.groupId, part: 16_000_00 },
        { groupId: pantry.groupId, part: 11_500_00 },
        { groupId: wheels.groupId, part: 6_500_00 },
      ],
    }),
  )
  await as(pantry.email, 14, (ctx) =>
    tellFeedback(ctx, {
      id: won,
      feedback:
        "The best of five for what children would get. We wanted to read more about who checks volunteers, and how you would carry on if a kitchen closed.",
      lesson: "Put the safeguarding page first, and name the kitchen we could borrow.",
    }),
  )

  const neighbours = of("Aldervale Good Neighbours")
  const lunch = of("St Oswin’s Lunch Club")
  const carers = of("Carers Together Aldervale")
  const peers = of("Mind the Gap Peer Support")
  await show(carers, visits, 0.9, "Training for visitors, and calls to carers.")
  const one = await bring(neighbours, [lunch], visits, 0.8)
  const other = await bring(carers, [peers], visits, 0.7)
  const letIn = (who: Lead, id: string, daysAgo: number) =>
    as(who.email, daysAgo, (ctx) => nameSomebody(ctx, { id, groupId: who.groupId, personId: nadia }))
  await letIn(lunch, one, 0.6)
  await as(NADIA, 0.55, (ctx) => enterRoom(ctx, { id: one }))
  await as(neighbours.email, 0.5, (ctx) =>
    noteDecision(ctx, { id: one, words: "We bid for the whole of it, and ask for £118,000.", on: null }),
  )
  await as(NADIA, 0.4, (ctx) => stepOut(ctx, { id: one, recuse: "yes" }))
  await letIn(carers, other, 0.35)
  await as(NADIA, 0.3, (ctx) => enterRoom(ctx, { id: other }))
  await as(carers.email, 0.2, (ctx) =>
    sayInRoom(ctx, { id: other, answersId: null, words: "Do we bid for the calls alone?" }),
  )
}
