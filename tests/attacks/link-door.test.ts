import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asLink } from "@/lib/access/doors"
import { type OneThing, signLink } from "@/lib/access/links"
import { confirmByLink } from "@/lib/annual-check/commands"
import { byConfirmLink } from "@/lib/annual-check/queries"
import { planConsultation } from "@/lib/consultations/commands"
import { choosePreferences } from "@/lib/email/preferences/commands"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { sayNeeds } from "@/lib/events/booking/commands"
import { publishEvent } from "@/lib/events/commands"
import { changeGroup, closeGroup } from "@/lib/groups/commands"
import { listGroups } from "@/lib/groups/list/queries"
import { getGroup } from "@/lib/groups/queries"
import { setMainContact } from "@/lib/groups/roles/commands"
import { answerInvitation } from "@/lib/groups/roles/invitations/commands"
import { giveAnswer, handIn, shareCheck } from "@/lib/health-checks/answering/commands"
import { askForCheck } from "@/lib/health-checks/commands"
import { askForSession } from "@/lib/health-checks/helping/commands"
import { addStep } from "@/lib/health-checks/plan/commands"
import { listChecks } from "@/lib/health-checks/queries"
import { beginMembership } from "@/lib/memberships/commands"
import { renewByLink } from "@/lib/memberships/renewal/commands"
import { openNetwork } from "@/lib/networks/commands"
import { agree, endorse, nominate, withdraw } from "@/lib/partnerships/elections/nominations/commands"
import { appeal, handOver } from "@/lib/partnerships/elections/roll/commands"
import type { Taker } from "@/lib/partnerships/elections/taking/queries"
import { castBallot } from "@/lib/partnerships/elections/voting/commands"
import { addPerson } from "@/lib/people/commands"
import { listPeople } from "@/lib/people/queries"
import { acknowledgeByLink } from "@/lib/representations/officer/commands"
import { findEverywhere } from "@/lib/search/queries"
import { recordSession } from "@/lib/sessions/commands"
import { listTasks } from "@/lib/tasks/queries"
import { world } from "../support/world"

const w = await world()
/** Each purpose there is: a new one does not compile until it stands here. */
const EACH: Record<OneThing, true> = {
  preferences: true,
  unsubscribe: true,
  renewal: true,
  confirm: true,
  role: true,
  booking: true,
  individual: true,
  calendar: true,
  reply: true,
  "health-check": true,
  election: true,
  nominee: true,
}
const PURPOSES = Object.keys(EACH) as OneThing[]
const keyOf = (purpose: OneThing, about = w.foodbank.id, lio = w.ribble.id) =>
  signLink({ purpose, lio, person: w.lead.id, about })
const any = <T>(value: object) => value as T

/** What a lead, a manager or a neighbour could do or read, as whoever holds a link of a letter. */
const TRIES: Record<string, (ctx: Ctx) => Promise<unknown>> = {
  "the list of groups": (ctx) => listGroups(ctx, any({ page: 1, sort: "name" })),
  "another group": (ctx) => getGroup(ctx, w.choir.id),
  people: (ctx) => listPeople(ctx, any({ page: 1 })),
  search: (ctx) => findEverywhere(ctx, "Clitheroe", { most: 5 }),
  tasks: (ctx) => listTasks(ctx, any({ whose: "all", page: 1 })),
  "changing the group": (ctx) => changeGroup(ctx, w.foodbank.id, any({ version: 1, about: "Ours" })),
  "closing it": (ctx) => closeGroup(ctx, any({ id: w.foodbank.id, reason: "none" })),
  "its main contact": (ctx) => setMainContact(ctx, { groupId: w.foodbank.id, personId: w.lead.id }),
  "a membership": (ctx) =>
    beginMembership(ctx, any({ groupId: w.foodbank.id, typeId: w.choir.id, startsOn: "2026-01-01" })),
  "a person": (ctx) => addPerson(ctx, any({ name: "Eve" })),
  "a session": (ctx) =>
    recordSession(ctx, any({ groupIds: [w.foodbank.id], on: "2026-11-01", minutes: 10, note: "x" })),
  "an event": (ctx) => publishEvent(ctx, { id: w.choir.id }),
  "a network": (ctx) => openNetwork(ctx, any({ name: "Eve’s" })),
  "the list of health checks": (ctx) => listChecks(ctx),
  "a health check": (ctx) =>
    askForCheck(ctx, any({ groupIds: [w.foodbank.id], sets: ["finance"], way: "link" })),
  "a consultation": (ctx) => planConsultation(ctx, any({ title: "Eve’s", questions: [] })),
  "what emails somebody signed in gets": (ctx) => choosePreferences(ctx, { digest: "never", streams: [] }),
}
const taker: Taker = { electionId: w.foodbank.id, personId: w.lead.id, email: null, name: null }
const ONLY: Record<string, [OneThing, (ctx: Ctx) => Promise<unknown>]> = {
  "saying that all is right": ["confirm", (ctx) => confirmByLink(ctx, w.foodbank.id)],
  renewing: ["renewal", (ctx) => renewByLink(ctx, any({ membershipId: w.foodbank.id }))],
  "an invitation": [
    "role",
    (ctx) => answerInvitation(ctx, any({ id: w.foodbank.id, groupId: w.foodbank.id }), "yes"),
  ],
  "an answer in a health check": ["health-check", (ctx) => giveAnswer(ctx, w.foodbank.id, any({}))],
  "handing a health check in": ["health-check", (ctx) => handIn(ctx, w.foodbank.id, true)],
  "a session that a health check shows the need of": [
    "health-check",
    (ctx) => askForSession(ctx, w.foodbank.id, w.foodbank.id),
  ],
  "who sees a health check": ["health-check", (ctx) => shareCheck(ctx, w.foodbank.id, false)],
  "the plan of a health check": ["health-check", (ctx) => addStep(ctx, w.foodbank.id, any({}))],
  "an answer of a body": [
    "reply",
    (ctx) =>
      acknowledgeByLink(
        ctx,
        any({ linkId: w.foodbank.id, representationId: w.foodbank.id, version: 1, closed: false }),
        "Eve",
      ),
  ],
  "putting somebody up": ["election", (ctx) => nominate(ctx, taker, any({}))],
  "endorsing somebody": ["election", (ctx) => endorse(ctx, taker, any({}))],
  "casting a ballot": ["election", (ctx) => castBallot(ctx, taker, any({}))],
  "an appeal about a roll": ["election", (ctx) => appeal(ctx, taker, any({}))],
  "handing a vote on": ["election", (ctx) => handOver(ctx, taker, any({}))],
  "agreeing to stand": ["nominee", (ctx) => agree(ctx, any({ nominationId: w.foodbank.id }), any({}))],
  "withdrawing from an election": ["nominee", (ctx) => withdraw(ctx, any({ nominationId: w.foodbank.id }))],
  "what somebody needs at an event": [
    "booking",
    (ctx) => sayNeeds(ctx, { id: w.foodbank.id, access: "A ramp", food: null }),
  ],
}

