import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asPerson } from "@/lib/access/doors"
import { listChoosing } from "@/lib/digest/choosing/queries"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { openNetwork } from "@/lib/networks/commands"
import { extendElection, publishElection } from "@/lib/partnerships/elections/commands"
import { endWithoutVote, openVoting } from "@/lib/partnerships/elections/moving/commands"
import {
  agree,
  checkNomination,
  nominate,
  noteNetwork,
  withdraw,
} from "@/lib/partnerships/elections/nominations/commands"
import { nominateInput } from "@/lib/partnerships/elections/nominations/input"
import {
  byNomineeLink,
  listNominations,
  listStanding,
} from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import { appeal, decideAppeal, handOver, setVoter } from "@/lib/partnerships/elections/roll/commands"
import { getRoll, getToldRoll } from "@/lib/partnerships/elections/roll/queries"
import { listOwnNominating, listOwnPlaces } from "@/lib/partnerships/elections/taking/queries"
import { getBallot } from "@/lib/partnerships/elections/voting/queries"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const [ann, ben, cat, dan] = (await v.voices(4, "Step")) as [Voice, Voice, Voice, Voice]
const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const announced = async (name: string, over = {}, seats = 1) => {
  const made = await v.plan(name, over, seats)
  await w.asWorker((ctx) => publishElection(ctx, { id: made.id }))
  return made
}
const nominationsOf = (id: string) => w.asViewer((ctx) => listNominations(ctx, id))
const valid = (id: string) =>
  w.asWorker((ctx) => checkNomination(ctx, { id, verdict: "valid", reason: null }))
const lettersOf = async (letter: string) =>
  (
    await w.system((ctx) =>
      ctx.tx.execute<{ email: string; props: object }>(
        sql`select to_email as email, props from letters where letter = ${letter} order by created_at, to_email`,
      ),
    )
  ).map(({ email, props }): Record<string, unknown> => ({ email, ...props }))

describe("Nominations", () => {
  it("need the endorsements that the election asks for, once a group and from others, before they’re valid", async () => {
    const { id } = await announced("Endorsed seat", { endorsements: "2" })
    await v.putUp(id, ann)
    const [one] = await nominationsOf(id)
    const nomination = one?.id ?? ""
    await expect(valid(nomination)).rejects.toThrow("0 of 2 groups")
    await expect(v.endorses(id, ann, nomination)).rejects.toThrow("put up itself")
    await v.endorses(id, ben, nomination)
    await expect(v.endorses(id, ben, nomination)).rejects.toThrow("already")
    await v.endorses(id, cat, nomination)
    await valid(nomination)
    expect((await nominationsOf(id))[0]).toMatchObject({ valid: true, agreed: true })
    await expect(
      v.endorses(id, { ...ben, groupId: cat.groupId }, nomination),
      "for a group of others",
    ).rejects.toThrow()
  })

  it("are one a group; somebody else of the group is asked, and stands only once they agree", async () => {
    const { id } = await announced("Asked seat")
    const nobody = { groupId: ann.groupId, who: "other" as const, statement: null }
    const input = { ...nobody, name: "Nora Newcomer", email: "nora@ribble.example" }
    await v.takes(id, ann, (ctx, taker) => nominate(ctx, taker, input))
    await expect(v.putUp(id, ann)).rejects.toThrow("has put up Nora Newcomer already")
    const [one] = await nominationsOf(id)
    const key = v.nomineeKey(one?.id ?? "")
    expect((await lettersOf("election-nominee")).at(-1)).toMatchObject({ email: "nora@ribble.example" })
    await expect(valid(one?.id ?? "")).rejects.toThrow("haven’t agreed")
    await byNomineeLink({ lio: "ribble", key }, (ctx, nominee) =>
      agree(ctx, nominee, { statement: "I will." }),
    )
    await valid(one?.id ?? "")
    await byNomineeLink({ lio: "ribble", key }, withdraw)
    expect(await w.asPublic((ctx) => listStanding(ctx, id))).toEqual([])
    await v.putUp(id, ann)
    await expect(
      byNomineeLink({ lio: "ribble", key: v.nomineeKey(ann.groupId) }, async () => 1),
    ).rejects.toThrow(SignedOut)
    await expect(byNomineeLink({ lio: "other", key }, async () => 1)).rejects.toThrow()
  })

  it("have a statement of about a hundred words, which is counted and never cut", () => {
    const said = (words: number) =>
      nominateInput.safeParse({
        ...{ lio: "ribble", key: "k", groupId: ann.groupId, who: "me" },
        statement: Array.from({ length: words }, () => "word").join(" "),
      })
    expect(said(110).success).toBe(true)
    expect(said(111).error?.issues[0]?.message).toContain("has 111 words")
  })

  it("that aren’t valid are told why, and a network endorses where that is asked", async () => {
    const { id } = await announced("Network seat", { networkEndorses: "yes" })
    await v.putUp(id, ann)
    await v.putUp(id, ben)
    const [one, other] = await nominationsOf(id)
    await expect(valid(one?.id ?? "")).rejects.toThrow("No network")
    const network = await w.asWorker((ctx) => openNetwork(ctx, { name: "Buses", about: null } as never))
    const note = { id: one?.id ?? "", networkId: network.id }
    await w.asWorker((ctx) => noteNetwork(ctx, note))
    await expect(w.asWorker((ctx) => noteNetwork(ctx, note))).rejects.toThrow("already")
    await valid(one?.id ?? "")
    await w.asWorker((ctx) =>
      checkNomination(ctx, { id: other?.id ?? "", verdict: "refused", reason: "They live elsewhere." }),
    )
    expect((await lettersOf("election-checked")).at(-1)).toMatchObject({
      valid: false,
      reason: "They live elsewhere.",
    })
  })

  it("close on their day; nobody, one for one seat, and more each go another way", async () => {
    const { id, seatIds } = await announced("Unopposed seat")
    await expect(w.asWorker((ctx) => openVoting(ctx, { id }))).rejects.toThrow("closed first")
    await v.putUp(id, ann)
    await v.checkAll(id)
    await v.move(id, 22)
    await expect(v.putUp(id, ben)).rejects.toThrow("have closed")
    await expect(w.asWorker((ctx) => openVoting(ctx, { id }))).rejects.toThrow("nothing to vote on")
    await v.move(id, 29)
    expect((await w.asViewer((ctx) => getElection(ctx, id))).state).toBe("checking")
    await w.asWorker((ctx) => endWithoutVote(ctx, { id }))
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seatIds[0] ?? ""))
    expect(terms).toMatchObject([{ name: ann.name, chosenBy: "unopposed" }])
    expect(await w.asViewer((ctx) => getElection(ctx, id))).toMatchObject({ outcome: "unopposed" })

    const none = await announced("Nobody’s seat")
    await v.move(none.id, 22)
    const dates = { nominationsUntil: dayIn(50), votingFrom: dayIn(60), votingUntil: dayIn(70) }
    await w.asWorker((ctx) => extendElection(ctx, { id: none.id, ...dates }))
    await v.putUp(none.id, ben)
    await v.move(none.id, 51)
    expect((await w.asViewer((ctx) => getElection(ctx, none.id))).state).toBe("checking")
    await byNomineeLink(
      { lio: "ribble", key: v.nomineeKey((await nominationsOf(none.id))[0]?.id ?? "") },
      withdraw,
    )
    expect(await w.asWorker((ctx) => endWithoutVote(ctx, { id: none.id }))).toMatchObject({
      outcome: "nobody",
    })
  })
})

