import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { FormContext } from "@/app/_ui/form-context"
import { KeepChoice } from "@/app/[lio]/consultations/_parts/conflict-choice"
import { Method } from "@/app/[lio]/consultations/[id]/_parts/method"
import type { Consultation } from "@/lib/consultations/queries"
import { findingOf } from "@/lib/consultations/results/words"

const input = (counts: number[], unsure = 0, over: Partial<Parameters<typeof findingOf>[0]> = {}) =>
  findingOf({
    kind: "single",
    answered: counts.reduce((sum, count) => sum + count, unsure),
    held: false,
    unsure,
    options: counts.map((count, at) => ({ value: String(at + 1), label: "ABCDE"[at] ?? "", count })),
    steps: counts.length,
    ...over,
  })

describe("What a question’s answers show", () => {
  it.each([
    [[7, 3], 0, "Most groups chose “A”: 7 of 10 (70%)"],
    [[4, 3, 3], 0, "More groups chose “A” than anything else: 4 of 10 (40%)"],
    [[5, 5], 0, "As many groups chose “A” and “B”: 5 of 10 (50%) each"],
    [[2, 2], 3, "More groups could not or would not say than chose any answer: 3 of 7 (43%)"],
    [[1, 1], 5, "Most groups could not or would not say: 5 of 7 (71%)"],
    [[4, 0], 4, "As many groups chose “A” and not sure or no answer: 4 of 8 (50%) each"],
    [[199, 1], 0, "Most groups chose “A”: 199 of 200 (over 99%)"],
    [[1, 1], 0, "2 groups answered, too few to sum up"],
  ])("%j and %i not sure", (counts, unsure, finding) => {
    expect(input(counts, unsure)).toBe(finding)
  })

  it("does not call one end of a scale the larger when both are level, nor when more are not sure", () => {
    const scale = { kind: "scale" as const }
    expect(input([3, 0, 2, 0, 3], 0, scale)).toBe(
      "As many groups chose 4 to 5 as 1 to 2 on a scale of 1 to 5: 3 of 8 (38%) each",
    )
    expect(input([1, 0, 1, 0, 2], 4, scale)).toMatch(
      /^More groups could not or would not say than chose either end: 4 of 8/,
    )
    expect(input([1, 0, 1, 0, 6], 0, scale)).toBe(
      "6 of 8 groups (75%) chose 4 to 5 on a scale of 1 to 5, and 1 chose 1 to 2",
    )
  })
})

describe("How the numbers were made", () => {
  const words = (closesAt: string, over: Record<string, unknown> = {}) =>
    renderToStaticMarkup(
      <Method
        consultation={
          {
            openedAt: new Date("2026-01-05T10:00:00Z"),
            closesAt: new Date(closesAt),
            closedAt: null,
            periodReason: "The council decides in March.",
            state: "open",
            partsBy: "every",
            closingChanges: [],
            ...over,
          } as Partial<Consultation> as Consultation
        }
        asked={9}
        onBehalf={2}
        on="today"
        digest={null}
      />,
    )

  it("says that groups had less than 12 weeks only while they had", () => {
    expect(words("2026-02-20T17:00:00Z")).toContain(
      "less than 12 weeks because: The council decides in March.",
    )
    expect(words("2026-05-05T17:00:00Z"), "given 120 days").not.toContain("12 weeks")
    const cut = { closedAt: new Date("2026-02-01T17:00:00Z"), state: "closed" }
    expect(words("2026-05-05T17:00:00Z", cut), "and closed early").toContain("12 weeks")
  })

  it("says how many answers staff typed in", () => {
    expect(words("2026-05-05T17:00:00Z")).toContain("2 of the answers were typed in by staff")
  })
})

describe("After somebody else changed the same answer", () => {
  const shown = (theirs: Record<string, string> | undefined, both: boolean) =>
    renderToStaticMarkup(
      <FormContext
        value={{ state: { errors: {}, values: { answer: "Mine." }, theirs }, pending: false, prefix: "" }}
      >
        <KeepChoice both={both} />
      </FormContext>,
    )

  it("whoever comes second chooses whose words stand; nobody is asked before", () => {
    expect(shown(undefined, true)).toBe("")
    const asked = shown({ answer: "Theirs.", version: "2" }, true)
    for (const value of ["mine", "theirs", "both"]) expect(asked).toContain(`value="${value}"`)
    expect(asked).toContain("What they saved: Theirs.")
    expect(asked).toMatch(/checked="" [^>]*value="mine"|value="mine" [^>]*checked=""/)
    expect(shown({ answer: "Theirs." }, false)).not.toContain('value="both"')
  })
})