describe("The link of a letter", () => {
  const all = PURPOSES.flatMap((purpose) =>
    Object.entries(TRIES).map(([what, work]) => ({ purpose, what, work })),
  )

  it.each(all)("to $purpose does not open $what", async ({ purpose, work }) => {
    const trying = asLink({ lio: "ribble", purpose, key: keyOf(purpose) }, work)
    await expect(trying).rejects.toSatisfy((no) => no instanceof NotAllowed || no instanceof NotFound)
  })

  it.each(Object.entries(ONLY))(
    "does %s for no other purpose and no other thing",
    async (_, [needs, work]) => {
      for (const purpose of PURPOSES) {
        const about = purpose === needs ? w.choir.id : w.foodbank.id
        await expect(asLink({ purpose, key: keyOf(purpose, about) }, work), purpose).rejects.toThrow(
          NotAllowed,
        )
      }
    },
  )

  it("opens nothing for another purpose, in another LIO, about another thing, forged, late, or once its person has left", async () => {
    const open = (of: Parameters<typeof asLink>[0], now?: Date) => asLink(of, async () => "open", { now })
    expect(
      await open({ lio: "ribble", purpose: "confirm", key: keyOf("confirm"), about: w.foodbank.id }),
    ).toBe("open")
    const late = signLink({
      purpose: "confirm",
      lio: w.ribble.id,
      person: w.lead.id,
      expires: Date.now() - 1,
    })
    for (const of of [
      { purpose: "renewal" as const, key: keyOf("confirm") },
      { lio: "other", purpose: "confirm" as const, key: keyOf("confirm") },
      { purpose: "confirm" as const, key: keyOf("confirm", w.foodbank.id, w.other.id) },
      { purpose: "confirm" as const, key: keyOf("confirm"), about: w.choir.id },
      { purpose: "confirm" as const, key: `${keyOf("confirm").split(".")[0]}.x` },
      { purpose: "confirm" as const, key: late },
    ])
      await expect(open(of), JSON.stringify(of)).rejects.toThrow(SignedOut)
    await w.system((ctx) => ctx.tx.execute(sql`update people set left_at = now() where id = ${w.lead.id}`))
    await expect(open({ purpose: "confirm", key: keyOf("confirm") })).rejects.toThrow(SignedOut)
    await w.system((ctx) => ctx.tx.execute(sql`update people set left_at = null where id = ${w.lead.id}`))
  })

  it("stands in the log under the name of its person", async () => {
    const link = { lio: "ribble", id: w.foodbank.id, key: keyOf("confirm") }
    await byConfirmLink(link, (ctx) => confirmByLink(ctx, w.foodbank.id))
    const [event] = await w.system(async (ctx) => [
      ...(await ctx.tx.execute(
        sql`select actor_id, actor_name, via from events where what = 'group.confirmed' order by at desc limit 1`,
      )),
    ])
    expect(event).toEqual({ actor_id: w.lead.id, actor_name: "Leila Lead", via: "email" })
  })
})
