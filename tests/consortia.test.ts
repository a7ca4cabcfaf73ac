import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getBid } from "@/lib/funding/bids/queries"
import { listWonBy } from "@/lib/funding/bids/together/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { readCapabilities } from "@/lib/opportunities/capability/queries"
import { hideOpportunity, showOpportunity } from "@/lib/opportunities/commands"
import {
  decideConsortiumBid,
  submitConsortiumBid,
  tellFeedback,
} from "@/lib/opportunities/consortia/bid/commands"
import { decideBidInput, submitBidInput } from "@/lib/opportunities/consortia/bid/input"
import { getConsortiumBid } from "@/lib/opportunities/consortia/bid/queries"
import {
  acceptInvitation,
  askGroup,
  declineInvitation,
  dissolveConsortium,
  formConsortium,
  handLead,
  leaveConsortium,
} from "@/lib/opportunities/consortia/commands"
import { removeFromConsortium, withdrawInvitation } from "@/lib/opportunities/consortia/leading/commands"
import { enterRoom, nameSomebody, stepOut } from "@/lib/opportunities/consortia/people/commands"
import { listInRoom } from "@/lib/opportunities/consortia/people/queries"
import { proposeGroup } from "@/lib/opportunities/consortia/proposing/commands"
import { getConsortium, listConsortia, listToAsk } from "@/lib/opportunities/consortia/queries"
import { agreeTerms, proposeTerms } from "@/lib/opportunities/consortia/terms/commands"
import { listTerms } from "@/lib/opportunities/consortia/terms/queries"
import {
  addConsortiumTask,
  finishConsortiumTask,
  noteDecision,
  sayInRoom,
} from "@/lib/opportunities/consortia/work/commands"
import { getWork } from "@/lib/opportunities/consortia/work/queries"
import { bidders } from "./support/bidders"

const { w, known, choirLead, reasonsTold } = await bidders()
let id = ""

