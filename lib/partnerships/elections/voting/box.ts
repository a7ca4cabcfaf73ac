import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, randomInt } from "node:crypto"
import { shuffled } from "../../../consultations/sealed"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"

/**
 * The box of an election while it is open (decision 060). It has as many places as the roll has groups, all of one size, empty
 * or not, and is locked as a whole by a key that is made of a secret in the data folder and a salt of its own. It is written
 * anew in another order with each vote: its size, its age and two copies of it tell nothing but that somebody voted.
 */
export type Place = { mark: Buffer | null; preferences: number[] }

/** So many can stand: each takes one byte of a place. */
export const MOST_CANDIDATES = 60
const MARK = 32
const SIZE = 1 + MARK + 1 + MOST_CANDIDATES
const CIPHER = "aes-256-gcm"
const NONCE = 12
const TAG = 16

/** What is said where the secret isn’t the one that the box was locked with. */
const otherSecret = () => {
  const broken = new RuleBroken(
    say(
      "We can’t open the ballot box just now: it was locked with a different secret from the one our server has today. Please tell us so we can put it right.",
    ),
  )
  broken.cause = new Error("SEAL_SECRET isn’t the one that this ballot box was locked with.")
  return broken
}

function keyFrom(salt: string) {
  const secret = process.env.SEAL_SECRET
  if (!secret) throw new Error("SEAL_SECRET is not set.")
  const made = Buffer.from(hkdfSync("sha256", secret, Buffer.from(salt, "base64"), "trellis-ballots", 64))
  return { lock: made.subarray(0, 32), proof: made.subarray(32).toString("base64") }
}

/** Whether a box with this salt can be opened by the secret of today. */
export const canOpen = (kept: string) => {
  const [salt = "", proof = ""] = kept.split(".")
  return keyFrom(salt).proof === proof
}

const lockOf = (kept: string) => {
  if (!canOpen(kept)) throw otherSecret()
  return keyFrom(kept.split(".")[0] ?? "").lock
}

const written = ({ mark, preferences }: Place) => {
  const place = Buffer.alloc(SIZE)
  if (!mark) return place
  place[0] = 1
  mark.copy(place, 1)
  place[1 + MARK] = preferences.length
  for (const [at, preference] of preferences.entries()) place[2 + MARK + at] = preference
  return place
}

function read(place: Buffer): Place {
  if (place[0] === 0) return { mark: null, preferences: [] }
  const count = place[1 + MARK] ?? 0
  return {
    mark: Buffer.from(place.subarray(1, 1 + MARK)),
    preferences: [...place.subarray(2 + MARK, 2 + MARK + count)],
  }
}

/** Locks a box, its places in an order that nothing follows from. */
export function lockBox(kept: string, electionId: string, places: Place[]): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, lockOf(kept), nonce).setAAD(Buffer.from(electionId))
  const whole = Buffer.concat(shuffled(places).map(written))
  const locked = Buffer.concat([cipher.update(whole), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), locked])
}

/** Opens a box. RuleBroken where the secret isn’t the one it was locked with. */
export function openBox(kept: string, electionId: string, box: Buffer): Place[] {
  try {
    const cipher = createDecipheriv(CIPHER, lockOf(kept), box.subarray(0, NONCE))
      .setAAD(Buffer.from(electionId))
      .setAuthTag(box.subarray(NONCE, NONCE + TAG))
    const whole = Buffer.concat([cipher.update(box.subarray(NONCE + TAG)), cipher.final()])
    return Array.from({ length: whole.length / SIZE }, (_, at) =>
      read(whole.subarray(at * SIZE, (at + 1) * SIZE)),
    )
  } catch {
    throw otherSecret()
  }
}

/** A box with nothing in it, for so many groups, and the salt of its key. */
export function newBox(electionId: string, groups: number): { salt: string; locked: Buffer } {
  const bare = randomBytes(32).toString("base64")
  const salt = `${bare}.${keyFrom(bare).proof}`
  const empty = Array.from({ length: groups }, (): Place => ({ mark: null, preferences: [] }))
  return { salt, locked: lockBox(salt, electionId, empty) }
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

/** A receipt code, as somebody can write it down: 100 bits in five parts. */
export const newCode = () =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-")

/** A code as it was typed, as it was given: capital letters in parts of four; null when it is none. */
export function codeIn(typed: string | null | undefined): string | null {
  const letters = (typed ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "")
  return letters.length === 20 ? (letters.match(/.{4}/g)?.join("-") ?? null) : null
}

/** What stands for a code in the box: nobody finds the code from it. */
export const markOf = (electionId: string, code: string) =>
  createHash("sha256").update(`${electionId}/${code}`).digest()

/** How many letters fill up a page that shows a ballot, at the most. */
const FILL = 1024

/**
 * What makes a page that shows a ballot as long as chance has it, so that the size of an answer, which web servers write into
 * their logs, doesn’t tell whose name stands on it. It follows from what only its voter has: looking again tells no more.
 */
export function fillingFor(code: string, chosen: readonly string[]): string {
  const seed = Buffer.from(hkdfSync("sha256", code, chosen.join(" "), "trellis-filling", FILL / 2 + 2))
  return seed.toString("hex", 2, 2 + (seed.readUInt16BE(0) % (FILL / 2)))
}

/** Those who stand in the order of one voter’s ballot: another for each, and the same whenever they open it. */
export function inOrderFor<T extends { id: string }>(rollId: string, standing: readonly T[]): T[] {
  const at = ({ id }: T) => createHash("sha256").update(`${rollId}/${id}`).digest("hex")
  return standing.toSorted((one, other) => (at(one) < at(other) ? -1 : 1))
}
