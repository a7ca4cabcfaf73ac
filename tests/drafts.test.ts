import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { dropDraft, keepDraft } from "@/lib/drafts/commands"
import { listDrafts } from "@/lib/drafts/queries"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getHome, type StaffHome } from "@/lib/home/queries"
import { recordSession } from "@/lib/sessions/commands"
import { keepOrRecord } from "@/lib/sessions/form/commands"
import { keepOrRecordInput } from "@/lib/sessions/form/input"
import { getNewSession } from "@/lib/sessions/form/queries"
import { recordSessionInput } from "@/lib/sessions/input"
import { world } from "./support/world"

const w = await world()
const at = <T>(email: string, work: (ctx: Ctx) => Promise<T>) => w.as(email, work)
const staffHome = () => w.asWorker(getHome) as Promise<StaffHome>

describe("A draft", () => {
  const draft = { form: "session.new", values: { note: "Half a sentence", groupIds: ["a"] } }

  it("is kept for who typed it, newest words only, until it is thrown away", async () => {
    await w.asWorker((ctx) => keepDraft(ctx, draft))
    await w.asWorker((ctx) => keepDraft(ctx, { ...draft, values: { note: "More" } }))
    const kept = await w.asWorker((ctx) => listDrafts(ctx, "session.new"))
    expect(kept.map((one) => one.values)).toEqual([{ note: "More" }])
    expect(await w.asManager((ctx) => listDrafts(ctx, "session.new"))).toEqual([])
    await w.asWorker((ctx) => dropDraft(ctx, "session.new"))
    expect(await w.asWorker((ctx) => listDrafts(ctx, "session.new"))).toEqual([])
  })

  it("is not for visitors", async () => {
    await expect(w.asPublic((ctx) => keepDraft(ctx, draft))).rejects.toThrow(NotAllowed)
  })
})

describe("An unfinished session", () => {
  const keep = { draft: "session.new", button: "draft", note: "Half a thought", "on.quick": "today" }

  it("is kept by a button, offered on the home page, filled in again, and gone once it is recorded", async () => {
    await at("worker@ribble.example", (ctx) => keepOrRecord(ctx, keepOrRecordInput.parse(keep)))
    expect((await staffHome()).drafts).toMatchObject([{ about: "Half a thought" }])
    const form = await at("worker@ribble.example", (ctx) => getNewSession(ctx, {}))
    expect(form.values).toMatchObject({ note: "Half a thought", minutes: "30" })
    const whole = {
      draft: form.form,
      button: "save",
      kind: "visit",
      note: "A whole thought",
      groupIds: [w.foodbank.id],
    }
    await at("worker@ribble.example", (ctx) => keepOrRecord(ctx, keepOrRecordInput.parse(whole)))
    expect((await staffHome()).drafts).toEqual([])
    expect((await at("worker@ribble.example", (ctx) => getNewSession(ctx, {}))).values).toMatchObject({
      kind: "visit",
    })
  })

  it("is kept apart for each group it was begun from", async () => {
    const from = (group: string) => at("worker@ribble.example", (ctx) => getNewSession(ctx, { group }))
    const form = await from(w.choir.id)
    expect(form).toMatchObject({ from: w.choir.id, chosen: [w.choir], draft: null })
    await at("worker@ribble.example", (ctx) =>
      keepOrRecord(ctx, keepOrRecordInput.parse({ ...keep, draft: form.form, groupIds: [w.choir.id] })),
    )
    expect((await from(w.choir.id)).draft).toMatchObject({ about: "Half a thought" })
    expect(await from(w.foodbank.id)).toMatchObject({ draft: null, others: [{ group: w.choir.id }] })
  })

  it("is not for trustees, and a group of another LIO is not filled in", async () => {
    await expect(at("viewer@ribble.example", (ctx) => getNewSession(ctx, {}))).rejects.toThrow(NotAllowed)
    expect(
      await at("worker@ribble.example", (ctx) => getNewSession(ctx, { group: w.stranger.id })),
    ).toMatchObject({ chosen: [], from: undefined })
  })

  it("of a regular one begin as the one before: with whom and how long, not what was said", async () => {
    const before = await at("manager@ribble.example", (ctx) =>
      recordSession(
        ctx,
        recordSessionInput.parse({
          ...{ groupIds: [w.choir.id], kind: "meeting", minutes: "other", minutesOther: "45", note: "June" },
          personIds: [w.member.id],
        }),
      ),
    )
    const form = await at("manager@ribble.example", (ctx) => getNewSession(ctx, { like: before.id }))
    expect(form.chosen).toMatchObject([{ id: w.choir.id }])
    expect(form.values).toMatchObject({
      ...{ kind: "meeting", minutes: "other", minutesOther: "45" },
      personIds: [w.member.id],
    })
    expect(form.values).not.toHaveProperty("note")
    const gone = { like: "00000000-0000-4000-8000-000000000000" }
    await expect(at("manager@ribble.example", (ctx) => getNewSession(ctx, gone))).rejects.toThrow(NotFound)
  })
})
