import { say } from "../../words"

/** Characters that are not seen, turn the order of reading round, or mean a place on a disk. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff/\\:*?"<>|]/gu
const LONGEST = 150

/** A file's name as it is kept: what people called it, harmless, with the ending that its content has. */
export function harmlessName(given: string, ending: string): string {
  const plain = given.normalize("NFC").toWellFormed().replace(HARMFUL, " ").replace(/\s+/g, " ").trim()
  const stem = plain.replace(/\.[\p{L}\p{N}]{1,5}$/u, "").replace(/^[.\s]+|[.\s]+$/g, "")
  return `${[...stem].slice(0, LONGEST).join("").trim() || say("File")}.${ending}`
}
