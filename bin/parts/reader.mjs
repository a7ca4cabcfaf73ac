// Reads the words of PDF and Word files in a process of its own: a file that stops it, or fills its memory, stops nothing else.
import { Unzip, UnzipInflate } from "fflate"
import { extractText, getDocumentProxy } from "unpdf"

const MOST_LETTERS = 200_000
const MOST_PAGES = 300
/** The text of a Word file, unpacked: a small file can unpack to gigabytes. */
const MOST_UNPACKED = 20_000_000
const TEXT_OF_WORD = /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/
const PIECE = 64 * 1024
const TOO_LONG = "Too long"

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const decoded = (xml) =>
  xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, number, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(number)
    return code <= 0x10ffff ? String.fromCodePoint(code) : " "
  })

/** The words in the XML of Word: paragraphs, tabs and breaks part them, runs do not. */
const wordsOf = (xml) =>
  decoded(
    xml.replace(/<(?:\/w:p|w:tab|w:br|w:cr|\/w:tc)\b[^>]{0,2000}>/g, " ").replace(/<[^>]{0,20000}>/g, ""),
  )

function readWord(bytes) {
  const parts = []
  let unpacked = 0
  const unzip = new Unzip((file) => {
    if (!TEXT_OF_WORD.test(file.name)) return
    const decoder = new TextDecoder()
    let xml = ""
    file.ondata = (trouble, data, last) => {
      if (trouble) throw trouble
      unpacked += data.length
      if (unpacked > MOST_UNPACKED) throw new Error(TOO_LONG)
      xml += decoder.decode(data, { stream: !last })
      if (last) parts.push(wordsOf(xml))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += PIECE)
    unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
  if (parts.length === 0) throw new Error("No text of Word in it")
  return parts.join(" ")
}

async function readPdf(bytes) {
  // Nothing in the file is run, drawn or fetched.
  const pdf = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  })
  if (pdf.numPages > MOST_PAGES) throw new Error(TOO_LONG)
  const { text } = await extractText(pdf, { mergePages: true })
  return text
}

const whyUnread = (trouble) =>
  trouble?.name === "PasswordException" ? "locked" : trouble?.message === TOO_LONG ? "long" : "damaged"

async function read({ type, bytes }) {
  const text =
    type === "application/pdf" ? await readPdf(new Uint8Array(bytes)) : readWord(new Uint8Array(bytes))
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toWellFormed()
    .slice(0, MOST_LETTERS)
}

process.on("message", async (asked) => {
  const answer = await read(asked).then(
    // A scan has no words.
    (words) => (words ? { words } : { words: null, why: "empty" }),
    (trouble) => ({ words: null, why: whyUnread(trouble) }),
  )
  process.send(answer, () => process.exit(0))
})
process.on("disconnect", () => process.exit(0))
