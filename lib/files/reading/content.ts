import { createHash } from "node:crypto"
import { fileTypeFromBuffer } from "file-type"
import sharp from "sharp"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { harmlessName } from "./names"
import { FILE_TYPES, MOST_BYTES, WHAT_MAY_BE } from "./types"

/** What is kept of an upload, with its SHA-256 in hex. */
export type Content = { digest: string; type: string; bytes: Buffer }
/** An upload that was read: its harmless name, its content, and a small picture of a picture. */
export type ReadFile = { name: string; content: Content; small: Content | null; isPicture: boolean }

const PICTURES = new Set(["jpg", "png", "webp", "gif"])
/** Of more pixels than this a small file can make a server run out of memory. */
const MOST_PIXELS = 50_000_000
/** The longer side of a picture, and of its small one, in pixels. */
const LONGEST = 2_400
const SMALL = 320

const contentOf = (type: string, bytes: Buffer): Content => ({
  digest: createHash("sha256").update(bytes).digest("hex"),
  type,
  bytes,
})

/** Plain text in UTF-8 without control characters; lists are told by how they were called. */
function textEnding(bytes: Uint8Array, name: string): "csv" | "txt" | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return null
    return /\.csv$/i.test(name) ? "csv" : "txt"
  } catch {
    return null
  }
}

/** The ending that the content has, whatever the file is called; null for what may not be uploaded. */
async function endingOf(bytes: Uint8Array, name: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes)
  // Office files from before 2007 have one form in common: which program they are of is told by their name alone.
  const ending =
    found?.ext === "cfb"
      ? /\.(doc|xls|ppt)$/i.exec(name)?.[1]?.toLowerCase()
      : (found?.ext ?? textEnding(bytes, name))
  return ending && ending in FILE_TYPES ? ending : null
}

/** The picture drawn anew, so that nothing hidden in the file (where a photo was taken) stays in it; and a small one. */
async function drawnAnew(bytes: Uint8Array, name: string) {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).rotate()
    const inside = (longest: number) =>
      picture.clone().resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
    const seeThrough = (await picture.metadata()).hasAlpha
    const whole = seeThrough ? inside(LONGEST).png() : inside(LONGEST).jpeg({ quality: 85, mozjpeg: true })
    const small = inside(SMALL).flatten({ background: "#ffffff" }).jpeg({ quality: 75 })
    const [drawn, little] = await Promise.all([whole.toBuffer(), small.toBuffer()])
    return { ending: seeThrough ? "png" : "jpg", drawn, little }
  } catch {
    throw new RuleBroken(
      say("“{name}” is damaged, or far too big a picture. Save it again and upload that.", { name }),
      "file",
    )
  }
}

/**
 * Reads an upload: its type by its content, its name made harmless, pictures drawn anew without what was hidden in them.
 * RuleBroken, on the field `file`, for what is empty, too big, damaged or of a type that may not be uploaded.
 */
export async function readUpload(given: { name: string; bytes: Uint8Array }): Promise<ReadFile> {
  const { bytes } = given
  const name = harmlessName(given.name, /\.(\w{1,5})$/.exec(given.name)?.[1] ?? "").replace(/\.$/, "")
  if (bytes.length === 0) throw new RuleBroken(say("Choose a file first."), "file")
  if (bytes.length > MOST_BYTES)
    throw new RuleBroken(
      say("“{name}” has {bytes} MB. The most is {mostBytes} MB.", {
        name,
        bytes: Math.ceil(bytes.length / 1024 / 1024),
        mostBytes: MOST_BYTES / 1024 / 1024,
      }),
      "file",
    )
  if (/\.(docx|xlsx|pptx)$/i.test(given.name) && (await fileTypeFromBuffer(bytes))?.ext === "cfb")
    throw new RuleBroken(
      say("“{name}” is locked with a password. Save it without the password, and upload that.", { name }),
      "file",
    )
  const ending = await endingOf(bytes, given.name)
  if (!ending)
    throw new RuleBroken(say("We can’t take “{name}”. {whatMayBe}", { name, whatMayBe: WHAT_MAY_BE }), "file")
  if (PICTURES.has(ending)) {
    const { ending: drawnAs, drawn, little } = await drawnAnew(bytes, name)
    const { type = "" } = FILE_TYPES[drawnAs] ?? {}
    return {
      name: harmlessName(given.name, drawnAs),
      content: contentOf(type, drawn),
      small: contentOf("image/jpeg", little),
      isPicture: true,
    }
  }
  const { type = "" } = FILE_TYPES[ending] ?? {}
  return {
    name: harmlessName(given.name, ending),
    content: contentOf(type, Buffer.from(bytes)),
    small: null,
    isPicture: false,
  }
}
