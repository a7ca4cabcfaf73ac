import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import {
  chooseOwnPages,
  decideProposal,
  describeGroup,
  withdrawProposal,
} from "@/lib/groups/proposals/commands"
import type { Approvable } from "@/lib/groups/proposals/input"
import { countProposals, listProposals, listWaiting } from "@/lib/groups/proposals/queries"
import { getGroup } from "@/lib/groups/queries"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { undoAct } from "@/lib/undo/commands"
import { world } from "./support/world"

const w = await world()
const id = w.foodbank.id
const group = () => w.asWorker((ctx) => getGroup(ctx, id))
const chosen = (...approves: Approvable[]) =>
  w.asManager((ctx) => chooseOwnPages(ctx, { approves, asksYearly: false }))
const asks = async (values: Record<string, unknown>, as = w.asLead) => {
  const { version } = await group()
  return as((ctx) => describeGroup(ctx, id, { version, ...values }))
}
const waiting = () => w.asWorker((ctx) => listWaiting(ctx, id))
const decide = async (
  value: { accept?: string[]; refuse?: boolean; note?: string | null },
  as = w.asWorker,
) => {
  const [one] = await waiting()
  const { version } = await group()
  return as((ctx) =>
    decideProposal(ctx, {
      id: one?.id ?? "",
      version,
      what: value.refuse ? "refuse" : "accept",
      accept: value.accept ?? [],
      note: value.note ?? null,
    }),
  )
}

beforeEach(async () => {
  await w.system((ctx) => ctx.tx.execute(sql`delete from proposals`))
  await w.system((ctx) => ctx.tx.execute(sql`delete from letters`))
  await chosen("name", "about")
})

