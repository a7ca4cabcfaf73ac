import { deflateSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { strToU8, zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { pdfOf } from "@/db/seed/story/pdf"
import { NotAllowed } from "@/lib/errors"
import { addFiles, removeFile } from "@/lib/files/commands"
import { readUpload } from "@/lib/files/reading/content"
import { addResource } from "@/lib/resources/commands"
import { addResourceInput } from "@/lib/resources/input"
import { getResource } from "@/lib/resources/queries"
import { keepWords, listUnread, readResourceFiles } from "@/lib/resources/reading/commands"
import { readWords } from "@/lib/resources/reading/reader"
import { unreadInWords } from "@/lib/resources/words"
import { findEverywhere } from "@/lib/search/queries"
import { world } from "./support/world"

const w = await world()
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
const docx = (body: string) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    "word/media/secret.xml": strToU8("<w:t>never</w:t>"),
  })
const word = (body: string) => readWords({ type: WORD, bytes: docx(body) })
const pdf = (bytes: Uint8Array) => readWords({ type: "application/pdf", bytes })

/** A PDF of one page whose content unpacks to so many megabytes. */
function swollenPdf(megabytes: number): Uint8Array {
  const stream = deflateSync(
    Buffer.concat([Buffer.from("BT /F1 9 Tf (Hello) Tj ET"), Buffer.alloc(megabytes * 1024 * 1024, " ")]),
  )
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
        `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n` +
        `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
    ),
    stream,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
  ])
}

/** A PDF whose words can’t be had without a password: no empty one fits this key. */
const lockedPdf = () =>
  Buffer.from(
    pdfOf("Hall", ["Bring the samovar back"])
      .toString("latin1")
      .replace(
        /trailer\s*<</,
        `trailer << /ID [<${"ab".repeat(16)}> <${"ab".repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${"17".repeat(32)}> /U <${"29".repeat(32)}> >>`,
      ),
    "latin1",
  )

const unread = (why: string) => ({ words: null, why })
describe("The words of a file", () => {
  it("are read from PDF and Word files, and nothing else of them", async () => {
    expect((await pdf(pdfOf("Our rota", ["Who brings the samovar?"]))).words).toContain(
      "Who brings the samovar?",
    )
    expect(
      await word(
        "<w:p><w:r><w:t>Tea</w:t></w:r><w:r><w:t>pot</w:t></w:r></w:p><w:p><w:t>R&amp;D &#233;</w:t></w:p>",
      ),
    ).toEqual({ words: "Teapot R&D é" })
  })

  it("are not read from what is damaged, locked, a scan or no Word file, each with the reason", async () => {
    expect(await pdf(Buffer.from("%PDF-1.4 nothing"))).toEqual(unread("damaged"))
    expect(await pdf(lockedPdf())).toEqual(unread("locked"))
    expect(await word("<w:p/>")).toEqual(unread("empty"))
    expect(await readWords({ type: WORD, bytes: Buffer.from("PK nothing") })).toEqual(unread("damaged"))
    expect(await readWords({ type: WORD, bytes: zipSync({ "a.txt": strToU8("a") }) })).toEqual(
      unread("damaged"),
    )
    const broken = docx("<w:p><w:t>Half of it is missing</w:t></w:p>").slice(0, 120)
    expect(await readWords({ type: WORD, bytes: broken })).toEqual(unread("damaged"))
    // A Word file with a password is no archive any more.
    const locked = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)])
    expect(await readWords({ type: WORD, bytes: locked })).toEqual(unread("damaged"))
    await expect(readUpload({ name: "Rota.docx", bytes: locked })).rejects.toThrow("locked with a password")
  })

  it("stay unread where a small file swells, and the worker goes on", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(100 * 1024 * 1024) }, { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await readWords({ type: WORD, bytes: bomb })).toEqual(unread("long"))
    expect(await pdf(swollenPdf(1))).toEqual({ words: "Hello" })
    expect(await pdf(swollenPdf(900))).toEqual(unread("long"))
    expect(await word("<w:p><w:t>Still here</w:t></w:p>")).toEqual({ words: "Still here" })
  }, 60_000)
})

describe("A resource", () => {
  it("is found by the words in its files, by those who can open it, until the file is removed", async () => {
    const add = (title: string, openTo: string) =>
      w.asWorker((ctx) => addResource(ctx, addResourceInput.parse({ title, kind: "form", openTo })))
    const put = async (id: string, name: string, bytes: Uint8Array) => {
      const uploads = [await readUpload({ name, bytes })]
      await w.asWorker((ctx) =>
        addFiles(ctx, { onKind: "resource", onId: id, kind: "other", runsUntil: null, uploads }),
      )
      const [file] = await w.system((ctx) =>
        ctx.tx.execute<{ id: string; digest: string }>(
          sql`select id, digest from files where on_id = ${id} order by added_at desc limit 1`,
        ),
      )
      return file ?? { id: "", digest: "" }
    }
    const open = await add("Hall hire", "members")
    const inside = await add("Our own notes", "staff")
    const file = await put(open.id, "hall.pdf", pdfOf("Hall", ["Bring the samovar back"]))
    await put(inside.id, "notes.pdf", pdfOf("Notes", ["The samovar leaks"]))
    const locked = await put(inside.id, "locked.pdf", lockedPdf())
    expect(await readResourceFiles("ribble")).toBe(2)
    expect(await readResourceFiles("ribble")).toBe(0)
    const found = async (as: typeof w.asMember) =>
      (await as((ctx) => findEverywhere(ctx, "samovar", { kinds: ["resource"], most: 9 })))
        .map(({ title }) => title)
        .sort()
    expect(await found(w.asMember)).toEqual(["Hall hire"])
    expect(await found(w.asWorker)).toEqual(["Hall hire", "Our own notes"])
    expect((await w.asViewer((ctx) => getResource(ctx, inside.id))).unreadFiles).toEqual([
      { digest: locked.digest, why: "locked" },
    ])
    expect(unreadInWords("locked.pdf", "locked")).toContain("locked with a password")
    await w.asWorker((ctx) => removeFile(ctx, { id: file.id }))
    expect(await readResourceFiles("ribble")).toBe(1)
    expect(await found(w.asMember)).toEqual([])
  }, 60_000)

  it("has its words kept by the system alone", async () => {
    await expect(w.asManager(listUnread)).rejects.toThrow(NotAllowed)
    await expect(w.asManager((ctx) => keepWords(ctx, { id: w.worker.id, of: "" }, []))).rejects.toThrow(
      NotAllowed,
    )
  })
})
