import { expect, test } from "vitest"
import { briefly } from "@/lib/briefly"

test("What is read briefly is read once for all who ask at the time, and again when its time is up", async () => {
  const asked: string[] = []
  const read = briefly(10, async (key) => {
    asked.push(key)
    return `${key} ${asked.length}`
  })
  expect(await Promise.all([read("one", 0), read("one", 1), read("one", 9_999)])).toEqual([
    "one 1",
    "one 1",
    "one 1",
  ])
  expect(await read("two", 0)).toBe("two 2")
  expect(await read("one", 10_001)).toBe("one 3")
})

test("A refusal is not kept, nor more answers than said", async () => {
  let fails = true
  const asked: string[] = []
  const read = briefly(
    10,
    async (key) => {
      asked.push(key)
      if (fails) throw new Error("not now")
      return key
    },
    2,
  )
  await expect(read("one", 0)).rejects.toThrow("not now")
  fails = false
  for (const key of ["one", "two", "three", "two", "three", "one"]) expect(await read(key, 1)).toBe(key)
  expect(asked).toEqual(["one", "one", "two", "three", "one"])
})
