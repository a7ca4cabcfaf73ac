import { describe, expect, it } from "vitest"
import { GET as DATA } from "@/app/[lio]/representations/[id]/[version]/data/route"
import { GET as FILE } from "@/app/[lio]/representations/[id]/[version]/file/[form]/route"
import { checkFrozen } from "@/bin/archive/frozen"
import { atOneMoment, ownerSql } from "@/bin/archive/tables"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { NotFound } from "@/lib/errors"
import { addAsk, changeAsk, dropAsk } from "@/lib/representations/asks/commands"
import { anchorOf } from "@/lib/representations/paper"
import { withdrawVersion } from "@/lib/representations/publishing/commands"
import { addPart, changePart } from "@/lib/representations/text/commands"
import { getChanges } from "@/lib/representations/versions/changes/queries"
import { listPapers } from "@/lib/representations/versions/queries"
import { readPdf, readWord } from "./support/documents"
import { papers } from "./support/papers"

const { w, closedOne, sentOne, publish, send, paper, reply } = await papers()

const fetchFile = (id: string, version: string, form: string, lio = "ribble") =>
  (form === "json" ? DATA : FILE)(
    new Request(`http://localhost/${lio}/representations/${id}/${version}.${form}`),
    {
      params: Promise.resolve({ lio, id, version, form }),
    },
  )
const json = async (id: string, version = "1") => (await fetchFile(id, version, "json")).json()
const words = async (id: string, version: string, form: "pdf" | "docx") => {
  const bytes = Buffer.from(await (await fetchFile(id, version, form)).arrayBuffer())
  return form === "pdf"
    ? String((await readPdf(bytes)).words)
    : (readWord(bytes)["word/document.xml"] ?? "").replace(/<[^>]+>/g, "")
}
const consent = (of: string, quotable: boolean) =>
  w.asLead((ctx) => changeConsent(ctx, { id: of, group: w.foodbank.id, quotes: quotable ? "public" : "no" }))

describe("A version’s files", () => {
  it("say the same, with its address, its fingerprint and that it was sent, whichever form they have", async () => {
    const { id } = await sentOne()
    const { digest } = await paper(id)
    const data = await json(id)
    expect(data).toMatchObject({ digest, version: 1, withdrawn: null })
    expect(data.address).toMatch(new RegExp(`/ribble/representations/${id}/1$`))
    for (const form of ["pdf", "docx"] as const) {
      const said = (await words(id, "1", form)).replace(/\s+/g, "")
      expect(said).toContain(digest.slice(0, 20))
      for (const part of [
        "Run a late bus.",
        "Nobody came back.",
        "This is the version sent on",
        "groups were asked",
      ])
        expect(said).toContain(part.replace(/\s+/g, ""))
    }
  }, 60_000)

  it("aren’t there for versions and papers that aren’t, nor under another LIO’s name", async () => {
    const { id } = await sentOne()
    for (const [version, form, lio] of [
      ["2", "json", "ribble"],
      ["0", "json", "ribble"],
      ["1", "json", "other"],
      ["1", "pdf", "other"],
      ["1", "exe", "ribble"],
    ] as const)
      expect((await fetchFile(id, version, form, lio)).status, `${version} ${form} ${lio}`).toBe(404)
  })

  it("say only that it was withdrawn and why, once it was", async () => {
    const { id } = await sentOne()
    await w.asWorker((ctx) => withdrawVersion(ctx, { id, version: 1, reason: "A wrong number." }))
    const gone = await fetchFile(id, "1", "json")
    expect(gone.status).toBe(410)
    expect(await gone.json()).toMatchObject({ content: null, withdrawn: { reason: "A wrong number." } })
    const said = await words(id, "1", "pdf")
    expect(said).toContain("A wrong number.")
    expect(said).not.toContain("late bus")
  }, 60_000)
})

