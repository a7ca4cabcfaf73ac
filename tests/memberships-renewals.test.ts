import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { memberships } from "@/db/schema"
import { asSystem } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { daysAfter } from "@/lib/days"
import { stopOrNot } from "@/lib/email/preferences/commands"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { listToRenew } from "@/lib/memberships/queries"
import { renewByLink, tendMemberships } from "@/lib/memberships/renewal/commands"
import { byRenewalLink } from "@/lib/memberships/renewal/queries"
import { askForGroup } from "@/lib/memberships/requests/commands"
import { listRequests } from "@/lib/memberships/requests/queries"
import { formatDate } from "@/lib/words"
import { joining, TODAY } from "./support/membership"

const { w, room, free, paid, ends, tend, chases, keyOf, pressed, periods, accept, letterNames } =
  await joining()

describe("Renewal letters", () => {
  it("go once before the end and once in grace, to leads and the main contact, by day", async () => {
    const id = await ends(30)
    await w.system((ctx) =>
      ctx.tx.execute(sql`update groups set main_contact_id = ${w.member.id} where id = ${w.foodbank.id}`),
    )
    expect((await tend(daysAfter(TODAY, -1))).letters).toBe(0)
    const night = await tendMemberships("ribble", new Date(`${TODAY}T03:00:00Z`))
    expect(night.letters).toBe(0)
    expect((await tend(TODAY)).letters).toBe(2)
    expect((await tend(TODAY)).letters).toBe(0)
    expect((await tend(daysAfter(TODAY, 20))).letters).toBe(0)
    expect((await tend(daysAfter(TODAY, 31))).letters).toBe(2)
    expect((await tend(daysAfter(TODAY, 40))).letters).toBe(0)
    expect((await tend(daysAfter(TODAY, 61))).stages).toBe(1)
    expect((await chases()).map(({ step, membershipId }) => [step, membershipId === id])).toEqual([
      ["before", true],
      ["before", true],
      ["grace", true],
      ["grace", true],
    ])
    expect(await letterNames()).toContain("membership-renewal lead@ribble.example")
    await room.send()
    const letter = room.office.taken.find(({ subject }) => subject?.includes(" ends "))
    expect(letter?.subject).toBe(
      `Clitheroe Food Bank: your membership ends on ${formatDate(daysAfter(TODAY, 30))}`,
    )
    expect(letter?.text).toContain("/ribble/memberships/renew?key=")
    const { rows } = await w.asLead((ctx) => listTimeline(ctx, w.foodbank.id, {}))
    expect(rows.filter(({ what }) => what.startsWith("chase."))).toEqual([])
  })

  it("made twice at the same moment go once", async () => {
    await ends(10)
    const runs = await Promise.all([tend(TODAY), tend(TODAY), tend(TODAY)])
    expect(runs.map(({ letters }) => letters).sort()).toEqual([0, 0, 1])
  })

  it("are not sent to somebody who has stopped them, and the chase log says so", async () => {
    await ends(10)
    await w.system((ctx) => stopOrNot(ctx, w.lead.id, "membership", "stop"))
    expect((await tend(TODAY)).letters).toBe(0)
    expect(await room.letters()).toEqual([])
    expect(await chases()).toMatchObject([
      { step: "before", note: "Not sent: Leila Lead has stopped these emails." },
    ])
  })

  it("do not go when the group has renewed, has asked to, or has closed", async () => {
    const id = await ends(10, paid.id)
    await pressed(id)
    expect((await tend(TODAY)).letters).toBe(0)
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`delete from membership_requests`)
      await ctx.tx.execute(sql`update groups set stage = 'closed' where id = ${w.foodbank.id}`)
    })
    expect((await tend(TODAY)).letters).toBe(0)
  })
})

