import { createHash } from "node:crypto"
import type { Document, Form } from "../model"
import { writePdf } from "../pdf/write"
import { linesOf } from "../text"
import { writeWord } from "../word/write"

/** Goes up when the same document comes out otherwise than before: what was made so far is then made anew. */
const WRITERS = 1
/** From so many letters on a document is long: above fifteen pages. */
const LONG = 40_000

/** SHA-256 of all that a document says, and of how it is written. */
export const digestOf = (document: Document) =>
  createHash("sha256")
    .update(JSON.stringify([WRITERS, document]))
    .digest("hex")

/** Whether the worker makes it, and whoever asks waits for that. */
export const isLong = ({ blocks }: Document) =>
  linesOf(blocks).reduce((letters, line) => letters + line.length, 0) > LONG

/** A document as the bytes of a file. Throws Unprintable. */
export const writeForm = async (document: Document, form: Form) =>
  (await (form === "pdf" ? writePdf(document) : writeWord(document))).bytes

/** A name for the file that people can read: "Start a group (version 3).pdf". */
export function fileName({ title, version }: Document, form: Form): string {
  const plain = `${title} (${version})`.normalize("NFC").replace(/[^\p{L}\p{M}\p{N} ().,&'’-]+/gu, " ")
  return `${plain.replace(/\s+/g, " ").trim().slice(0, 120)}.${form}`
}
