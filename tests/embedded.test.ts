import fs from "node:fs"
import { NextRequest } from "next/server"
import { describe, expect, it } from "vitest"
import { proxy } from "@/proxy"

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
const policyOf = (path: string, method = "GET") =>
  proxy(new NextRequest(`http://localhost${path}`, { method })).headers.get("content-security-policy") ?? ""
const mayBeFramed = (path: string, method?: string) =>
  !policyOf(path, method).includes("frame-ancestors 'none'")

/** Every address there is, with ids in the places of its parts. */
const addresses = fs.globSync("app/**/{page.tsx,route.ts}").map((file) =>
  file
    .replace(/^app|\/\(\w+\)|\/(page\.tsx|route\.ts)$/g, "")
    .replace("[lio]", "ribble")
    .replace(/\[\w+\]/g, ID),
)

describe("Other people’s websites", () => {
  it("may show the public events, without forms, and nothing else there is", () => {
    const embedded = ["/ribble/events/embed", `/ribble/events/embed/${ID}`]
    expect(addresses.length).toBeGreaterThan(200)
    expect(addresses.filter((path) => mayBeFramed(path)).sort()).toEqual(embedded)
    for (const path of embedded) expect(policyOf(path)).toMatch(/form-action 'none'; frame-ancestors \*$/)
  })

  it("get no cookie of ours", () => {
    const asked = (path: string) => proxy(new NextRequest(`http://localhost${path}?cols=title`))
    expect(asked("/ribble/events").headers.get("set-cookie")).toContain("trellis-columns")
    expect(asked("/ribble/events/embed").headers.has("set-cookie")).toBe(false)
  })

  it.each<[string, string?]>([
    ["/ribble/events/embed", "POST"],
    ["/ribble/events/embed/new"],
    [`/ribble/events/embed/${ID}/book`],
    ["/ribble/events/embedded"],
    ["/ribble/events/embed/../../home"],
    ["/ribble/home?next=/ribble/events/embed"],
    ["/sign-in/events/embed/x"],
    ["/a/b/events/embed"],
  ])("may not show %s %s", (path, method) => {
    expect(mayBeFramed(path, method)).toBe(false)
  })
})
