import { createHash, randomInt } from "node:crypto"

/** Without those that are taken for another: 0 and O, 1, I and L. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")

/** A code that only whoever started Trellis knows, like K7QM-2XRD-9TWP. */
export const makeCode = () => [part(), part(), part()].join("-")

/** What the web process is told of it: enough to recognise it. */
export const hashOfCode = (code) => createHash("sha256").update(code.replaceAll("-", "")).digest("hex")