describe("The roll", () => {
  it("is frozen as groups stood, told with who is left out and why; an appeal is decided with a reason, and both stay", async () => {
    const { id } = await announced("Rolled seat")
    await v.putUp(id, ann)
    await v.putUp(id, ben)
    await v.checkAll(id)
    await w.system((ctx) =>
      ctx.tx.execute(sql`update groups set stage = 'not_member' where id = ${dan.groupId}::uuid`),
    )
    // It is looked at as a member group that is none any more: by a network, where groups stay.
    const network = await w.asWorker((ctx) => openNetwork(ctx, { name: "Roll", about: null } as never))
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into network_groups (lio_id, network_id, group_id, joined_at)
        select lio_id, ${network.id}::uuid, id, now() - interval '1 year' from groups where id in (${ann.groupId}::uuid, ${ben.groupId}::uuid, ${dan.groupId}::uuid)`),
    )
    await w.system((ctx) =>
      ctx.tx.execute(sql`update elections set network_id = ${network.id}::uuid where id = ${id}::uuid`),
    )
    await v.move(id, 22)
    const left = (await w.asLead((ctx) => getToldRoll(ctx, id))).filter(({ leftOut }) => leftOut)
    expect(left).toEqual([{ group: "Step 4", leftOut: "not_member" }])
    await expect(w.asLead((ctx) => getRoll(ctx, id))).rejects.toThrow(NotAllowed)
    const rollId = await v.placeOf(id, dan.groupId)
    const words = { rollId, words: "We paid last week." }
    await v.takes(id, dan, (ctx, taker) => appeal(ctx, taker, words))
    await expect(v.takes(id, ann, (ctx, taker) => appeal(ctx, taker, words))).rejects.toThrow(NotFound)
    await expect(w.asWorker((ctx) => openVoting(ctx, { id }))).rejects.toThrow("appeal")
    const row = (await w.asViewer((ctx) => getRoll(ctx, id))).find((one) => one.id === rollId)
    const decide = {
      id: row?.appeals[0]?.id ?? "",
      decision: "upheld" as const,
      reason: "The bank was late.",
    }
    await w.asWorker((ctx) => decideAppeal(ctx, decide))
    await expect(w.asWorker((ctx) => decideAppeal(ctx, decide))).rejects.toThrow("already")
    await w.asWorker((ctx) => openVoting(ctx, { id }))
    expect(await v.takes(id, dan, listOwnPlaces as never)).toMatchObject([
      {
        leftOut: null,
        votes: true,
        appeals: [{ words: "We paid last week.", reason: "The bank was late." }],
      },
    ])
    await w.system((ctx) =>
      ctx.tx.execute(sql`update groups set stage = 'member' where id = ${dan.groupId}::uuid`),
    )
  })

  it("hands a vote on with a trace: the old link opens it no more, and what was cast stays", async () => {
    const { id } = await v.opened("Handed seat", [ann, ben])
    const [first, second] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id)
    const { receipt } = await v.vote(id, cat, { order: [first ?? ""], rule: "choice" })
    const rollId = await v.placeOf(id, cat.groupId)
    const to = { rollId, name: "Nina Next", email: "nina@ribble.example" }
    await expect(v.takes(id, dan, (ctx, taker) => handOver(ctx, taker, to))).rejects.toThrow(NotFound)
    await v.takes(id, cat, (ctx, taker) => handOver(ctx, taker, to))
    await expect(
      v.vote(id, cat, { order: [second ?? ""], rule: "choice", codes: [receipt] }),
    ).rejects.toThrow("Somebody else")
    const { voterId } = (await w.asViewer((ctx) => getRoll(ctx, id))).find((one) => one.id === rollId) ?? {}
    const nina = { ...cat, personId: voterId ?? "" }
    await expect(v.vote(id, nina, { order: [second ?? ""], rule: "choice" })).rejects.toThrow("voted already")
    await v.vote(id, nina, { order: [second ?? ""], rule: "choice", codes: [receipt] })
    const handed = (await lettersOf("election-ballot")).filter(({ way }) => way === "handed")
    expect(handed).toMatchObject([{ email: to.email, title: "Handed seat" }])
    await w.asWorker((ctx) => setVoter(ctx, { id: rollId, name: cat.name, email: "step-2@ribble.example" }))
    await expect(v.takes(id, nina, (ctx, taker) => getBallot(ctx, taker, rollId, receipt))).rejects.toThrow(
      NotFound,
    )
    await v.move(id, 43)
    expect(await w.asViewer((ctx) => getResult(ctx, id))).toMatchObject({ voted: 1 })
  })

  it("leaves out who hasn’t been a member for long enough, and who is only linked", async () => {
    const { id } = await announced("Long-standing seat", { memberMonths: "12" })
    const type = { id: "" }
    await w.system(async (ctx) => {
      const kinds = await ctx.tx.execute<{ id: string; standing: string }>(sql`
        insert into membership_types (lio_id, name, standing, period, months, grace_days, renewal_days, position)
        values (${ctx.lio.id}, 'Full', 'member', 'rolling', 12, 30, 30, 1), (${ctx.lio.id}, 'Linked', 'affiliate', 'rolling', 12, 30, 30, 2)
        returning id, standing`)
      type.id = kinds.find((one) => one.standing === "member")?.id ?? ""
      const linked = kinds.find((one) => one.standing === "affiliate")?.id
      const since = (groupId: string, kind: string | undefined, from: string, to: string) =>
        ctx.tx.execute(sql`insert into memberships (lio_id, group_id, type_id, starts_on, ends_on)
          values (${ctx.lio.id}, ${groupId}::uuid, ${kind}::uuid, ${from}::date, ${to}::date)`)
      await since(ann.groupId, type.id, dayIn(-800), dayIn(-400))
      await since(ann.groupId, type.id, dayIn(-399), dayIn(200))
      // A gap of a year: they began anew.
      await since(ben.groupId, type.id, dayIn(-900), dayIn(-500))
      await since(ben.groupId, type.id, dayIn(-100), dayIn(200))
      await since(cat.groupId, linked, dayIn(-500), dayIn(200))
      await since(dan.groupId, type.id, dayIn(-500), dayIn(-100))
    })
    const asked = await w.system(async (ctx) =>
      (await listChoosing(ctx, new Date(0))).filter((one) => one.electionId === id && one.askedAt),
    )
    expect(
      asked.map(({ group }) => group),
      "asked by the digest",
    ).toEqual(["Step 1"])
    const nominating = (at: number) =>
      asPerson("ribble", { email: `step-${at}@ribble.example` }, async (ctx) =>
        (await listOwnNominating(ctx)).map(({ electionId }) => electionId),
      )
    expect(await nominating(0)).toContain(id)
    for (const at of [1, 2, 3]) expect(await nominating(at)).not.toContain(id)
    await v.move(id, 22)
    const why = new Map(
      (await w.asViewer((ctx) => getToldRoll(ctx, id))).map((one) => [one.group, one.leftOut]),
    )
    expect([...Array(4)].map((_, at) => why.get(`Step ${at + 1}`))).toEqual([
      null,
      "too_new",
      "affiliate",
      "not_member",
    ])
    await w.system((ctx) => ctx.tx.execute(sql`delete from memberships`))
    await w.system((ctx) => ctx.tx.execute(sql`delete from membership_types`))
  })
})
