import { describe, expect, it } from "vitest"
import { z } from "zod"
import { text } from "@/app/_http/answers"
import { route, routeOutside, routePublic } from "@/app/_http/route"
import { told } from "@/app/_http/told"
import { NotAllowed, NotFound, RuleBroken, SignedOut, WentUp } from "@/lib/errors"
import { world } from "./support/world"

await world()

const ID = "0b0f9f5e-1111-4111-8111-111111111111"
const OTHER = "0b0f9f5e-2222-4222-8222-222222222222"
const at = (path: string, init: RequestInit = {}) => new Request(`http://localhost${path}`, init)
const sent = (headers: Record<string, string> = {}) =>
  at("/ribble/x", { method: "POST", body: "a=1", headers: { host: "localhost", ...headers } })
const refusing = (refusal: unknown, way = {}) =>
  routeOutside(way, () => {
    throw refusal
  })
const browser = { accept: "text/html,*/*" }

describe("A route", () => {
  it("says each refusal with its status: as data to a program, as a line of text otherwise", async () => {
    const statuses = [
      [new NotFound("There is nothing here."), 404],
      [new NotAllowed("You may not do that."), 403],
      [new RuleBroken("Choose a file first."), 400],
    ] as const
    for (const [refusal, status] of statuses) {
      const program = await refusing(refusal, { says: "json" })(at("/ribble/x"))
      expect(program.status).toBe(status)
      expect(await program.json()).toEqual({ message: refusal.message })
      const plain = await refusing(refusal)(at("/ribble/x"))
      expect([plain.status, await plain.text()]).toEqual([status, refusal.message])
    }
    expect((await refusing(new SignedOut("Sign in."), { says: "json" })(at("/x"))).status).toBe(401)
    expect((await refusing(z.uuid().safeParse("x").error)(at("/x"))).status).toBe(400)
  })

  it("leads whoever is looking to sign-in, to the thing it went up in, to its form or to its thing", async () => {
    const ledTo = async (refusal: unknown, path: string, way = {}) =>
      (await refusing(refusal, way)(at(path, { headers: browser }))).headers.get("location")
    const back = { back: () => "/ribble/form" }
    expect(await ledTo(new SignedOut(""), "/ribble/x?q=1")).toBe("/sign-in?next=%2Fribble%2Fx%3Fq%3D1")
    expect(await ledTo(new SignedOut(""), "/ribble/x", back)).toBe("/sign-in?next=%2Fribble%2Fform")
    expect(await ledTo(new WentUp(ID, OTHER), `/ribble/groups/${ID}/x`)).toBe(`/ribble/groups/${OTHER}/x`)
    expect(await ledTo(new RuleBroken("No."), "/ribble/x", back)).toMatch(
      /^\/ribble\/form[?]problem=No\.\+%7E[\w-]{22}$/,
    )
    const led = new URL((await ledTo(new RuleBroken("No."), "/ribble/x", back)) ?? "", "https://x")
      .searchParams
    expect(told(Object.fromEntries(led), "problem")).toBe("No.")
    const made = led.get("problem")?.replace("No.", "Ring 0900.") ?? ""
    for (const problem of [made, "Ring 0900.", "Ring 0900. ~", [made]])
      expect(told({ problem }, "problem"), "said by somebody else").toBeUndefined()
    expect(await ledTo(new RuleBroken("No."), `/ribble/needs/${ID}/x`)).toBe(`/ribble/needs/${ID}`)
    const page = await refusing(new NotFound(""))(at("/ribble/x", { headers: browser }))
    expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"])
  })

  it("throws on whatever is no refusal", async () => {
    await expect(refusing(new TypeError("a mistake of ours"))(at("/x"))).rejects.toThrow("a mistake of ours")
  })

  it("takes what is sent from pages of ours only, unless it is proven", async () => {
    const taking = (way = {}) => routeOutside(way, () => text("taken"))
    const foreign = { origin: "https://evil.example" }
    expect((await taking()(sent(foreign))).status).toBe(403)
    expect((await taking()(sent({ "sec-fetch-site": "cross-site" }))).status).toBe(403)
    expect((await taking()(sent({ origin: "http://localhost" }))).status).toBe(200)
    expect((await taking({ proven: true })(sent(foreign))).status).toBe(200)
    const door = route({ work: async () => "", answer: () => text("taken") })
    expect((await door(sent(foreign))).status).toBe(403)
  })

  it("reads nothing that is longer than it may be, and no id that is none", async () => {
    let read = false
    const taking = routeOutside({ most: 10 }, () => {
      read = true
      return text("")
    })
    expect((await taking(sent({ "content-length": "11" }))).status).toBe(413)
    expect(read).toBe(false)
    const one = routePublic({ work: async () => "", answer: (_, { params }) => text(params.id ?? "") })
    const ask = (id: string) => one(at("/ribble/x"), { params: Promise.resolve({ lio: "ribble", id }) })
    expect((await ask("1 or 1=1")).status).toBe(404)
    expect(await (await ask(ID.toUpperCase())).text()).toBe(ID)
  })

  it("goes through the door, and its answer is nobody else’s to keep", async () => {
    const name = routePublic({ work: async (ctx) => ctx.lio.name, answer: (value) => text(value) })
    const ask = (lio: string, init = {}) => name(at("/x", init), { params: Promise.resolve({ lio }) })
    const answer = await ask("ribble")
    expect(await answer.text()).toMatch(/Ribble/)
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    expect(answer.headers.get("cache-control")).toBe("private, no-store")
    expect((await ask("nowhere")).status).toBe(404)
    expect((await ask("ribble", { method: "POST" })).status).toBe(400)
  })
})
