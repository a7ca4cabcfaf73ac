import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asLink, asPerson } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { runDigest } from "@/lib/digest/commands"
import { mergePeople } from "@/lib/duplicates/people/commands"
import { emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { acceptInvitation, askGroup } from "@/lib/opportunities/consortia/commands"
import { listNewInRooms } from "@/lib/opportunities/consortia/news/queries"
import { enterRoom, nameSomebody, stepOut } from "@/lib/opportunities/consortia/people/commands"
import { listInRoom } from "@/lib/opportunities/consortia/people/queries"
import { bidsAlready, getConsortium } from "@/lib/opportunities/consortia/queries"
import { agreeTerms } from "@/lib/opportunities/consortia/terms/commands"
import { sayInRoom } from "@/lib/opportunities/consortia/work/commands"
import { findEverywhere } from "@/lib/search/queries"
import { merge } from "./support/merging"

import { rivals } from "./support/rivals"

const { w, side, both, boss, as, everybody, person, seenBy, count } = await rivals()

describe("The wall between two rivals", () => {
  it("shows the people of a room what is theirs, by every way", async () => {
    const seen = await seenBy(person(boss(side(0).groups[1])), 0)
    expect(seen).toEqual(
      expect.arrayContaining([
        ...["room", "work", "people", "terms", "bid", "file", "search", "events", "files"],
        ...["consortium_terms", "consortium_agreements", "consortium_decisions", "consortium_tasks"],
        ...["consortium_posts", "consortium_bids"],
      ]),
    )
  })

  it("lets the people of a room find what’s written in it, whatever it is, and no other room", async () => {
    const find = (who: typeof as, email: string, words: string) =>
      who(email, (ctx) => findEverywhere(ctx, words, { most: 20 }))
    const { id } = side(0)
    const found = await find(as, boss(side(0).groups[1]), "plover")
    const its = found.map(({ kind, hint, path, title }) => [kind, hint, path.replace(id, "ID"), title])
    expect(its).toEqual(
      expect.arrayContaining([
        ["consortium", "Terms · Friendly visits", "consortia/ID/terms", "Terms: plover"],
        ["consortium", "Decision · Friendly visits", "consortia/ID#decisions", "We ask for plover."],
        ["consortium", "Task · Friendly visits", "consortia/ID#tasks", "Count plover"],
        ["consortium", "Question · Friendly visits", "consortia/ID#questions", "Why plover?"],
        ["file", null, `files/${side(0).file}`, "plover.txt"],
      ]),
    )
    expect(await find(as, boss(side(0).groups[1]), "kestrel")).toEqual([])
    for (const who of [w.asManager, w.asWorker, w.asLead])
      expect(await who((ctx) => findEverywhere(ctx, "plover", { most: 20 }))).toEqual([])
  })

  it("shows thirty people nothing of the other room, nor anybody else", async () => {
    for (const [own, other] of [
      [0, 1],
      [1, 0],
    ] as const)
      for (const { email } of everybody(own))
        expect([email, await seenBy(person(email), other)]).toEqual([email, []])
    for (const who of [
      w.asManager,
      w.asWorker,
      w.asViewer,
      w.asLead,
      w.asOutsider,
      w.asPublic,
      w.asOtherManager,
    ])
      for (const n of [0, 1]) expect(await seenBy(who as never, n)).toEqual([])
    expect(count.tries).toBeGreaterThan(5_000)
  }, 120_000)

  it("opens by no link of a letter that somebody passes on", async () => {
    const lead = side(1).groups[0]?.people[0]
    const key = signLink({
      ...{ purpose: "preferences", lio: w.ribble.id, person: lead?.id ?? "" },
      expires: Date.now() + 86_400_000,
    })
    expect(await seenBy((work) => asLink({ purpose: "preferences", key }, work), 1)).toEqual([])
  })

  it("doesn’t tell by a file that both hold that the other has it", async () => {
    const contents = await w.system((ctx) =>
      ctx.tx.execute<{ files: number }>(
        sql`select count(*)::int as files from files where name = 'tender.txt' group by digest`,
      ),
    )
    expect(contents.map(({ files }) => files)).toEqual([1, 1])
  })
})

describe("Somebody of two rivals", () => {
  it("is told, and is in one room at a time; stepping out is said in both by its day, without the other’s name", async () => {
    const [one, two] = [side(0), side(1)]
    const name = (n: number) =>
      as(boss(side(n).groups[0]), (ctx) =>
        nameSomebody(ctx, { id: side(n).id, groupId: side(n).groups[0]?.id ?? "", personId: both.id }),
      )
    await name(0)
    await name(1)
    await as(both.email, (ctx) => enterRoom(ctx, { id: one.id }))
    await expect(as(both.email, (ctx) => enterRoom(ctx, { id: two.id }))).rejects.toThrow("another room")
    expect(await seenBy(person(both.email), 1)).toEqual([])
    await as(both.email, (ctx) => stepOut(ctx, { id: one.id, recuse: "yes" }))
    expect(await seenBy(person(both.email), 0)).toEqual([])
    await as(both.email, (ctx) => enterRoom(ctx, { id: two.id }))
    const told = async (n: number) => {
      const all = await as(boss(side(n).groups[1]), (ctx) => listInRoom(ctx, side(n).id))
      return all.find(({ personId }) => personId === both.id)
    }
    expect(await told(0)).toMatchObject({ recused: true, elsewhereUntil: null })
    expect(await told(1)).toMatchObject({
      leftAt: null,
      elsewhereUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
    expect(await seenBy(person(both.email), 0)).toEqual([])
  })

  it("is kept to one room by the database, also at the same moment, and as staff", async () => {
    await expect(
      w.system((ctx) =>
        ctx.tx.execute(sql`
          update consortium_people set left_at = null, recused = false where person_id = ${both.id} and consortium_id = ${side(0).id}`),
      ),
    ).rejects.toThrow()
    for (const n of [0, 1])
      await as(boss(side(n).groups[0]), (ctx) =>
        nameSomebody(ctx, { id: side(n).id, groupId: null, personId: w.worker.id }),
      )
    await w.asWorker((ctx) => enterRoom(ctx, { id: side(0).id }))
    await expect(w.asWorker((ctx) => enterRoom(ctx, { id: side(1).id }))).rejects.toThrow("another room")
    await w.asWorker((ctx) => stepOut(ctx, { id: side(0).id, recuse: "no" }))
  })

  it("is no group: one in a consortium can’t come into the other", async () => {
    const group = side(0).groups[1]
    await as(boss(side(1).groups[0]), (ctx) => askGroup(ctx, { id: side(1).id, groupId: group?.id ?? "" }))
    await expect(
      as(boss(group), (ctx) =>
        acceptInvitation(ctx, {
          id: side(1).id,
          groupId: group?.id ?? "",
          personId: group?.people[0]?.id ?? "",
        }),
      ),
    ).rejects.toThrow("already in a consortium")
    const { opportunityId } = await as(boss(group), (ctx) => getConsortium(ctx, side(1).id))
    const bids = (groupId: string) => as(boss(group), (ctx) => bidsAlready(ctx, { opportunityId, groupId }))
    expect(await bids(group?.id ?? ""), "its lead reads so before answering").toBe(true)
    expect(await bids(w.loner.id)).toBe(false)
  })
})

describe("The digest", () => {
  it("tells people of a room that something is new, and neither what nor where", async () => {
    const rows = await w.system((ctx) => listNewInRooms(ctx, new Date(Date.now() - 86_400_000)))
    const inside = [...everybody(0), ...everybody(1), both].map(({ id }) => id)
    expect(rows.map(({ personId }) => personId).sort()).toEqual(inside.sort())
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["dueOn", "newAt", "personId"])
    await expect(w.asManager((ctx) => listNewInRooms(ctx, new Date()))).rejects.toThrow()
  })

  it("and every other email, rendered as it goes out, has no word of a room in it", async () => {
    const { sent } = await runDigest("ribble", { at: new Date(Date.now() + 60_000) })
    expect(sent).toBeGreaterThanOrEqual(30)
    await sendWaiting("ribble", { door: emailDoor("outbox:") })
    const letters = await w.system((ctx) =>
      ctx.tx.execute<{ letter: string; all: string }>(
        sql`select letter, l::text as all from letters l where html is not null`,
      ),
    )
    for (const kind of ["digest", "consortium-invitation", "consortium-let-in"])
      expect(letters.map(({ letter }) => letter)).toContain(kind)
    expect(letters.filter(({ all }) => /plover|kestrel/i.test(all))).toEqual([])
    const told = letters.filter(({ letter }) => letter === "digest")
    expect(told.filter(({ all }) => all.includes("where you bid together")).length).toBeGreaterThanOrEqual(30)
  }, 60_000)
})

describe("Groups and people that become one", () => {
  it("bring nobody into a room, and nobody of the two is in it until the group is asked again", async () => {
    const [gone, kept] = [side(0).groups[2], side(1).groups[2]]
    const { id } = side(0)
    await w.asWorker((ctx) => merge(ctx, kept?.id ?? "", gone?.id ?? ""))
    for (const { email } of kept?.people ?? []) expect(await seenBy(person(email), 0)).toEqual([])
    await expect(
      as(boss(kept), (ctx) => nameSomebody(ctx, { id, groupId: kept?.id ?? "", personId: w.member.id })),
    ).rejects.toThrow()
    await expect(as(boss(kept), (ctx) => getConsortium(ctx, id))).rejects.toThrow()
    for (const { email } of gone?.people ?? [])
      for (const n of [0, 1]) expect(await seenBy(person(email), n)).toEqual([])
    const its = await as(boss(side(0).groups[0]), (ctx) => getConsortium(ctx, id))
    expect(its.groups.find(({ groupId }) => groupId === kept?.id)).toMatchObject({ renamed: true })
  })

  it("give a person who stays no room of the one who goes", async () => {
    const gone = side(1).groups[1]?.people[4]
    const keep = side(0).groups[1]?.people[4]
    await w.asManager((ctx) => mergePeople(ctx, { keptId: keep?.id ?? "", goneId: gone?.id ?? "" }))
    expect(await seenBy((work) => asPerson("ribble", { email: keep?.email ?? "" }, work), 1)).toEqual([])
    // Whoever is in the room reads its rows, and all staff read what a merge of theirs moved.
    const loner = side(1).groups[1]?.people[3]
    await as(loner?.email ?? "", (ctx) => sayInRoom(ctx, { id: side(1).id, answersId: null, words: "Me?" }))
    await as(loner?.email ?? "", (ctx) =>
      ctx.tx.execute(sql`update files set added_by = ${loner?.id} where name = 'kestrel.txt'`),
    )
    await w.asWorker((ctx) => enterRoom(ctx, { id: side(1).id }))
    await w.asWorker((ctx) => mergePeople(ctx, { keptId: w.outsider.id, goneId: loner?.id ?? "" }))
    expect(await seenBy(w.asOutsider as never, 1)).toEqual([])
    const kept = await w.asViewer((ctx) =>
      ctx.tx.execute<{ all: string }>(
        sql`select m::text as all from person_merges m where m.gone_id = ${loner?.id}`,
      ),
    )
    expect(kept).toHaveLength(1)
    expect(kept[0]?.all).toContain("roles")
    expect(kept[0]?.all).not.toMatch(/consorti|files/)
    expect(kept[0]?.all).not.toContain(side(1).id)
  })

  it("of groups tell the staff no more than that a consortium is there, also when somebody in its room merges them", async () => {
    const { id, groups } = side(1)
    const gone = groups[1]
    await as(boss(gone), (ctx) => agreeTerms(ctx, { id, groupId: gone?.id ?? "", version: 1 }))
    await w.asWorker((ctx) => merge(ctx, w.choir.id, gone?.id ?? ""))
    const [kept] = await w.asViewer((ctx) =>
      ctx.tx.execute<{ moved: object; dropped: object }>(
        sql`select moved, dropped from merges where gone_id = ${gone?.id}`,
      ),
    )
    const told = Object.keys({ ...kept?.moved, ...kept?.dropped })
    expect(told).toContain("roles.group_id")
    expect(told.filter((place) => /consorti|files/.test(place))).toEqual(["consortium_groups.group_id"])
  })
})
