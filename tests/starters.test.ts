import { describe, expect, it } from "vitest"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { getChecklist } from "@/lib/home/staff/queries"
import { acceptStarters, dismissChecklist, restoreChecklist } from "@/lib/home/starting/commands"
import { acceptStartersInput } from "@/lib/home/starting/input"
import { getStart, getStarters } from "@/lib/home/starting/queries"
import { listTypes } from "@/lib/memberships/types/queries"
import { undoAct } from "@/lib/undo/commands"
import { addTerm, retireTerm } from "@/lib/word-lists/commands"
import { listKeptTerms } from "@/lib/word-lists/queries"
import { world } from "./support/world"

const w = await world()
const accept = (said: Record<string, string[]>, as: typeof w.asManager = w.asManager) =>
  as((ctx) => acceptStarters(ctx, acceptStartersInput.parse(said)))
const themes = async () =>
  (await w.asManager(listKeptTerms)).filter(({ list }) => list === "theme").map(({ name }) => name)

describe("Starter lists", () => {
  it("offer what isn’t there, and add what is ticked, once", async () => {
    expect((await w.asManager(getChecklist)).listed).toBe(false)
    await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "food and HARDSHIP" }))
    const retired = await w.asManager((ctx) => addTerm(ctx, { list: "theme", name: "Animals" }))
    await w.asManager((ctx) => retireTerm(ctx, { id: retired.id }))
    const { lists, kinds } = await w.asManager(getStarters)
    const theme = lists.find(({ list }) => list === "theme")
    expect(theme?.here).toEqual(["food and HARDSHIP"])
    expect(theme?.offered).toContain("Mental health")
    expect(theme?.offered).not.toContain("Food and hardship")
    expect(theme?.offered).not.toContain("Animals")
    expect(kinds.offered).toContain("Full member")
    const ticked = { theme: ["Mental health", "Food and hardship", "Animals"], kinds: ["Full member"] }
    expect(await accept(ticked)).toEqual({ words: 1, kinds: 1 })
    expect(await accept(ticked)).toEqual({ words: 0, kinds: 0 })
    expect((await themes()).sort()).toEqual(["Animals", "Mental health", "food and HARDSHIP"])
    expect((await w.asManager(listTypes)).map(({ name, feePence }) => [name, feePence])).toEqual([
      ["Full member", null],
    ])
    expect((await w.asManager(getChecklist)).listed).toBe(true)
  })

  it("add nothing when nothing is ticked, and nothing that isn’t offered", async () => {
    await expect(accept({})).rejects.toThrow(RuleBroken)
    expect(acceptStartersInput.safeParse({ theme: ["My own invention"] }).success).toBe(false)
  })

  it("are a manager’s, in their own LIO", async () => {
    for (const as of [w.asWorker, w.asViewer, w.asLead]) {
      await expect(accept({ theme: ["Housing and homelessness"] }, as)).rejects.toThrow(NotAllowed)
      await expect(as(getStarters)).rejects.toThrow(NotAllowed)
    }
    await accept({ theme: ["Housing and homelessness"] }, w.asOtherManager)
    expect(await themes()).not.toContain("Housing and homelessness")
  })
})

describe("The checklist on Today", () => {
  it("is dismissed for everybody by a manager, and comes back by Undo or in the settings", async () => {
    for (const as of [w.asWorker, w.asViewer, w.asLead]) {
      await expect(as(dismissChecklist)).rejects.toThrow(NotAllowed)
      await expect(as(restoreChecklist)).rejects.toThrow(NotAllowed)
    }
    const dismissed = async () => (await w.asWorker(getChecklist)).dismissed
    expect(await dismissed()).toBe(false)
    const id = await w.asManager(dismissChecklist)
    expect(await dismissed()).toBe(true)
    expect((await w.asOtherManager(getChecklist)).dismissed).toBe(false)
    expect((await w.asManager(getStart)).dismissed).toBe(true)
    expect(await w.asManager((ctx) => undoAct(ctx, { what: "checklist", id }))).toMatchObject({
      path: "home",
    })
    expect(await dismissed()).toBe(false)
    await w.asManager(dismissChecklist)
    await w.asManager(restoreChecklist)
    expect(await dismissed()).toBe(false)
  })
})
