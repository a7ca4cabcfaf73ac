import { afterEach, describe, expect, it } from "vitest"
import { keptSecrets, placeFor } from "@/bin/archive/files"
import type { AnswerValue } from "@/db/schema/asking"
import { newSalt, sealed, sealFrom, unsealed } from "@/lib/consultations/sealed"

describe("A sealed answer", () => {
  const seal = sealFrom("c2FsdA==")
  const place = { responseId: "one", questionId: "q" }
  const secret = process.env.SEAL_SECRET
  afterEach(() => {
    process.env.SEAL_SECRET = secret
  })

  it("opens to what it was, is the same twice, and can’t be moved to another group or question", () => {
    const value: AnswerValue = { text: "Cân y gân – “quoted”\nwith 🙂" }
    const locked = sealed(seal, place, value)
    expect(unsealed(seal, place, locked)).toEqual(value)
    expect(sealed(seal, place, value)).toEqual(locked)
    expect(() => unsealed(seal, { ...place, responseId: "two" }, locked)).toThrow(/a different secret/)
    expect(() => unsealed(sealFrom("b3RoZXI="), place, locked)).toThrow(/a different secret/)
    expect(() => unsealed(null, place, locked)).toThrow(/a different secret/)
    expect(sealed(seal, { ...place, responseId: "two" }, value)).not.toEqual(locked)
    expect(sealed(seal, place, {})).toEqual({})
  })

  it("has a key that finds out another secret before it locks anything", () => {
    const [salt, old] = [newSalt(), newSalt().split(".")[0] ?? ""]
    expect(sealFrom(salt)).toEqual(sealFrom(salt.split(".")[0] ?? ""))
    process.env.SEAL_SECRET = "the secret of another machine"
    expect(() => sealFrom(salt)).toThrow(/a different secret/)
    expect(() => sealFrom(old), "one from before there was a proof").not.toThrow()
  })

  it("is as long as any other, whatever was asked", () => {
    const said: AnswerValue[] = [
      { choice: "o1" },
      { number: 0 },
      { number: 123456.78 },
      { ranking: ["o3", "o1", "o2"] },
      { unsure: true },
    ]
    expect(said.map((value) => unsealed(seal, place, sealed(seal, place, value)))).toEqual(said)
    expect(new Set(said.map((value) => sealed(seal, place, value).sealed?.length)).size).toBe(1)
  })

  it("can’t be opened with what is in a backup: the secret of its key is not", () => {
    expect(Object.keys(keptSecrets())).toEqual(["AUTH_SECRET", "LINK_SECRET"])
    expect(placeFor("secrets.json")).toBeNull()
  })

  it("has room for 3,000 letters of any language, and says so of more", () => {
    const most = { text: "🙂".repeat(1500) }
    expect(unsealed(seal, place, sealed(seal, place, most))).toEqual(most)
    expect(() => sealed(seal, place, { text: "x".repeat(3001) })).toThrow(/3,?000 characters/)
    expect(() => sealed(seal, place, { text: "\u0001".repeat(3000) })).toThrow(/characters or fewer/)
  })
})
