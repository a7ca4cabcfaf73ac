import { expect, it } from "vitest"
import { z } from "zod"
import { pageIn } from "@/lib/input"

it("The page of a list is a whole number, or the first", () => {
  for (const [value, page] of [
    ["1", 1],
    ["37", 37],
    ["10000", 10_000],
    [["4", "5"], 4],
  ] as const)
    expect(pageIn(value)).toBe(page)
  for (const text of [
    "1.0001",
    "0",
    "-1",
    "1e3",
    "NaN",
    "99999999999999999999",
    "10001",
    "１",
    " 2",
    "",
    undefined,
    [],
  ])
    expect(pageIn(text)).toBe(1)
})

it("What is too long is said in our words where the input says nothing itself, and in its own where it does", () => {
  const said = (input: z.ZodType) => input.safeParse("longer").error?.issues[0]?.message
  expect(said(z.string().max(5))).toBe("Make this 5 characters or fewer")
  expect(said(z.string().max(5, "Shorter, please"))).toBe("Shorter, please")
})
