import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto"
import type { AnswerValue } from "@/db/schema/asking"
import { RuleBroken } from "../errors"
import { say } from "../words"
import type { Quotes } from "./signing/consent/words"

/**
 * Answers that are named to nobody, while the consultation is open (decision 047): each is locked by a key of this
 * consultation, made of a secret of the server that is in no backup and of a salt that is deleted at closing. The same
 * answer to the same question of the same group is locked to the same text, so that whoever compares a draft with what was
 * sent need not open either; and all answers of a kind are of one length.
 */
export type Seal = { lock: Buffer; number: Buffer }

/** Which answer it is: locked words can't be moved to another. */
type Place = { responseId: string; questionId: string }

/** Where a sealed answer keeps whether its words may be quoted: with it, for the group itself says nothing of it. */
const CONSENT = "consent"

/** Where an answer's words may be quoted, as it is kept with the answers of a version; {} where nothing is sealed. */
export const sealedConsent = (
  seal: Seal | null,
  responseId: string,
  quotes: Quotes,
): Record<string, AnswerValue> =>
  seal ? { [CONSENT]: sealed(seal, { responseId, questionId: CONSENT }, { choice: quotes }) } : {}

/** The consent that was kept so: words without a name are quoted among the groups that were asked, or nowhere. */
export const consentIn = (answers: Record<string, AnswerValue>): Quotes =>
  ["no", undefined].includes(answers[CONSENT]?.choice) ? "no" : "groups"

/** The most letters of a written answer that is sealed, so that every one takes the same room. */
const MOST_SEALED = 3000
const CIPHER = "aes-256-gcm"
const NONCE = 12
const TAG = 16
const ROOM = 13_000

/** Said in the place of locked answers that can’t be opened: whatever would go on without them would lose them. */
function otherSecret() {
  const broken = new RuleBroken(
    say(
      "We can’t open these answers just now: they were locked with a different secret from the one our server has today. Nothing is lost. Please tell us so we can put it right.",
    ),
  )
  broken.cause = new Error("SEAL_SECRET isn’t the one that these answers were sealed with.")
  return broken
}

/** The key that comes of a salt, and a proof by which a key of another secret is found out before it locks anything. */
function madeFrom(salt: string) {
  const secret = process.env.SEAL_SECRET
  if (!secret) throw new Error("SEAL_SECRET is not set.")
  const made = Buffer.from(hkdfSync("sha256", secret, Buffer.from(salt, "base64"), "trellis-answers", 96))
  return {
    seal: { lock: made.subarray(0, 32), number: made.subarray(32, 64) },
    proof: made.subarray(64).toString("base64"),
  }
}

/** A salt for the key of a consultation that opens, with the proof of that key. */
export function newSalt(): string {
  const salt = randomBytes(32).toString("base64")
  return `${salt}.${madeFrom(salt).proof}`
}

/** The key of a consultation. RuleBroken where the secret isn’t the one of the day it opened. */
export function sealFrom(kept: string): Seal {
  const [salt = "", proof] = kept.split(".")
  const made = madeFrom(salt)
  if (proof && proof !== made.proof) throw otherSecret()
  return made.seal
}

const placeOf = ({ responseId, questionId }: Place) => Buffer.from(`${responseId}/${questionId}`)

/** An answer as it is kept while it is sealed. An empty one stays empty. RuleBroken when it has no room. */
export function sealed(seal: Seal | null, place: Place, value: AnswerValue): AnswerValue {
  if (!seal || Object.keys(value).length === 0) return value
  const said = Buffer.from(JSON.stringify(value))
  if (said.length > ROOM || (value.text?.length ?? 0) > MOST_SEALED)
    throw new RuleBroken(say("Make your answer {most} characters or fewer", { most: MOST_SEALED }), "answer")
  const padded = Buffer.concat([said, Buffer.alloc(ROOM - said.length, " ")])
  const about = placeOf(place)
  const nonce = createHmac("sha256", seal.number).update(about).update(padded).digest().subarray(0, NONCE)
  const cipher = createCipheriv(CIPHER, seal.lock, nonce).setAAD(about)
  const locked = Buffer.concat([cipher.update(padded), cipher.final()])
  return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString("base64") }
}

/** What a sealed answer says. RuleBroken where the key isn’t the one it was locked by. */
export function unsealed(seal: Seal | null, place: Place, value: AnswerValue): AnswerValue {
  if (!value.sealed) return value
  if (!seal) throw otherSecret()
  const whole = Buffer.from(value.sealed, "base64")
  try {
    const cipher = createDecipheriv(CIPHER, seal.lock, whole.subarray(0, NONCE))
      .setAAD(placeOf(place))
      .setAuthTag(whole.subarray(NONCE, NONCE + TAG))
    const said = Buffer.concat([cipher.update(whole.subarray(NONCE + TAG)), cipher.final()])
    return JSON.parse(said.toString()) as AnswerValue
  } catch {
    throw otherSecret()
  }
}

/** The same things in an order that nothing follows from. */
export function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, at: randomBytes(8).readBigUInt64BE() }))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ thing }) => thing)
}
