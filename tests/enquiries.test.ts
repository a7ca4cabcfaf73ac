import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { answerEnquiry, reopenEnquiry, taskOfEnquiry } from "@/lib/enquiries/commands"
import { tellInput } from "@/lib/enquiries/input"
import { countEnquiries, listDoneEnquiries, listWaitingEnquiries } from "@/lib/enquiries/queries"
import { retention } from "@/lib/enquiries/retention"
import { tellFrom } from "@/lib/enquiries/telling/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addFiles } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { waiting } from "@/lib/home/waiting"
import { undoAct } from "@/lib/undo/commands"
import { world } from "./support/world"

const w = await world()
let next = 0
const said = (more: Record<string, unknown> = {}) =>
  tellInput.parse({
    name: "Nia New",
    email: "nia@new.example",
    about: "A repair café",
    place: "Whalley",
    ...more,
  })
const tell = (more?: Record<string, unknown>, from = `192.0.2.${next++ % 200}`) =>
  tellFrom("ribble", said(more), from)
const waitingNow = () => w.asWorker((ctx) => listWaitingEnquiries(ctx))
const idOf = async (about: string) => (await waitingNow()).find((one) => one.about === about)?.id ?? ""

describe("Telling an LIO about a group", () => {
  it("arrives on its home page and in its list, once however often it is sent", async () => {
    await tell()
    await tell()
    const [one, ...others] = await waitingNow()
    expect(others).toEqual([])
    expect(one).toMatchObject({
      name: "Nia New",
      email: "nia@new.example",
      about: "A repair café",
      place: "Whalley",
    })
    expect(await w.asWorker(countEnquiries)).toBe(1)
    expect(await w.asViewer((ctx) => waiting.home?.(ctx) ?? Promise.resolve(0))).toBe(1)
    expect(await w.asOtherManager((ctx) => listWaitingEnquiries(ctx))).toEqual([])
    const events = await w.system((ctx) =>
      ctx.tx.execute<{ summary: string; to: unknown }>(
        "select summary, \"to\" from events where what = 'enquiry.made'",
      ),
    )
    expect(events).toMatchObject([{ summary: "An enquiry from Whalley" }])
    expect(JSON.stringify(events)).not.toContain("repair")
  })

  it("needs a way to answer, and takes an email address or a telephone number", () => {
    for (const wrong of [{ email: "", phone: "" }, { name: " " }, { about: "" }, { email: "no address" }])
      expect(tellInput.safeParse({ ...said(), ...wrong }).success).toBe(false)
    expect(tellInput.safeParse({ ...said(), email: "", phone: "01632 960 001" }).success).toBe(true)
  })

  it("is refused when it comes very often, from one address or from one place", async () => {
    for (let n = 0; n < 3; n++) await tell({ email: "often@new.example", about: `Often ${n}` })
    await expect(tell({ email: "often@new.example", about: "Often again" })).rejects.toThrow(RuleBroken)
    for (let n = 0; n < 20; n++)
      await tell({ email: `many${n}@new.example`, about: `Many ${n}` }, "198.51.100.7")
    await expect(tell({ email: "many@new.example", about: "Many" }, "198.51.100.7")).rejects.toThrow(
      RuleBroken,
    )
  })

  it("by a program that fills in every field is thrown away", async () => {
    const before = await w.asWorker(countEnquiries)
    await tell({ email: "bot@new.example", company: "Buy now", about: "Cheap pills" })
    expect(await idOf("Cheap pills")).toBe("")
    expect((await waitingNow()).length).toBe(before)
  })

  it("is only for its staff to read, and for workers to deal with", async () => {
    const id = await idOf("A repair café")
    for (const as of [w.asLead, w.asPublic]) {
      await expect(as((ctx) => listWaitingEnquiries(ctx))).rejects.toThrow(NotAllowed)
      expect(await as((ctx) => ctx.tx.execute("select * from enquiries"))).toEqual([])
    }
    for (const as of [w.asLead, w.asPublic, w.asViewer])
      await expect(as((ctx) => answerEnquiry(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => answerEnquiry(ctx, { id }))).rejects.toThrow(NotFound)
  })
})

describe("An enquiry", () => {
  it("is dealt with once, and opened again by Undo", async () => {
    const id = await idOf("A repair café")
    await w.asWorker((ctx) => answerEnquiry(ctx, { id }))
    expect(await idOf("A repair café")).toBe("")
    await expect(w.asManager((ctx) => answerEnquiry(ctx, { id }))).rejects.toThrow(RuleBroken)
    expect((await w.asWorker(listDoneEnquiries))[0]).toMatchObject({
      id,
      doneBy: "Wendy Worker",
      tasked: false,
    })
    await w.asWorker((ctx) => undoAct(ctx, { what: "enquiry", id }))
    expect(await idOf("A repair café")).toBe(id)
    await expect(w.asWorker((ctx) => reopenEnquiry(ctx, { id }))).rejects.toThrow(RuleBroken)
  })

  it("becomes a task of whoever makes it one", async () => {
    const id = await idOf("A repair café")
    const { task } = await w.asWorker((ctx) => taskOfEnquiry(ctx, { id }))
    expect(task.what).toMatch(/^Answer the enquiry of \d+ \w+ 20\d\d from Whalley: see Enquiries$/)
    expect((await w.asWorker(listDoneEnquiries))[0]).toMatchObject({ id, tasked: true })
  })

  it("leaves nothing of whoever asked in tasks and in the history, which are kept for good", async () => {
    const kept = await w.system((ctx) =>
      Promise.all(
        ["tasks", "events", "event_people"].map((table) =>
          ctx.tx.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`),
        ),
      ),
    )
    expect(kept.every((rows) => rows.length > 0)).toBe(true)
    expect(JSON.stringify(kept)).toContain("from Whalley")
    expect(JSON.stringify(kept)).not.toMatch(/@new\.example|Nia New|repair|01632 960 001/i)
  })

  it("goes a year after it was dealt with, and not before", async () => {
    const [rule] = retention
    const clear = (days: number) =>
      w.system((ctx) => rule?.clear(ctx, new Date(Date.now() + days * 86_400_000)) ?? Promise.resolve(-1))
    const [done] = await w.asWorker(listDoneEnquiries)
    const onId = done?.id ?? ""
    const uploads = [await readUpload({ name: "Their letter.txt", bytes: Buffer.from("Dear all\n") })]
    await w.asWorker((ctx) =>
      addFiles(ctx, { onKind: "enquiry", onId, kind: "other", runsUntil: null, uploads }),
    )
    const filesKept = () =>
      w.system(({ tx }) =>
        tx.execute(sql`select from files where on_id = ${onId}::uuid and removed_at is null`),
      )
    expect(rule?.days).toBe(365)
    expect(await clear(-1)).toBe(0)
    expect(await filesKept()).toHaveLength(1)
    expect(await clear(1)).toBe(1)
    expect(await filesKept()).toHaveLength(0)
    expect(await w.asWorker(countEnquiries)).toBeGreaterThan(0)
  })
})
