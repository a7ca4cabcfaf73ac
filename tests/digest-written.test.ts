import { createElement } from "react"
import { describe, expect, it } from "vitest"
import Digest from "@/emails/digest"
import type { Contents } from "@/lib/digest/contents"
import { dueRhythms, periodOf } from "@/lib/digest/periods"
import { digestWriter, propsOf } from "@/lib/digest/writing"
import { getSender } from "@/lib/email/queries"
import { frameOf, htmlOf, textOf } from "@/lib/email/writing"
import { world } from "./support/world"

const w = await world()
const LONDON = "Europe/London"

describe("The written digest", () => {
  it("is what the component itself renders, HTML and text, whatever the words", async () => {
    const item = (n: number) => ({
      title: `T${n} <i> & "q" 'a' ⟦title⟧`,
      detail: `D${n}\n  & more`,
      path: `/ribble/x/${n}?a=1&b=2`,
      subject: "S",
      action: "Do <it>",
    })
    const section = (title: string, count: number, more: number) => ({
      title,
      items: Array.from({ length: count }, (_, n) => item(n)),
      more,
    })
    const cases: Contents["sections"][] = [
      [],
      [section("One", 1, 0)],
      [section("One", 2, 3), section("Two & three", 5, 1200)],
    ]
    await w.system(async (ctx) => {
      const plain = await getSender(ctx)
      const dressed = { ...plain, colour: "#7a1f5c", logo: "/ribble/logo?v=1", phone: "01200 000000" }
      const to = { personId: w.member.id, toName: "Mo <Member>" }
      for (const [sender, sections] of [plain, dressed].flatMap((one) =>
        cases.map((so) => [one, so] as const),
      )) {
        const write = await digestWriter(sender)
        const contents: Contents = {
          lead: item(99),
          sections,
          count: 9,
          known: 4,
          basis: { groupIds: [], networkIds: [] },
        }
        const html = await htmlOf(
          createElement(Digest, {
            ...propsOf(contents),
            ...frameOf(sender, { ...to, letter: "digest", stream: "digest" }),
          }),
        )
        const written = write(contents, to)
        expect(written.html).toBe(html)
        expect(written.text).toBe(textOf(html))
      }
    })
  })
})

describe("When a digest is due", () => {
  const lio = { timezone: LONDON, digestWeekday: 2 }
  const due = (at: string) => dueRhythms(lio, new Date(at))

  it("is from eight by the LIO’s clock, in summer and in winter, and never at night", () => {
    expect(due("2026-11-24T07:59:00Z")).toEqual([])
    expect(due("2026-11-24T08:00:00Z")).toEqual(["daily", "weekly", "monthly"])
    expect(due("2026-06-02T06:59:00Z")).toEqual([])
    expect(due("2026-06-02T07:00:00Z")).toEqual(["daily", "weekly", "monthly"])
    expect(due("2026-11-24T20:00:00Z")).toEqual([])
    expect(due("2026-11-23T12:00:00Z")).toEqual(["daily", "monthly"])
    expect(due("2026-12-01T08:00:00Z")).toEqual(["daily", "weekly", "monthly"])
    expect(due("2027-02-01T08:00:00Z")).toEqual(["daily"])
  })

  it("knows weeks, days and months at both changes of the clock, at new year and on a leap day", () => {
    const week = (at: string) => periodOf("weekly", LONDON, new Date(at))
    expect([
      week("2026-03-29T00:30:00Z"),
      week("2026-03-29T22:59:00Z"),
      week("2026-03-29T23:00:00Z"),
    ]).toEqual(["2026-W13", "2026-W13", "2026-W14"])
    expect([
      week("2026-10-25T00:30:00Z"),
      week("2026-10-25T23:59:00Z"),
      week("2026-10-26T00:00:00Z"),
    ]).toEqual(["2026-W43", "2026-W43", "2026-W44"])
    expect([
      week("2026-12-31T12:00:00Z"),
      week("2027-01-03T12:00:00Z"),
      week("2027-01-04T12:00:00Z"),
    ]).toEqual(["2026-W53", "2026-W53", "2027-W01"])
    expect(periodOf("daily", LONDON, new Date("2028-02-29T12:00:00Z"))).toBe("2028-02-29")
    expect(periodOf("monthly", LONDON, new Date("2026-06-30T23:30:00Z"))).toBe("2026-07")
  })
})
