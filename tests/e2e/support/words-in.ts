import { strFromU8, unzipSync } from "fflate"
import { extractText, getDocumentProxy } from "unpdf"

/** The words of an answer, whatever it is: a page, a list, a PDF, or a file that is a zip (Excel, Word). */
export async function wordsIn(bytes: Buffer): Promise<string> {
  const begins = bytes.subarray(0, 4).toString("latin1")
  if (begins === "%PDF") {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    return text
  }
  if (begins === "PK\u0003\u0004")
    return Object.values(unzipSync(new Uint8Array(bytes)))
      .map((part) => strFromU8(part))
      .join(" ")
  return bytes.toString("utf8")
}

/** Whether a text tells a secret: a sum not as digits in the middle of an id, of which pages are full. */
export const tells = (words: string, secret: string) =>
  /^\d+$/.test(secret)
    ? new RegExp(`(?<![0-9a-f-])${secret}(?![0-9a-f-])`).test(words)
    : words.includes(secret)
