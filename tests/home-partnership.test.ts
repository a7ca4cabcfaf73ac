import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { canDo } from "@/app/[lio]/home/_parts/can-do"
import { toDo } from "@/app/[lio]/home/_parts/to-do"
import * as make from "@/db/seed/factories"
import { asPerson } from "@/lib/access/doors"
import { getHome, type MemberHome } from "@/lib/home/queries"
import { openNetwork } from "@/lib/networks/commands"
import { acceptInvitation, askGroup, formConsortium } from "@/lib/opportunities/consortia/commands"
import { enterRoom, nameSomebody } from "@/lib/opportunities/consortia/people/commands"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import { expressInput } from "@/lib/opportunities/interest/input"
import { publishElection } from "@/lib/partnerships/elections/commands"
import { listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { startTerm } from "@/lib/partnerships/seats/commands"
import { startTermInput } from "@/lib/partnerships/seats/input"
import { voting } from "./support/election"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const waitsFor = async (email: string, days = 0) => {
  const home = (await asPerson("ribble", { email }, getHome, { now: inDays(days) })) as MemberHome
  return toDo("ribble", home).map(({ title, about }) => `${title} ${about}`)
}

it("A vote waits on the home page of whoever casts it, until they have", async () => {
  const [ann, ben, cat] = await v.voices(3, "Home")
  if (!ann || !ben || !cat) throw new Error("Three groups were made.")
  const { id } = await v.opened("Waiting seat", [ann, ben])
  const [first] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id) as [string]
  const asked = expect.stringContaining("Vote: who speaks for groups on Waiting seat? Waiting seat. Closes")
  expect(await waitsFor("home-2@ribble.example", 30)).toContainEqual(asked)
  expect(await waitsFor("home-2@ribble.example"), "it hasn’t opened").not.toContainEqual(asked)
  expect(await waitsFor("member@ribble.example", 30), "their lead votes").not.toContainEqual(asked)
  await v.vote(id, cat, { order: [first], rule: "choice" })
  expect(await waitsFor("home-2@ribble.example", 30)).not.toContainEqual(asked)
  expect(await waitsFor("home-1@ribble.example", 30)).toContainEqual(asked)
})

it("Whoever can put somebody forward finds until when, and nobody else", async () => {
  await v.voices(1, "Forward")
  const network = await w.asWorker((ctx) =>
    openNetwork(ctx, { name: "Backward", about: null, byRequest: false }),
  )
  const { id } = await v.plan("Forward seat")
  const other = await v.plan("Backward seat", { networkId: network.id })
  for (const one of [id, other.id]) await w.asWorker((ctx) => publishElection(ctx, { id: one }))
  const forward = async (email: string, days = 0) => {
    const home = (await asPerson("ribble", { email }, getHome, { now: inDays(days) })) as MemberHome
    return canDo(home).filter(({ path }) => path === `elections/${id}` || path === `elections/${other.id}`)
  }
  expect(await forward("forward-0@ribble.example")).toMatchObject([
    {
      label: "Put somebody forward",
      about: expect.stringMatching(/Forward seat\. Nominations are open until/),
    },
  ])
  expect(await forward("forward-0@ribble.example", 60), "they have ended").toEqual([])
})

it("Whoever sits on a board finds it among what they can do; others don’t", async () => {
  const { seatIds } = await v.plan("Seated board")
  const labels = async (email: string) =>
    canDo((await asPerson("ribble", { email }, getHome)) as MemberHome).map(({ label }) => label)
  expect(await labels("lead@ribble.example")).not.toContain("Your boards")
  await w.asWorker((ctx) =>
    startTerm(
      ctx,
      startTermInput.parse({
        ...{ seatId: seatIds[0], groupIds: w.foodbank.id, name: "Leah Lead", email: "lead@ribble.example" },
        ...{ holds: "representative", chosenBy: "network", startsOn: "2026-01-05", named: "on" },
      }),
    ),
  )
  expect(await labels("lead@ribble.example")).toContain("Your boards")
  expect(await labels("home-1@ribble.example")).not.toContain("Your boards")
})

it("A lead whose group is asked to bid with others finds that, and whoever is let into the room", async () => {
  const choir = { name: "Cora Choir", email: "choir@ribble.example", groups: [w.choir] }
  const singer = { name: "Sam Singer", email: "singer@ribble.example", groups: [w.choir] }
  const [cora, sam] = await w.system(async (ctx) => [
    (await make.speaker(ctx, { ...choir, speaks: "lead" })).id,
    (await make.speaker(ctx, { ...singer, speaks: "member" })).id,
  ])
  await w.system((ctx) =>
    readOpportunities(
      ctx,
      noticesOf(
        processOf("visits", {
          title: "Friendly visits",
          tenderPeriod: { endDate: "2050-06-10T12:00:00+01:00" },
        }),
      ),
    ),
  )
  const [row] = await w.system((ctx) => ctx.tx.execute<{ id: string }>(sql`select id from opportunities`))
  const opportunityId = row?.id ?? ""
  const interest = (groupId: string) =>
    expressInput.parse({ opportunityId, groupId, how: "either", offer: "We know.", seenBy: "interested" })
  await w.asLead((ctx) => expressInterest(ctx, interest(w.foodbank.id)))
  await w.as(choir.email, (ctx) => expressInterest(ctx, interest(w.choir.id)))
  const { id } = await w.asLead((ctx) => formConsortium(ctx, { opportunityId, groupId: w.foodbank.id }))
  await w.asLead((ctx) => askGroup(ctx, { id, groupId: w.choir.id }))
  const invited = "Does Côr Meibion Llanfair bid with others? Friendly visits"
  expect(await waitsFor(choir.email)).toContain(invited)
  expect(await waitsFor(singer.email), "only a lead answers").not.toContain(invited)
  await w.as(choir.email, (ctx) => acceptInvitation(ctx, { id, groupId: w.choir.id, personId: cora ?? "" }))
  expect(await waitsFor(choir.email)).not.toContain(invited)
  await w.as(choir.email, (ctx) => nameSomebody(ctx, { id, groupId: w.choir.id, personId: sam ?? "" }))
  expect(await waitsFor(singer.email)).toContain("You’ve been let in Friendly visits")
  await w.as(singer.email, (ctx) => enterRoom(ctx, { id }))
  expect(await waitsFor(singer.email)).not.toContain("You’ve been let in Friendly visits")
})
