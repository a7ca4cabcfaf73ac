import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groups } from "@/db/schema"
import { asPerson } from "@/lib/access/doors"
import { RuleBroken } from "@/lib/errors"
import { addGroup } from "@/lib/groups/commands"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { world } from "./support/world"

const w = await world()
const NOON = new Date("2026-06-04T11:00:00Z")

const recordAt = (now: Date, more: Record<string, string | string[]>) =>
  asPerson(
    "ribble",
    { email: "worker@ribble.example" },
    (ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({ kind: "phone", note: "Talked about the lease", ...more }),
      ),
    { now },
  )
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as RuleBroken,
  )

describe("Naming the group", () => {
  it("finds it by its name, whatever the case, accents and legal ending", async () => {
    const made = await recordAt(NOON, { groupName: "clitheroe food bank ltd; cor meibion llanfair" })
    expect(made.groups.map((group) => group.id).sort()).toEqual([w.foodbank.id, w.choir.id].sort())
  })

  it("asks which one is meant, offers to add it, and takes the answer", async () => {
    const error = await refusal(recordAt(NOON, { groupName: "Food Bnak" }))
    expect(error).toMatchObject({ field: "groupName", message: "Which group is “Food Bnak”?" })
    expect(error?.choices?.map((choice) => choice.label)).toEqual([
      "Clitheroe Food Bank",
      "Add “Food Bnak” as a new group",
    ])
    const pick = error?.choices?.[0]?.value ?? ""
    const made = await recordAt(NOON, { groupName: "Food Bnak", picks: [pick] })
    expect(made.groups).toEqual([w.foodbank])
  })

  it("adds a new group with its name only, which then needs details", async () => {
    const made = await recordAt(NOON, { groupName: "Zumba for Zebras", picks: ["new:Zumba for Zebras"] })
    const [row] = await w.system((ctx) =>
      ctx.tx
        .select()
        .from(groups)
        .where(eq(groups.id, made.groups[0]?.id ?? "")),
    )
    expect(row).toMatchObject({
      name: "Zumba for Zebras",
      needsDetailsSince: NOON,
      lastContactOn: "2026-06-04",
    })
  })

  it("does not add a second group of the same name byDefault", async () => {
    const error = await refusal(recordAt(NOON, { newGroups: ["Clitheroe food bank"] }))
    expect(error?.choices?.at(-1)?.label).toBe("Add “Clitheroe food bank” as a new group")
  })

  it("takes the group that is on a telephone number, and asks where it may be several", async () => {
    for (const [name, phone] of [
      ["Left Bank", "01772 555 201"],
      ["Right Bank", "01772 555 202"],
    ] as const)
      await w.asWorker((ctx) => addGroup(ctx, { name, phone }))
    const made = await recordAt(NOON, { groupName: "+44 1772 555201" })
    expect(made.groups.map(({ name }) => name)).toEqual(["Left Bank"])
    const several = await refusal(recordAt(NOON, { groupName: "01772 555" }))
    expect(several).toMatchObject({ field: "groupName", message: "Which group is on 01772 555?" })
    expect(several?.choices?.map(({ label, hint }) => [label, hint])).toEqual([
      ["Left Bank", "01772 555 201"],
      ["Right Bank", "01772 555 202"],
    ])
    await w.asWorker((ctx) => addGroup(ctx, { name: "Left Bank Too", phone: "01772 555 201" }))
    const shared = await refusal(recordAt(NOON, { groupName: "01772 555201" }))
    expect(shared?.choices?.map(({ label }) => label)).toEqual(["Left Bank", "Left Bank Too"])
    const none = await refusal(recordAt(NOON, { groupName: "01772 999999" }))
    expect(none?.message).toContain("We don’t have the number 01772 999999")
  })

  it("refuses a group of another LIO, as if there were none", async () => {
    const ofOther = await refusal(recordAt(NOON, { groupIds: [w.stranger.id] }))
    const madeUp = await refusal(recordAt(NOON, { groupIds: [crypto.randomUUID()] }))
    expect(ofOther).toBeInstanceOf(RuleBroken)
    expect(ofOther?.message).toBe(madeUp?.message)
    expect((await refusal(recordAt(NOON, { groupName: "Stranger’s Society" })))?.choices).toHaveLength(1)
    const person = await refusal(
      recordAt(NOON, { groupIds: [w.foodbank.id], personIds: [crypto.randomUUID()] }),
    )
    expect(person).toMatchObject({ field: "personIds" })
  })
})