describe("A consortium", () => {
  it("is formed by a lead of a group that is interested, who is the first in its room", async () => {
    const form = (groupId: string) => ({ opportunityId: known.open, groupId })
    for (const who of [w.asMember, w.asOutsider, w.asManager, w.asPublic])
      await expect(who((ctx) => formConsortium(ctx, form(w.foodbank.id)))).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider((ctx) => formConsortium(ctx, form(w.loner.id)))).rejects.toThrow("interested")
    ;({ id } = await w.asLead((ctx) => formConsortium(ctx, form(w.foodbank.id))))
    await expect(w.asLead((ctx) => formConsortium(ctx, form(w.foodbank.id)))).rejects.toThrow(
      "already in a consortium",
    )
    expect(await w.asLead((ctx) => getConsortium(ctx, id))).toMatchObject({
      inside: true,
      title: "Friendly visits",
    })
  })

  it("says until when bids are taken, and leads to what is asked for unless staff have hidden it", async () => {
    const its = (ctx: Ctx) => getConsortium(ctx, id)
    const at = { closesAt: new Date("2050-06-10T11:00:00Z"), closed: false }
    expect(await w.asLead(its)).toMatchObject({ ...at, readable: true })
    await w.asWorker((ctx) => hideOpportunity(ctx, { id: known.open }))
    expect(await w.asLead(its)).toMatchObject({ ...at, readable: false, title: "Friendly visits" })
    expect(await w.asWorker(its)).toMatchObject({ readable: true })
    await w.asWorker((ctx) => showOpportunity(ctx, { id: known.open }))
    const lead = { email: "lead@ribble.example" }
    const after = await asPerson("ribble", lead, its, { now: new Date("2050-06-11") })
    expect(after).toMatchObject({ closed: true })
  })

  it("asks groups that show themselves, whose leads get an email and say yes or no", async () => {
    const its = await w.asLead((ctx) => getConsortium(ctx, id))
    expect((await w.asLead((ctx) => listToAsk(ctx, its))).map(({ label }) => label)).toEqual([
      "Côr Meibion Llanfair",
    ])
    await expect(w.asLead((ctx) => askGroup(ctx, { id, groupId: w.loner.id }))).rejects.toThrow(
      "from the list",
    )
    await w.asLead((ctx) => askGroup(ctx, { id, groupId: w.choir.id }))
    const letters = await w.asManager((ctx) =>
      ctx.tx.execute<{ to: string }>(
        sql`select to_email as to from letters where letter = 'consortium-invitation'`,
      ),
    )
    expect(letters.map(({ to }) => to)).toEqual(["choir@ribble.example"])
    const yes = { id, groupId: w.choir.id, personId: known.cora }
    await expect(w.asMember((ctx) => acceptInvitation(ctx, yes))).rejects.toThrow(NotAllowed)
    expect(await choirLead((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: false })
    await choirLead((ctx) => declineInvitation(ctx, yes))
    await expect(choirLead((ctx) => getConsortium(ctx, id))).rejects.toThrow(NotFound)
    await w.asLead((ctx) => askGroup(ctx, { id, groupId: w.choir.id }))
    await choirLead((ctx) => acceptInvitation(ctx, yes))
    expect(await choirLead((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: true })
  })

  it("withdraws an invitation that wasn’t answered, and the group is told", async () => {
    const asked = { id, groupId: w.loner.id }
    await expect(w.asLead((ctx) => withdrawInvitation(ctx, asked))).rejects.toThrow("no invitation")
    await w.asWorker((ctx) => proposeGroup(ctx, { id, name: "whalley chess club" }))
    await w.asLead((ctx) => askGroup(ctx, asked))
    expect(await w.asOutsider((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: false })
    for (const who of [choirLead, w.asMember, w.asManager, w.asOutsider])
      await expect(who((ctx) => withdrawInvitation(ctx, asked))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => withdrawInvitation(ctx, { id, groupId: w.choir.id }))).rejects.toThrow(
      "no invitation",
    )
    await w.asLead((ctx) => withdrawInvitation(ctx, asked))
    await expect(w.asOutsider((ctx) => getConsortium(ctx, id))).rejects.toThrow(NotFound)
    await expect(
      w.asOutsider((ctx) => acceptInvitation(ctx, { ...asked, personId: w.outsider.id })),
    ).rejects.toThrow(NotFound)
    expect(await reasonsTold()).toEqual([null])
  })

  it("is shown a group by staff, and asks it if it likes", async () => {
    const proposed = { id, name: "whalley chess club" }
    for (const who of [w.asLead, w.asViewer, w.asPublic, choirLead])
      await expect(who((ctx) => proposeGroup(ctx, proposed))).rejects.toThrow(NotAllowed)
    await expect(w.asWorker((ctx) => proposeGroup(ctx, { id, name: "Nobody" }))).rejects.toThrow("one group")
    await w.asWorker((ctx) => proposeGroup(ctx, proposed))
    await expect(w.asOutsider((ctx) => getConsortium(ctx, id))).rejects.toThrow(NotFound)
    await w.asLead((ctx) => askGroup(ctx, { id, groupId: w.loner.id }))
    await w.asOutsider((ctx) => declineInvitation(ctx, { id, groupId: w.loner.id }))
  })

  it("has a room for the people who were let in by name: not for others of its groups, and not for staff", async () => {
    for (const who of [w.asMember, w.asManager, w.asViewer]) {
      expect(await who((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: false })
      await expect(who((ctx) => getWork(ctx, id))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => listInRoom(ctx, id))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOutsider((ctx) => getConsortium(ctx, id))).rejects.toThrow(NotFound)
    expect(await w.asOtherManager((ctx) => listConsortia(ctx))).toEqual([])
    const mo = { id, groupId: w.foodbank.id, personId: w.member.id }
    await expect(choirLead((ctx) => nameSomebody(ctx, mo))).rejects.toThrow(NotAllowed)
    await w.asLead((ctx) => nameSomebody(ctx, mo))
    expect(await w.asMember((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: false })
    await w.asMember((ctx) => enterRoom(ctx, { id }))
    expect(await w.asMember((ctx) => listInRoom(ctx, id))).toHaveLength(3)
    await expect(
      w.asManager((ctx) => nameSomebody(ctx, { id, groupId: null, personId: w.worker.id })),
    ).rejects.toThrow(NotAllowed)
    await w.asLead((ctx) => nameSomebody(ctx, { id, groupId: null, personId: w.worker.id }))
    expect(await w.asWorker((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: false })
    await w.asWorker((ctx) => enterRoom(ctx, { id }))
    expect(await w.asWorker((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: true })
    await w.asWorker((ctx) => stepOut(ctx, { id, recuse: "no" }))
    expect(await w.asWorker((ctx) => getConsortium(ctx, id))).toMatchObject({ inside: false })
  })

  it("agrees terms by version, and each group agrees anew when they change", async () => {
    await w.asLead((ctx) => proposeTerms(ctx, { id, words: "We share alike.", after: 0 }))
    await choirLead((ctx) => agreeTerms(ctx, { id, groupId: w.choir.id, version: 1 }))
    await expect(
      w.asMember((ctx) => agreeTerms(ctx, { id, groupId: w.choir.id, version: 1 })),
    ).rejects.toThrow(NotAllowed)
    await expect(choirLead((ctx) => proposeTerms(ctx, { id, words: "Late.", after: 0 }))).rejects.toThrow(
      "meanwhile",
    )
    await choirLead((ctx) => proposeTerms(ctx, { id, words: "By what each does.", after: 1 }))
    await expect(
      w.asLead((ctx) => agreeTerms(ctx, { id, groupId: w.foodbank.id, version: 1 })),
    ).rejects.toThrow("newer")
    await w.asLead((ctx) => agreeTerms(ctx, { id, groupId: w.foodbank.id, version: 2 }))
    const terms = await choirLead((ctx) => listTerms(ctx, id))
    expect(terms.map(({ version, agreed }) => [version, agreed.map(({ group }) => group)])).toEqual([
      [2, ["Clitheroe Food Bank"]],
      [1, ["Côr Meibion Llanfair"]],
    ])
  })

  it("decides, shares out tasks, asks and answers", async () => {
    await w.asLead((ctx) => noteDecision(ctx, { id, words: "We bid.", on: null }))
    await expect(
      w.asLead((ctx) => addConsortiumTask(ctx, { id, what: "Price", personId: w.outsider.id, dueOn: null })),
    ).rejects.toThrow("in this room")
    await w.asLead((ctx) =>
      addConsortiumTask(ctx, { id, what: "Price it", personId: known.cora, dueOn: "2049-01-02" }),
    )
    await choirLead((ctx) => sayInRoom(ctx, { id, answersId: null, words: "Who drives?" }))
    const before = await choirLead((ctx) => getWork(ctx, id))
    await w.asMember((ctx) =>
      sayInRoom(ctx, { id, answersId: before.questions[0]?.id ?? "", words: "I do." }),
    )
    await choirLead((ctx) => finishConsortiumTask(ctx, { id, taskId: before.tasks[0]?.id ?? "" }))
    expect(await w.asMember((ctx) => getWork(ctx, id))).toMatchObject({
      decisions: [{ words: "We bid.", by: "Leila Lead" }],
      tasks: [{ what: "Price it", who: "Cora Choir", doneAt: expect.any(String) }],
      questions: [{ words: "Who drives?", answers: [{ words: "I do.", by: "Mo Member" }] }],
    })
  })

  it("wins, and the ledger has it once, with what each group got", async () => {
    const decide = (more: object) =>
      decideBidInput.parse({ id, outcome: "won", awarded: "30,000", on: "", ...more })
    const parts = (mine: string, theirs: string) => ({
      parts: [
        { groupId: w.foodbank.id, part: mine },
        { groupId: w.choir.id, part: theirs },
      ],
    })
    await expect(w.asLead((ctx) => decideConsortiumBid(ctx, decide({})))).rejects.toThrow(NotFound)
    const submit = submitBidInput.parse({ id, wentTo: "Ribble Borough Council", asked: "£31,000" })
    await expect(choirLead((ctx) => submitConsortiumBid(ctx, submit))).rejects.toThrow(NotAllowed)
    await w.asLead((ctx) => submitConsortiumBid(ctx, submit))
    await expect(w.asLead((ctx) => decideConsortiumBid(ctx, decide(parts("1", "2"))))).rejects.toThrow(
      "come to",
    )
    const before = await w.asManager((ctx) => countSecured(ctx))
    await w.asLead((ctx) => decideConsortiumBid(ctx, decide(parts("20,000", "10,000"))))
    const after = await w.asManager((ctx) => countSecured(ctx))
    expect(after.signposted).toEqual({
      bids: before.signposted.bids + 1,
      sum: before.signposted.sum + 30_000_00,
    })
    expect(await choirLead((ctx) => getConsortiumBid(ctx, id))).toMatchObject({
      outcome: "won",
      awarded: 30_000_00,
      parts: [
        { group: "Clitheroe Food Bank", part: 20_000_00 },
        { group: "Côr Meibion Llanfair", part: 10_000_00 },
      ],
    })
    const shown = await w.system((ctx) => readCapabilities(ctx, [w.choir.id]))
    expect(shown.get(w.choir.id)?.awards).toMatchObject({ count: 1, together: 1 })
    await expect(w.asLead((ctx) => decideConsortiumBid(ctx, decide({})))).rejects.toThrow("said already")
  })

  it("shows each group its part, to itself and to staff, and counts that and no more as its track record", async () => {
    const part = { title: "Friendly visits", awarded: 30_000_00, part: 10_000_00, others: [w.foodbank.name] }
    expect(await choirLead((ctx) => listWonBy(ctx, w.choir.id))).toMatchObject([part])
    const [won] = await w.asViewer((ctx) => listWonBy(ctx, w.choir.id))
    expect(won).toMatchObject(part)
    for (const who of [w.asLead, w.asOutsider, w.asPublic])
      await expect(who((ctx) => listWonBy(ctx, w.choir.id))).rejects.toThrow(NotAllowed)
    expect((await w.asManager((ctx) => getBid(ctx, won?.id ?? ""))).parts).toMatchObject([
      { group: "Clitheroe Food Bank", part: 20_000_00 },
      { group: "Côr Meibion Llanfair", part: 10_000_00 },
    ])
    const shown = await w.system((ctx) => readCapabilities(ctx, [w.choir.id, w.foodbank.id]))
    expect([w.choir, w.foodbank].map(({ id }) => shown.get(id)?.awards.sum)).toEqual([10_000_00, 20_000_00])
  })

  it("keeps what the buyer said, for the people in the room", async () => {
    const told = { id, feedback: "Best on price, thin on safeguarding.", lesson: "Say who checks whom." }
    for (const who of [w.asManager, w.asWorker])
      await expect(who((ctx) => tellFeedback(ctx, told))).rejects.toThrow(NotAllowed)
    await w.asMember((ctx) => tellFeedback(ctx, told))
    expect(await choirLead((ctx) => getConsortiumBid(ctx, id))).toMatchObject({
      ...{ feedback: told.feedback, lesson: told.lesson, toldBy: "Mo Member" },
    })
    expect(await choirLead((ctx) => listConsortia(ctx))).toMatchObject([{ outcome: "won" }])
    expect(await w.asManager((ctx) => listConsortia(ctx))).toMatchObject([{ outcome: null }])
  })

  it("puts a group out with a reason that it’s told: its people are out at once, what they wrote stays", async () => {
    const out = { id, groupId: w.choir.id, why: "You showed our prices round." }
    for (const who of [choirLead, w.asMember, w.asManager])
      await expect(who((ctx) => removeFromConsortium(ctx, out))).rejects.toThrow(NotAllowed)
    await expect(
      w.asLead((ctx) => removeFromConsortium(ctx, { ...out, groupId: w.foodbank.id })),
    ).rejects.toThrow("leads")
    await w.asLead((ctx) => removeFromConsortium(ctx, out))
    await expect(choirLead((ctx) => getWork(ctx, id))).rejects.toThrow(NotFound)
    const its = await w.asManager((ctx) => getConsortium(ctx, id))
    expect(its.groups.find(({ groupId }) => groupId === w.choir.id)).toMatchObject({ stands: "removed" })
    const work = await w.asMember((ctx) => getWork(ctx, id))
    expect(work.questions).toMatchObject([{ words: "Who drives?", by: "Cora Choir" }])
    expect(work.decisions[0]?.words).toContain("showed our prices")
    expect(await reasonsTold()).toEqual([null, out.why])
    const people = await w.asMember((ctx) => listInRoom(ctx, id))
    expect(people.find(({ personId }) => personId === known.cora)?.leftAt).not.toBeNull()
    await w.asLead((ctx) => askGroup(ctx, out))
    await choirLead((ctx) => acceptInvitation(ctx, { ...out, personId: known.cora }))
    expect((await choirLead((ctx) => getConsortium(ctx, id))).groups).toMatchObject([
      { leads: true },
      { stands: "in" },
      { stands: "declined" },
    ])
  })

  it("is led by another group when handed over, is left with all who came, and ends", async () => {
    await expect(w.asLead((ctx) => leaveConsortium(ctx, { id, groupId: w.foodbank.id }))).rejects.toThrow(
      "leads",
    )
    await w.asLead((ctx) => handLead(ctx, { id, groupId: w.choir.id }))
    await w.asLead((ctx) => leaveConsortium(ctx, { id, groupId: w.foodbank.id }))
    await expect(w.asLead((ctx) => getConsortium(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asMember((ctx) => getWork(ctx, id))).rejects.toThrow(NotAllowed)
    await choirLead((ctx) => dissolveConsortium(ctx, { id }))
    await expect(choirLead((ctx) => noteDecision(ctx, { id, words: "More", on: null }))).rejects.toThrow(
      "ended",
    )
    expect((await choirLead((ctx) => getWork(ctx, id))).decisions).toHaveLength(2)
  })
})
