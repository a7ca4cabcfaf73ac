import { statSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { fromForm, withDates } from "@/app/_http/form-data"
import { isOurs } from "@/app/_http/origin"
import { readLink } from "@/lib/access/links"
import { post } from "@/lib/email/commands"
import { outboxProvider } from "@/lib/email/providers/outbox"
import { getSender } from "@/lib/email/queries"
import { frameOf } from "@/lib/email/writing"
import { world } from "../support/world"

const w = await world()

function form(...fields: [string, string][]) {
  const made = new FormData()
  for (const [name, value] of fields) made.append(name, value)
  return made
}

describe("A form from somebody who means harm", () => {
  it("brings no null bytes, half letters or names that every object has", () => {
    const input = fromForm(
      form(["a", "x\0y"], ["constructor", "1"], ["toString", "2"], ["b", "1"], ["b", "2"]),
    )
    expect(input).toEqual({ a: "xy", constructor: "1", toString: "2", b: ["1", "2"] })
    for (const name of ["__proto__", "__proto__[]"])
      expect(Object.getPrototypeOf(fromForm(form([name, "x"], [name, "y"])))).toBe(Object.prototype)
    expect(fromForm(form(["half", "\ud800"])).half).not.toContain("\ud800")
    expect(
      withDates(fromForm(form(["on.day", "30"], ["on.month", "2"], ["on.year", "2026"])), "2026-01-01").on,
    ).toBe("2026-02-30")
  })

  it("may say its month in words", () => {
    const day = (month: string) =>
      withDates(fromForm(form(["on.day", "7"], ["on.month", month], ["on.year", "2026"])), "2026-01-01").on
    expect(["12", "Dec", "december", "sept", "May"].map(day)).toEqual(
      ["12", "12", "12", "09", "05"].map((month) => `2026-${month}-07`),
    )
    expect(["xx", "Juvember", "ju"].map(day)).toEqual(["2026-xx-07", "2026-Juvember-07", "2026-ju-07"])
  })

  it("is taken from our own pages only, whatever its origin looks like", () => {
    const from = (headers: Record<string, string>) =>
      isOurs(new Request("http://trellis.example/x", { headers: { host: "trellis.example", ...headers } }))
    expect(from({ origin: "http://trellis.example" })).toBe(true)
    expect(from({})).toBe(true)
    for (const origin of ["null", "http://evil.example", "not an address", ""])
      expect(from({ origin }), origin).toBe(false)
    expect(from({ "sec-fetch-site": "cross-site" })).toBe(false)
  })
})

describe("Emails", () => {
  const comeBack = () =>
    w.asMember((ctx) =>
      post(ctx, {
        ...{ letter: "consultation-come-back", stream: "service", to: { personId: w.member.id } },
        props: { title: "Buses", group: "The choir", closes: "Friday", sent: false, url: "/x" },
      }),
    )

  it("are sent for one member so many times in a quarter of an hour and no more, whatever form asks for them", async () => {
    for (let n = 0; n < 20; n++) await comeBack()
    await expect(comeBack()).rejects.toThrow("quarter of an hour")
  })

  it("carry links to somebody’s choices that end some day", async () => {
    const to = { letter: "digest", stream: "digest", personId: w.member.id, toName: "Mo" }
    const frame = await w.system(async (ctx) => frameOf(await getSender(ctx), to))
    for (const [address = "", purpose] of [
      [frame.preferencesUrl, "preferences"],
      [frame.unsubscribeUrl, "unsubscribe"],
    ] as const) {
      const token = new URL(address).searchParams.get("token") ?? ""
      const year = 366 * 86_400_000
      expect(readLink(token, purpose, Date.now() + year)?.person).toBe(w.member.id)
      expect(readLink(token, purpose, Date.now() + 3 * year)).toBeNull()
    }
  })

  it("that stay in a folder are for the eyes of its owner", async () => {
    const folder = path.join(process.env.DATA_DIR ?? "", "outbox")
    await outboxProvider().send(
      "batch",
      [
        {
          ...{
            id: "one",
            lioId: w.ribble.id,
            toEmail: "a@b.example",
            toName: null,
            subject: "S",
            html: "<p>x</p>",
            text: "x",
          },
          envelope: { from: "Trellis <t@x.example>", replyTo: null, unsubscribe: null },
          ...{ frozenAt: new Date("2026-01-01T00:00:00Z"), repeated: false },
        },
      ],
      async () => {},
      new Date(),
    )
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(path.join(folder, "2026-01-01T00-00-00-000Z-one.eml")).mode & 0o777).toBe(0o600)
  })
})
