// Sets documents as PDF in a process of its own: a text that stops Typst stops nothing else, and pages are answered meanwhile.
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { FAMILIES, FONTS, unknownIn } from "./printer-fonts.mjs"

const KEPT_FOR = 4
/** What Typst has read stays in memory, 40 MB for fifty pages: from so many bytes on another printer takes over. */
const MOST = 220_000_000

/** An empty folder of its own: it gets no files, no packages and no network. */
const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: FONTS }],
  workspace: mkdtempSync(path.join(tmpdir(), "trellis-printer-")),
})

/** The signs that PDF/UA refuses, as Typst names them. */
const refusedSigns = (said) =>
  [...said.matchAll(/(?:the text|codepoint) `\\?"(.+?)\\?"`/g)].flatMap(([, text]) => [
    ...text
      .replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/\\+(.)/g, "$1"),
  ])

function set({ template, paper }) {
  const signs = unknownIn(paper)
  if (signs.length > 0) return { signs }
  const inputs = { d: paper, fonts: JSON.stringify(FAMILIES) }
  const done = compiler.compile({ mainFileContent: template, inputs })
  if (!done.result) return { problem: JSON.stringify(done.takeDiagnostics()?.shortDiagnostics ?? []) }
  try {
    return { bytes: compiler.pdf(done.result, { pdfStandard: "ua-1" }) }
  } catch (refusal) {
    const refused = refusedSigns(String(refusal?.message))
    return refused.length > 0 ? { signs: refused } : { problem: String(refusal?.message) }
  } finally {
    compiler.evictCache(KEPT_FOR)
  }
}

process.on("message", (asked) =>
  process.send(set(asked), () => {
    if (process.memoryUsage.rss() > MOST) process.exit(0)
  }),
)
process.on("disconnect", () => process.exit(0))