describe("A quotation", () => {
  it("is taken out of every version and form on the day consent is withdrawn, and says so in its place", async () => {
    const { id, of, ask, bank } = await sentOne()
    const quote = "Nobody came back."
    expect(JSON.stringify(await json(id))).toContain(quote)
    await consent(of.id, false)
    const data = JSON.stringify(await json(id))
    expect(data).not.toContain(quote)
    expect((await paper(id)).content?.asks[0]?.removed).toEqual([
      { on: expect.stringMatching(/^\d{4}-/), why: "consent" },
    ])
    const said = await words(id, "1", "pdf")
    expect(said).not.toContain(quote)
    expect(said.replace(/\s+/g, " ")).toContain("A quotation was removed here on")
    const kept = await w.operator.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
      return tx`select passage_id, restored_at from quote_redactions where representation_id = ${id}`
    })
    expect([...kept]).toEqual([{ passage_id: bank, restored_at: null }])
    await consent(of.id, true)
    expect((await paper(id)).content?.asks[0]?.removed).toEqual([])
    expect(anchorOf.quote(bank, ask)).toMatch(/^quote-[0-9a-f]{8}-[0-9a-f]{8}$/)
  }, 60_000)
})

describe("What changed between two versions", () => {
  it("is said place by place: added, taken out, reworded", async () => {
    const { id, ask } = await closedOne()
    const add = (text: string) => w.asWorker((ctx) => addAsk(ctx, { representationId: id, text, why: null }))
    const second = await add("Keep the Sunday bus.")
    const part = await w.asWorker((ctx) =>
      addPart(ctx, { representationId: id, kind: "paragraph", text: "Buses stop at six." }),
    )
    await publish(id)
    await w.asWorker((ctx) => changeAsk(ctx, { id: ask, text: "Run two late buses.", why: null }))
    await w.asWorker((ctx) => dropAsk(ctx, { id: second.id }))
    await w.asWorker((ctx) => changePart(ctx, { id: part.id, text: "Buses stop at seven." }))
    const third = await add("Cheaper fares.")
    await publish(id)
    const { from, differences } = await w.asPublic((ctx) => getChanges(ctx, id, 2, null))
    expect(from).toBe(1)
    expect(differences.map(({ key, what }) => [key, what])).toEqual([
      [part.id, "reworded"],
      [ask, "reworded"],
      [third.id, "added"],
      [second.id, "gone"],
    ])
    await w.asWorker((ctx) => withdrawVersion(ctx, { id, version: 1, reason: "x" }))
    expect((await w.asPublic((ctx) => getChanges(ctx, id, 2, 1))).differences).toEqual([])
    await expect(w.asPublic((ctx) => getChanges(ctx, id, 9, null))).rejects.toThrow(NotFound)
  })
})

describe("The public list of papers", () => {
  const list = (as = w.asPublic) => as((ctx) => listPapers(ctx, 1))
  const of = async (id: string) => (await list()).papers.find((one) => one.id === id)

  it("shows those that were sent, in that version, each ask with where it stands", async () => {
    const { id, ask } = await closedOne()
    await publish(id)
    expect(await of(id)).toBeUndefined()
    await send(id, { how: "post" })
    await publish(id)
    expect(await of(id)).toMatchObject({
      ...{ version: 1, body: "Ribble Borough Council", outcome: null },
      asks: [{ id: ask, text: "Run a late bus.", reply: null }],
    })
    await reply(ask)
    expect((await of(id))?.asks[0]).toMatchObject({ reply: "partly" })
    await w.asWorker((ctx) => withdrawVersion(ctx, { id, version: 1, reason: "x" }))
    expect((await of(id))?.version).toBe(2)
    await w.asWorker((ctx) => withdrawVersion(ctx, { id, version: 2, reason: "x" }))
    expect(await of(id)).toBeUndefined()
  })

  it("holds no paper of another LIO", async () => {
    expect((await w.asOtherManager((ctx) => listPapers(ctx, 1))).papers).toEqual([])
  })
})

describe("trellis verify", () => {
  const check = async () => {
    const sql = ownerSql()
    try {
      return await atOneMoment(sql, checkFrozen)
    } finally {
      await sql.end()
    }
  }

  it("finds a version that says something else than when it was frozen", async () => {
    const { id } = await closedOne()
    await publish(id)
    await send(id, { how: "post" })
    const before = (await check()).representation_versions
    expect(before).toMatchObject({ wrong: 0 })
    expect(before?.rows).toBeGreaterThan(0)
    await w.operator.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
      await tx`alter table representation_versions disable trigger digest`
      await tx`update representation_versions set content = jsonb_set(content, '{title}', '"Forged"') where representation_id = ${id}`
      await tx`alter table representation_versions enable trigger digest`
    })
    expect((await check()).representation_versions).toMatchObject({ wrong: 1 })
  })
})
