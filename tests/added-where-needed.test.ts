import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { areas, groups } from "@/db/schema"
import { changeCell } from "@/lib/cells/commands"
import { cellInput, changeCellInput } from "@/lib/cells/input"
import { openCell } from "@/lib/cells/queries"
import { planConsultation } from "@/lib/consultations/commands"
import { planInput } from "@/lib/consultations/input"
import { getConsultation } from "@/lib/consultations/queries"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { addWholeGroup } from "@/lib/groups/details/commands"
import { addGroupInput } from "@/lib/groups/details/input"
import { getGroup } from "@/lib/groups/queries"
import { nameArea, nameAreas, settleArea } from "@/lib/lios/areas/commands"
import { nameAreaInput, nameAreasInput } from "@/lib/lios/areas/input"
import { changeNeed, openNeed } from "@/lib/needs/commands"
import { changeNeedInput, openNeedInput } from "@/lib/needs/input"
import { getNeed } from "@/lib/needs/queries"
import { changeRepresentation, startRepresentation } from "@/lib/representations/commands"
import { changeRepresentationInput, representationInput } from "@/lib/representations/input"
import { getRepresentation } from "@/lib/representations/queries"
import { undoAct } from "@/lib/undo/commands"
import { world } from "./support/world"

const w = await world()
const areasNamed = (name: string) =>
  w.asWorker((ctx) =>
    ctx.tx.select({ id: areas.id, kind: areas.kind }).from(areas).where(eq(areas.name, name)),
  )
const bodiesNamed = (name: string) =>
  w.asWorker((ctx) =>
    ctx.tx
      .select({ id: groups.id, sector: groups.sector, stage: groups.stage })
      .from(groups)
      .where(eq(groups.name, name)),
  )

describe("An area that the list lacks", () => {
  it("is added with the need that is heard there, once", async () => {
    const said = { title: "A bus", newArea: "Whalley", newAreaKind: "ward" }
    const { id } = await w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse(said)))
    const other = await w.asWorker((ctx) =>
      openNeed(ctx, openNeedInput.parse({ ...said, newArea: "whalley" })),
    )
    const [whalley, ...more] = await areasNamed("Whalley")
    expect([whalley?.kind, more]).toEqual(["ward", []])
    for (const need of [id, other.id])
      expect((await w.asWorker((ctx) => getNeed(ctx, need))).areas.map((area) => area.id)).toEqual([
        whalley?.id,
      ])
    await w.asWorker((ctx) =>
      changeNeed(ctx, changeNeedInput.parse({ id, title: "A bus", areaIds: [], newArea: "Sabden" })),
    )
    expect((await w.asWorker((ctx) => getNeed(ctx, id))).areas.map((area) => area.id)).toEqual([
      (await areasNamed("Sabden"))[0]?.id,
    ])
  })

  it("is added with a new group that serves it, beside those that were ticked", async () => {
    const there = await w.asWorker((ctx) => nameArea(ctx, nameAreaInput.parse({ newArea: "Mellor" })))
    const { id } = await w.asWorker((ctx) =>
      addWholeGroup(
        ctx,
        addGroupInput.parse({ name: "Mellor Band", areaIds: [there.id], newArea: "Balderstone" }),
      ),
    )
    const { areas: serves } = await w.asWorker((ctx) => getGroup(ctx, id))
    expect(serves.map(({ name }) => name).sort()).toEqual(["Balderstone", "Mellor"])
  })

  it("is added in a cell of the list of groups, beside those that are ticked, and undone off the group alone", async () => {
    const { id } = await w.asWorker((ctx) => addWholeGroup(ctx, addGroupInput.parse({ name: "Cell Band" })))
    const [mellor] = await areasNamed("Mellor")
    const at = { of: "group", id, column: "serves" }
    const typed = { ...at, value: [mellor?.id], newArea: " Copster Green ", newAreaKind: "ward" }
    const change = (as: typeof w.asWorker, said: object) =>
      as((ctx) => changeCell(ctx, changeCellInput.parse(said)))
    for (const as of [w.asViewer, w.asLead]) await expect(change(as, typed)).rejects.toThrow(NotAllowed)
    expect(await areasNamed("Copster Green")).toEqual([])
    const { adds } = await w.asWorker((ctx) => openCell(ctx, cellInput.parse(at)))
    expect(adds).toBe("area")
    const { change: save } = await change(w.asWorker, typed)
    const [green, ...more] = await areasNamed("Copster Green")
    expect([green?.kind, more]).toEqual(["ward", []])
    const serves = async () => (await w.asWorker((ctx) => getGroup(ctx, id))).areaIds.sort()
    expect(await serves()).toEqual([mellor?.id, green?.id].sort())
    // Typed again, it is the one that is there, and nothing is different.
    const again = await change(w.asWorker, { ...typed, value: [mellor?.id], newArea: "copster green" })
    expect(again.change).toBeNull()
    expect(await areasNamed("copster green")).toEqual([])
    await w.asWorker((ctx) => undoAct(ctx, { what: "group", id: save ?? "" }))
    expect(await serves()).toEqual([])
    expect(await areasNamed("Copster Green")).toHaveLength(1)
  })

  it("is added in a cell of the register of needs, beside the one it had", async () => {
    const { id } = await w.asWorker((ctx) =>
      openNeed(ctx, openNeedInput.parse({ title: "A cell", newArea: "Langho" })),
    )
    const at = { of: "need", id, column: "area", value: (await areasNamed("Langho"))[0]?.id }
    await w.asWorker((ctx) => changeCell(ctx, changeCellInput.parse({ ...at, newArea: "Dinckley" })))
    expect((await w.asWorker((ctx) => getNeed(ctx, id))).areas.map(({ name }) => name)).toEqual([
      "Dinckley",
      "Langho",
    ])
  })

  it("is of no matter to a cell of another kind", async () => {
    const at = { of: "group", id: w.choir.id, column: "tag", value: [], newArea: "Tagged On" }
    const { adds } = await w.asWorker((ctx) => openCell(ctx, cellInput.parse(at)))
    await w.asWorker((ctx) => changeCell(ctx, changeCellInput.parse(at)))
    expect([adds, await areasNamed("Tagged On")]).toEqual([undefined, []])
  })

  it("is typed by the dozen by a manager, each once", async () => {
    const typed = { names: "Read\nSimonstone\nread\n\nWhalley", newAreaKind: "district" }
    expect(await w.asManager((ctx) => nameAreas(ctx, nameAreasInput.parse(typed)))).toEqual({
      added: 2,
      known: 1,
    })
    expect((await areasNamed("Simonstone")).map(({ kind }) => kind)).toEqual(["district"])
    expect((await areasNamed("Whalley")).map(({ kind }) => kind)).toEqual(["ward"])
    expect(nameAreasInput.safeParse({ names: " \n" }).success).toBe(false)
    for (const as of [w.asWorker, w.asViewer, w.asLead])
      await expect(as((ctx) => nameAreas(ctx, nameAreasInput.parse(typed)))).rejects.toThrow(NotAllowed)
  })

  it("is not for those who only look on, nor for groups", async () => {
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => settleArea(ctx, { newArea: "Nowhere" }))).rejects.toThrow(NotAllowed)
    expect(await areasNamed("Nowhere")).toEqual([])
  })
})

