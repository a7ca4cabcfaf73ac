import { describe, expect, it } from "vitest"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { addField, changeField, moveField, offerField, retireField } from "@/lib/fields/commands"
import { addFieldInput, answerName, changeAnswersInput, NONE_OF_THESE } from "@/lib/fields/input"
import { getField, listFields, listKeptFields } from "@/lib/fields/queries"
import { answersTyped, fieldInWords, partsSeen } from "@/lib/fields/words"
import { changeAnswers } from "@/lib/groups/answers/commands"
import { changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { asSeen } from "@/lib/seen"
import { world } from "./support/world"

const w = await world()
type Said = Partial<Parameters<typeof addFieldInput.parse>[0] & object> & Record<string, unknown>
const field = (label: string, kind: string, more: Said = {}) =>
  w.asManager((ctx) => addField(ctx, addFieldInput.parse({ label, kind, forGroups: "nothing", ...more })))
const group = (id: string) => w.asManager((ctx) => getGroup(ctx, id))
/** Answers as a form sends them. */
const answer = async (
  groupId: string,
  values: Record<string, unknown>,
  as: typeof w.asManager = w.asWorker,
) => {
  const { version } = await group(groupId)
  const named = Object.fromEntries(Object.entries(values).map(([id, value]) => [answerName(id), value]))
  return as((ctx) => changeAnswers(ctx, changeAnswersInput.parse({ id: groupId, version, ...named })))
}

describe("The LIO’s own questions", () => {
  it("are a manager’s to add, change, move, retire and bring back", async () => {
    const made = await field("Insured until", "date")
    const other = await field("Sign language", "yes_no")
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asMember]) {
      await expect(
        as((ctx) => addField(ctx, addFieldInput.parse({ label: "Mine", kind: "text", forGroups: "see" }))),
      ).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => retireField(ctx, { id: made.id }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => moveField(ctx, { id: made.id, way: "down" }))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => getField(ctx, made.id))).rejects.toThrow("nothing here")
    await w.asManager((ctx) => moveField(ctx, { id: other.id, way: "up" }))
    const labels = async () => (await w.asWorker(listFields)).map(({ label }) => label)
    expect(await labels()).toEqual(["Sign language", "Insured until"])
    await w.asManager((ctx) => retireField(ctx, { id: other.id }))
    expect(await labels()).toEqual(["Insured until"])
    await w.asManager((ctx) => offerField(ctx, { id: other.id }))
    expect(await labels()).toContain("Sign language")
    await expect(field("insured UNTIL", "date")).rejects.toThrow("already")
    await w.asManager((ctx) => retireField(ctx, { id: made.id }))
    await w.asManager((ctx) => retireField(ctx, { id: other.id }))
  })

  it("need choices when the answer is chosen", () => {
    const input = { label: "How we met", kind: "choice", forGroups: "nothing", options: "A letter" }
    expect(addFieldInput.safeParse(input).error?.issues[0]?.message).toMatch(/at least two choices/)
    expect(addFieldInput.parse({ ...input, options: "A letter\n\nA letter \nA visit" }).options).toEqual([
      "A letter",
      "A visit",
    ])
  })

  it("keeps unknown, no, none and nought apart, of each kind", async () => {
    const [text, number, money, date, yes, choice, many] = [
      await field("Words", "text"),
      await field("Vans", "number"),
      await field("Reserves", "money"),
      await field("Insured", "date"),
      await field("Own hall", "yes_no"),
      await field("Met", "choice", { options: "A letter\nA visit" }),
      await field("Needs", "choices", { options: "A room\nA van" }),
    ]
    const empty = {
      [text.id]: "",
      [number.id]: "",
      [money.id]: "",
      [date.id]: "",
      [yes.id]: "",
      [choice.id]: "",
    }
    const nothing = await answer(w.loner.id, empty)
    expect(nothing.changed).toEqual([])
    await answer(w.loner.id, {
      [text.id]: " Hello ",
      [number.id]: "0",
      [money.id]: "1,250",
      [date.id]: "2026-06-04",
      [yes.id]: "no",
      [choice.id]: "A visit",
      [many.id]: [NONE_OF_THESE],
    })
    const kept = (await group(w.loner.id)).custom
    expect(kept).toEqual({
      [text.id]: "Hello",
      [number.id]: 0,
      [money.id]: 125_000,
      [date.id]: "2026-06-04",
      [yes.id]: false,
      [choice.id]: "A visit",
      [many.id]: [],
    })
    const fields = await w.asWorker(listFields)
    expect(fields.map((one) => fieldInWords(one, kept[one.id]))).toEqual([
      "Hello",
      "None",
      "£1,250",
      "4 June 2026",
      "No",
      "A visit",
      "None of these",
    ])
    expect(answersTyped(fields, kept)).toMatchObject({
      [answerName(money.id)]: "1250",
      [answerName(yes.id)]: "no",
      [answerName(many.id)]: [NONE_OF_THESE],
    })
    await answer(w.loner.id, { ...empty, [many.id]: [] })
    expect((await group(w.loner.id)).custom).toEqual({})
    await expect(answer(w.loner.id, { [number.id]: "three" })).rejects.toThrow("whole number")
    await expect(answer(w.loner.id, { [choice.id]: "A fax" })).rejects.toThrow("from the list")
    await expect(answer(w.loner.id, { [many.id]: ["A van", NONE_OF_THESE] })).rejects.toThrow("alone")
    await expect(answer(w.loner.id, { [date.id]: "2026-02-30" })).rejects.toThrow("real date")
  })

  it("keeps an answer whose choice was taken off the list", async () => {
    const met = await field("First contact", "choice", { options: "Letter\nVisit\nFair" })
    await answer(w.choir.id, { [met.id]: "Fair" })
    const before = await w.asManager((ctx) => getField(ctx, met.id))
    await w.asManager((ctx) =>
      changeField(ctx, { ...partsSeen(before), id: met.id, options: ["Letter", "Visit"] }),
    )
    await answer(w.choir.id, { [met.id]: "Fair" })
    expect((await group(w.choir.id)).custom[met.id]).toBe("Fair")
    await expect(answer(w.loner.id, { [met.id]: "Fair" })).rejects.toThrow("from the list")
    const counted = await w.asManager(listKeptFields)
    expect(counted.find(({ id }) => id === met.id)?.answered).toBe(1)
  })

  it("goes into the log by its label, and hides from the group what is for staff only", async () => {
    const secret = await field("Worry", "text")
    const shown = await field("Minibus", "yes_no", { forGroups: "see" })
    const theirs = await field("Opening hours", "text", { forGroups: "change" })
    await answer(w.foodbank.id, { [secret.id]: "Treasurer left", [shown.id]: "yes", [theirs.id]: "9 to 5" })
    const story = await w.asWorker((ctx) => listTimeline(ctx, w.foodbank.id, { kind: "changes" }))
    expect(
      story.rows
        .slice(0, 2)
        .map(({ summary }) => summary)
        .sort(),
    ).toEqual(["Changed: minibus and opening hours", "Changed: worry"])
    const seen = await w.asLead((ctx) => listTimeline(ctx, w.foodbank.id, {}))
    expect(JSON.stringify(seen.rows)).not.toMatch(/Worry|worry|Treasurer left/)
    expect((await w.asLead(listFields)).map(({ label }) => label)).toEqual(["Minibus", "Opening hours"])

    await answer(w.foodbank.id, { [theirs.id]: "10 to 4" }, w.asLead)
    expect((await group(w.foodbank.id)).custom).toMatchObject({
      [secret.id]: "Treasurer left",
      [shown.id]: true,
      [theirs.id]: "10 to 4",
    })
    const { version } = await group(w.foodbank.id)
    for (const id of [secret.id, shown.id])
      await expect(
        w.asLead((ctx) => changeGroup(ctx, w.foodbank.id, { version, custom: { [id]: null } })),
      ).rejects.toThrow(NotAllowed)
    await expect(answer(w.foodbank.id, { [theirs.id]: "No" }, w.asMember)).rejects.toThrow(NotAllowed)
    await expect(answer(w.foodbank.id, { [theirs.id]: "No" }, w.asViewer)).rejects.toThrow(NotAllowed)
    await expect(answer(w.foodbank.id, { [theirs.id]: "No" }, w.asOutsider)).rejects.toThrow("nothing here")
    await expect(
      w.asWorker((ctx) => changeGroup(ctx, w.foodbank.id, { version, custom: { [crypto.randomUUID()]: 1 } })),
    ).rejects.toThrow(NotAllowed)
  })

  it("shows the answer that somebody else saved meanwhile", async () => {
    const hall = await field("Hall", "yes_no")
    const { version } = await group(w.council.id)
    await w.asManager((ctx) => changeGroup(ctx, w.council.id, { version, custom: { [hall.id]: true } }))
    await expect(
      w.asWorker((ctx) => changeGroup(ctx, w.council.id, { version, custom: { [hall.id]: false } })),
    ).rejects.toMatchObject({ theirs: { [answerName(hall.id)]: "Yes", version: String(version + 1) } })
  })

  it("lets one of two managers who change a question at once win, and shows the other what was saved", async () => {
    const made = await field("Two hands", "text")
    const seen = asSeen(partsSeen(await w.asManager((ctx) => getField(ctx, made.id))))
    const input = (label: string) => ({
      id: made.id,
      seen,
      label,
      hint: null,
      options: [],
      forGroups: "see" as const,
    })
    const both = await Promise.allSettled(
      ["Left hand", "Right hand"].map((label) => w.asManager((ctx) => changeField(ctx, input(label)))),
    )
    const lost = both.find((one) => one.status === "rejected")
    const kept = (await w.asManager((ctx) => getField(ctx, made.id))).label
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1)
    expect(lost?.reason).toBeInstanceOf(RuleBroken)
    expect(lost?.reason.theirs.label).toBe(kept)
  })
})