describe("What a lead changes of their group", () => {
  it("waits for the staff where they chose so, and is saved at once where not", async () => {
    const before = await group()
    const done = await asks({ name: "Clitheroe Pantry", about: "We share food.", alsoKnownAs: "The Pantry" })
    expect(done).toMatchObject({ changed: ["Also known as"], waiting: ["Name", "What you do"] })
    expect(await group()).toMatchObject({ name: before.name, about: before.about, alsoKnownAs: "The Pantry" })
    expect(await waiting()).toMatchObject([
      { person: "Leila Lead", changes: { name: [before.name, "Clitheroe Pantry"] } },
    ])
    expect(await w.asViewer((ctx) => countProposals(ctx))).toEqual({ proposals: 1, groups: 1 })
  })

  it("never gets past the staff by another way", async () => {
    const { version } = await group()
    await expect(w.asLead((ctx) => changeGroup(ctx, id, { version, about: "Quietly" }))).rejects.toThrow(
      "staff want to see",
    )
    await chosen()
    await expect(asks({ name: "Ours now" })).rejects.toThrow(NotAllowed)
    await expect(asks({ about: "At once" })).resolves.toMatchObject({
      waiting: [],
      changed: ["What they do"],
    })
  })

  it("is one wish a person: asked again it is the newer one, set back it is taken back", async () => {
    const { about } = await group()
    await asks({ about: "First" })
    await asks({ about: "Second" })
    expect((await waiting()).map(({ changes }) => changes.about?.[1])).toEqual(["Second"])
    await asks({ about: "Second" })
    expect(await waiting()).toHaveLength(1)
    await asks({ about })
    expect(await waiting()).toEqual([])
  })

  it("may be taken back by a lead of the group, until it is answered", async () => {
    await asks({ about: "Never mind" })
    const [one] = await waiting()
    const back = (ctx: Parameters<typeof withdrawProposal>[0]) => withdrawProposal(ctx, { id: one?.id ?? "" })
    await expect(w.asMember(back)).rejects.toThrow(NotFound)
    await expect(w.asOutsider(back)).rejects.toThrow(NotFound)
    await expect(w.asOtherManager(back)).rejects.toThrow(NotFound)
    await w.asLead(back)
    expect(await waiting()).toEqual([])
  })

  it("is for leads of the group only", async () => {
    await expect(asks({ about: "x" }, w.asMember)).rejects.toThrow(NotAllowed)
    await expect(asks({ about: "x" }, w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(asks({ about: "x" }, w.asOutsider)).rejects.toThrow(NotFound)
    await expect(asks({ about: "x" }, w.asOtherManager)).rejects.toThrow(NotFound)
    expect(await w.asMember((ctx) => listWaiting(ctx, id))).toEqual([])
    expect(await w.asOutsider((ctx) => listWaiting(ctx, id))).toEqual([])
  })
})

describe("The staff", () => {
  it("take over all of it, and the log says whose words they are", async () => {
    await asks({ name: "Clitheroe Larder", about: "Food for all." })
    await decide({ accept: ["name", "about"] })
    expect(await group()).toMatchObject({ name: "Clitheroe Larder", about: "Food for all." })
    const { rows } = await w.asWorker((ctx) => listTimeline(ctx, id, {}))
    const change = rows.find(({ what }) => what === "group.changed")
    expect(change).toMatchObject({ via: "member", who: "Wendy Worker", to: { name: "Clitheroe Larder" } })
    const [letter] = await w.system((ctx) =>
      ctx.tx.execute<{ letter: string; to: string; props: object }>(
        sql`select letter, to_email as "to", props from letters`,
      ),
    )
    expect(letter).toMatchObject({ letter: "proposal-decided", to: "lead@ribble.example" })
    expect(letter?.props).toMatchObject({ refused: [], accepted: [{ label: "Name" }, {}] })
  })

  it("take over a part, and say why not the rest", async () => {
    const { name } = await group()
    await asks({ name: "The Best Food Bank", about: "Every Friday." })
    await expect(decide({ accept: ["about"] })).rejects.toMatchObject({ field: "note" })
    await expect(decide({ accept: [] })).rejects.toMatchObject({ field: "accept" })
    await decide({ accept: ["about"], note: "Another group has this name." })
    expect(await group()).toMatchObject({ name, about: "Every Friday." })
    await expect(waiting()).resolves.toEqual([])
  })

  it("refuse with a note, once", async () => {
    const before = await group()
    await asks({ about: "No" })
    const [one] = await waiting()
    await expect(decide({ refuse: true })).rejects.toMatchObject({ field: "note" })
    await decide({ refuse: true, note: "Please say a little more." })
    expect((await group()).about).toBe(before.about)
    const again = w.asManager((ctx) =>
      decideProposal(ctx, {
        id: one?.id ?? "",
        version: before.version,
        what: "refuse",
        accept: [],
        note: "x",
      }),
    )
    await expect(again).rejects.toThrow("Wendy Worker has answered this already")
  })

  it("do not overwrite what somebody saved while they were looking", async () => {
    await asks({ about: "Proposed" })
    const [one] = await waiting()
    const { version } = await group()
    await w.asManager((ctx) => changeGroup(ctx, id, { version, about: "The manager’s" }))
    const late = w.asWorker((ctx) =>
      decideProposal(ctx, { id: one?.id ?? "", version, what: "accept", accept: ["about"], note: null }),
    )
    await expect(late).rejects.toThrow(RuleBroken)
    expect((await group()).about).toBe("The manager’s")
  })

  it("decide; viewers look, members and other LIOs do neither", async () => {
    await asks({ about: "Look" })
    await expect(decide({ accept: ["about"] }, w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(decide({ accept: ["about"] }, w.asLead)).rejects.toThrow(NotAllowed)
    await expect(decide({ accept: ["about"] }, w.asOtherManager)).rejects.toThrow(NotFound)
    expect(await w.asViewer((ctx) => listProposals(ctx))).toHaveLength(1)
    expect(await w.asOtherManager((ctx) => listProposals(ctx))).toEqual([])
    await expect(w.asLead((ctx) => listProposals(ctx))).rejects.toThrow(NotAllowed)
    for (const as of [w.asWorker, w.asViewer, w.asLead])
      await expect(as((ctx) => chooseOwnPages(ctx, { approves: [], asksYearly: true }))).rejects.toThrow(
        NotAllowed,
      )
  })
})

describe("A decision", () => {
  const undo = (proposal: string, as = w.asWorker) =>
    as((ctx) => undoAct(ctx, { what: "proposal", id: proposal }))
  const letters = () =>
    w.system((ctx) => ctx.tx.execute<{ skipped: string | null }>(sql`select skipped from letters`))

  it("is undone: the group says what it said, the change waits again, and its email never goes", async () => {
    const before = await group()
    await asks({ name: "Clitheroe Cupboard", about: "Cupboards." })
    const decided = await decide({ accept: ["name", "about"] })
    expect((await undo(decided.id)).text).toContain(before.name)
    expect(await group()).toMatchObject({ name: before.name, about: before.about })
    expect(await waiting()).toMatchObject([{ changes: { name: [before.name, "Clitheroe Cupboard"] } }])
    expect(await letters()).toMatchObject([{ skipped: "undone" }])
    await expect(undo(decided.id)).rejects.toThrow("undone already")
    await decide({ accept: ["name", "about"] })
    expect(await group()).toMatchObject({ name: "Clitheroe Cupboard" })
  })

  it("goes back to what was kept when it was made, and not to what stood there when they asked", async () => {
    await asks({ about: "As the lead says" })
    const { version } = await group()
    await w.asWorker((ctx) => changeGroup(ctx, id, { version, about: "As staff wrote meanwhile" }))
    const decided = await decide({ accept: ["about"] })
    await undo(decided.id)
    expect(await group()).toMatchObject({ about: "As staff wrote meanwhile" })
  })

  it("to refuse is undone as well; once the email has gone, that is said", async () => {
    await asks({ about: "Refused at first" })
    const decided = await decide({ refuse: true, note: "Too short" })
    await w.system((ctx) => ctx.tx.execute(sql`update letters set sent_at = now()`))
    expect((await undo(decided.id)).text).toContain("had already gone")
    expect(await waiting()).toHaveLength(1)
  })

  it("stays when the group was changed since, or something else was suggested", async () => {
    await asks({ about: "First" })
    const first = await decide({ accept: ["about"] })
    const { version } = await group()
    await w.asWorker((ctx) => changeGroup(ctx, id, { version, about: "Later" }))
    await expect(undo(first.id)).rejects.toThrow("changed again since")
    await asks({ about: "Second" })
    const second = await decide({ refuse: true, note: "No" })
    await asks({ about: "Third" })
    await expect(undo(second.id)).rejects.toThrow("something else since")
  })

  it("is undone by workers and managers of this LIO only", async () => {
    await asks({ about: "Who may" })
    const decided = await decide({ accept: ["about"] })
    for (const as of [w.asViewer, w.asLead]) await expect(undo(decided.id, as)).rejects.toThrow(NotAllowed)
    await expect(undo(decided.id, w.asOtherManager)).rejects.toThrow(NotFound)
  })
})
