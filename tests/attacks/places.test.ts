import { describe, expect, it } from "vitest"
import { asPerson, asPublic, asSystem } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { world } from "../support/world"

await world()

describe("A door", () => {
  it.each(["\0", "", "ribble\0", "a b", "../ribble", "%00", "constructor'", "é", "x".repeat(5_000)])(
    "has nothing behind it for a place called %j, and PostgreSQL is not asked",
    async (name) => {
      const work = async () => "inside"
      await expect(asPerson(name, { email: "manager@ribble.example" }, work)).rejects.toThrow(NotFound)
      await expect(asPublic(name, work)).rejects.toThrow(NotFound)
      await expect(asSystem(name, work)).rejects.toThrow(NotFound)
    },
  )
})
