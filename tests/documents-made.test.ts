import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asPublic } from "@/lib/access/doors"
import { askForFile, findMade, makeWaiting } from "@/lib/documents/making/commands"
import { digestOf, fileName } from "@/lib/documents/making/write"
import type { Document } from "@/lib/documents/model"
import { retention } from "@/lib/documents/retention"
import { documentOf, paragraph, readPdf } from "./support/documents"
import { world } from "./support/world"

const w = await world()
const short = documentOf([paragraph("Two lines")])
const long = documentOf(
  Array.from({ length: 100 }, (_, at) => paragraph(`${at} ${"long words ".repeat(60)}`)),
)
const ask = (document: Document, audience: "public" | "staff" = "public") =>
  askForFile(w.asPublicSaving, { document, form: "pdf", audience })

describe("A document as a file", () => {
  it("is made once for what it says, and anew when it says something else", async () => {
    const first = await ask(short)
    expect(first.bytes?.subarray(0, 5).toString()).toBe("%PDF-")
    const again = await ask(structuredClone(short))
    expect(again.bytes?.equals(first.bytes as Buffer)).toBe(true)
    expect((await ask({ ...short, title: "Another" })).digest).not.toBe(first.digest)
    const rows = await w.system((ctx) => ctx.tx.execute(sql`select 1 from made_documents`))
    expect(rows).toHaveLength(2)
  })

  it("is made by the worker when it is long, and whoever asked finds it then", async () => {
    const asked = await ask(long)
    expect(asked).toMatchObject({ bytes: null, failed: false })
    const jobs = await w.operator`select payload from graphile_worker._private_jobs`
    expect(JSON.stringify(jobs)).toContain(asked.digest)
    await makeWaiting("ribble", { digest: asked.digest, form: "pdf" })
    const made = await w.asPublic((ctx) => findMade(ctx, asked))
    expect((await readPdf(made?.bytes as Buffer)).pages).toBeGreaterThan(10)
    // Asked for twice, it is made once.
    await makeWaiting("ribble", { digest: asked.digest, form: "pdf" })
  })

  it("is for those it is for, in its own LIO", async () => {
    const staff = documentOf([paragraph("For staff")])
    await askForFile(w.asManager, { document: staff, form: "pdf", audience: "staff" })
    const which = { digest: digestOf(staff), form: "pdf" as const }
    expect(await w.asViewer((ctx) => findMade(ctx, which))).not.toBeNull()
    expect(await w.asPublic((ctx) => findMade(ctx, which))).toBeNull()
    expect(await w.asLead((ctx) => findMade(ctx, which))).toBeNull()
    expect(
      await asPublic("other", (ctx) => findMade(ctx, { digest: digestOf(short), form: "pdf" })),
    ).toBeNull()
  })

  it("says so when it can’t be made, and goes after a time", async () => {
    const broken = documentOf([{ kind: "figure", picture: { form: "png", bytes: "no picture" }, alt: "x" }])
    expect(await ask(broken)).toMatchObject({ bytes: null, failed: true })
    expect(await ask(broken)).toMatchObject({ failed: true })
    const later = new Date(Date.now() + 86_400_000)
    expect(await w.system((ctx) => retention[0]?.clear(ctx, later) ?? Promise.resolve(0))).toBeGreaterThan(3)
    expect(await w.asPublic((ctx) => findMade(ctx, { digest: digestOf(short), form: "pdf" }))).toBeNull()
  })

  it("has a name that people can read, whatever its title", () => {
    expect(fileName(short, "docx")).toBe("How to begin (Version 3).docx")
    expect(fileName({ ...short, title: '../../etc/"passwd"\r\n: <b>' }, "pdf")).toBe(
      ".. .. etc passwd b (Version 3).pdf",
    )
    expect(fileName({ ...short, title: "Llety’r Ŵyl" }, "pdf")).toBe("Llety’r Ŵyl (Version 3).pdf")
  })
})