describe("A body that the list lacks", () => {
  const paper = (said: object) => representationInput.parse({ title: "Buses", ...said })

  it("is added with the representation to it, as a statutory body, and used again by its name", async () => {
    const { id } = await w.asWorker((ctx) =>
      startRepresentation(ctx, paper({ newBody: "Lancashire Police" })),
    )
    const [body] = await bodiesNamed("Lancashire Police")
    expect(body).toMatchObject({ sector: "statutory", stage: "not_member" })
    expect((await w.asWorker((ctx) => getRepresentation(ctx, id))).bodyId).toBe(body?.id)
    await w.asWorker((ctx) => startRepresentation(ctx, paper({ newBody: "lancashire police" })))
    expect(await bodiesNamed("lancashire police")).toEqual([])
    await w.asWorker((ctx) =>
      changeRepresentation(
        ctx,
        changeRepresentationInput.parse({
          id,
          title: "Buses",
          bodyId: body?.id,
          newBody: "East Lancashire NHS",
        }),
      ),
    )
    const [nhs] = await bodiesNamed("East Lancashire NHS")
    expect((await w.asWorker((ctx) => getRepresentation(ctx, id))).bodyId).toBe(nhs?.id)
  })

  it("is added with the consultation about its plans", async () => {
    const { id } = await w.asWorker((ctx) =>
      planConsultation(ctx, planInput.parse({ title: "Which halls?", newBody: "Ribble Parish Council" })),
    )
    const [body] = await bodiesNamed("Ribble Parish Council")
    expect((await w.asWorker((ctx) => getConsultation(ctx, id))).bodyId).toBe(body?.id)
  })

  it("is asked for, and is never a group of another kind", async () => {
    expect(representationInput.safeParse({ title: "Buses", bodyId: "" }).error?.issues[0]?.path).toEqual([
      "bodyId",
    ])
    await expect(
      w.asWorker((ctx) => startRepresentation(ctx, paper({ newBody: "Clitheroe Food Bank" }))),
    ).rejects.toThrow("not as a statutory body")
    await expect(
      w.asWorker((ctx) => startRepresentation(ctx, paper({ bodyId: w.choir.id }))),
    ).rejects.toThrow(RuleBroken)
    await expect(w.asViewer((ctx) => startRepresentation(ctx, paper({ newBody: "Nobody" })))).rejects.toThrow(
      NotAllowed,
    )
    expect(await bodiesNamed("Nobody")).toEqual([])
  })
})