describe("The link in a renewal letter", () => {
  it("changes nothing when it is looked at, and renews at once where that is so", async () => {
    const id = await ends(10)
    const seen = await byRenewalLink({ lio: "ribble", key: keyOf(id) }, async (_ctx, found) => found)
    expect(seen).toMatchObject({ group: "Clitheroe Food Bank", renewed: null, person: "Leila Lead" })
    expect(await periods()).toHaveLength(1)
    await pressed(id)
    await pressed(id)
    expect((await periods()).map(({ startsOn }) => startsOn)).toEqual([
      daysAfter(TODAY, 11),
      daysAfter(TODAY, -340),
    ])
    expect(await w.asLead((ctx) => listToRenew(ctx))).toEqual([])
    const { rows } = await w.asWorker((ctx) => listTimeline(ctx, w.foodbank.id, { kind: "membership" }))
    expect(rows[0]).toMatchObject({ who: "Leila Lead", via: "email" })
  })

  it("makes a request where there is a fee, once, which staff accept", async () => {
    const id = await ends(10, paid.id)
    await pressed(id)
    await pressed(id)
    expect(await periods()).toHaveLength(1)
    const [request, ...more] = await w.asWorker((ctx) => listRequests(ctx))
    expect(more).toEqual([])
    expect(request).toMatchObject({ kind: "renewal", person: "Leila Lead", groupName: "Clitheroe Food Bank" })
    await accept(request?.id ?? "", { group: undefined })
    expect(await periods()).toHaveLength(2)
    expect(await letterNames()).toEqual([
      "membership-asked lead@ribble.example",
      "membership-decided lead@ribble.example",
    ])
  })

  it("opens nothing when it is forged, for something else, has run out, or its holder has gone", async () => {
    const id = await ends(10)
    const key = (over: object) =>
      signLink({ purpose: "renewal", lio: w.ribble.id, person: w.lead.id, about: id, ...over })
    const open = (token: string, lio = "ribble") => byRenewalLink({ lio, key: token }, renewByLink)
    for (const token of [
      `${key({})}x`,
      key({ purpose: "answer" }),
      key({ expires: 1 }),
      key({ person: w.outsider.id }),
      key({ about: w.foodbank.id }),
    ])
      await expect(open(token)).rejects.toThrow(SignedOut)
    await expect(open(key({}), "other")).rejects.toThrow(SignedOut)
    await expect(open(key({ lio: w.other.id }), "other")).rejects.toThrow(SignedOut)
    expect(await periods()).toHaveLength(1)
  })
})

describe("A lead, signed in", () => {
  it("asks to renew from the group’s own page, and sees it among the things to do before", async () => {
    await ends(10, paid.id)
    expect(await w.asLead((ctx) => listToRenew(ctx))).toMatchObject([
      { groupId: w.foodbank.id, state: "ending" },
    ])
    expect(await w.asMember((ctx) => listToRenew(ctx))).toEqual([])
    const asked = { groupId: w.foodbank.id }
    await expect(w.asMember((ctx) => askForGroup(ctx, asked))).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider((ctx) => askForGroup(ctx, asked))).rejects.toThrow(NotFound)
    await w.asLead((ctx) => askForGroup(ctx, asked))
    await expect(w.asLead((ctx) => askForGroup(ctx, asked))).rejects.toThrow(RuleBroken)
    expect(await w.asLead((ctx) => listToRenew(ctx))).toEqual([])
  })

  it("renews at once where that needs nobody’s yes", async () => {
    await ends(10)
    const done = await w.asLead((ctx) => askForGroup(ctx, { groupId: w.foodbank.id }))
    expect(done).toEqual({ groupId: w.foodbank.id, renewed: true })
    expect((await periods()).map(({ startsOn }) => startsOn)).toContain(daysAfter(TODAY, 11))
    expect(await w.asWorker((ctx) => listRequests(ctx))).toEqual([])
  })

  it("asks to join for a group that is known, and no second group is made", async () => {
    const ask = { groupId: w.loner.id, typeId: free.id }
    await w.asOutsider((ctx) => askForGroup(ctx, ask))
    const [request] = await w.asWorker((ctx) => listRequests(ctx))
    const { groupId } = await accept(request?.id ?? "", { group: undefined })
    expect(groupId).toBe(w.loner.id)
    await expect(w.asOutsider((ctx) => askForGroup(ctx, ask))).rejects.toThrow(
      "does not need to be renewed yet",
    )
  })
})

it("Nothing of one LIO’s renewals reaches another", async () => {
  await ends(10)
  expect(await asSystem("other", async (ctx) => ctx.tx.select().from(memberships))).toEqual([])
  const run = await tendMemberships("other", new Date(`${TODAY}T10:00:00Z`))
  expect(run).toEqual({ stages: 0, letters: 0 })
})
