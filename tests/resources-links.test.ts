import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, describe, expect, it } from "vitest"
import { NotAllowed } from "@/lib/errors"
import { checkLinks, listLinksToCheck, noteLinks } from "@/lib/resources/checking/commands"
import { isPublicAddress, linksThatWork, linkWorks } from "@/lib/resources/checking/links"
import { addResource, changeResource } from "@/lib/resources/commands"
import { addResourceInput, changeResourceInput } from "@/lib/resources/input"
import { getResource } from "@/lib/resources/queries"
import { world } from "./support/world"

const w = await world()
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  const url = request.url ?? ""
  const to = (location: string) => response.writeHead(302, { location }).end()
  if (url === "/hop/1") return to("/hop/2")
  if (url === "/hop/2") return to("/gone")
  if (url === "/round") return to("/round")
  if (url === "/inside") return to(`http://127.0.0.2:${port}/`)
  if (url === "/file") return to("file:///etc/passwd")
  if (url === "/slow") return
  if (url === "/no-head" && request.method === "HEAD") return response.writeHead(501).end()
  const status = { "/gone": 404, "/locked": 403, "/broken": 500 }[url] ?? 200
  return response.writeHead(status).end("Here it is")
})
await new Promise<void>((done) => server.listen(0, () => done()))
const { port } = server.address() as AddressInfo
afterAll(() => server.closeAllConnections())
/** Only this server, as if it stood on the web. */
const here = (address: string, of: number) => address === "127.0.0.1" && of === port
const works = (path: string) => linkWorks(`http://127.0.0.1:${port}${path}`, here)

describe("A link", () => {
  it("works when it answers, is locked, or has moved; and not when it’s gone or broken", async () => {
    for (const path of ["/", "/locked", "/no-head", "/round"]) expect(await works(path), path).toBe(true)
    for (const path of ["/gone", "/broken", "/hop/1"]) expect(await works(path), path).toBe(false)
    expect(asked).toContain("HEAD /")
    expect(asked).not.toContain("GET /")
    expect(asked).toContain("GET /no-head")
    expect(await linksThatWork([`http://127.0.0.1:${port}/`, `http://127.0.0.1:${port}/gone`], here)).toEqual(
      [true, false],
    )
  })

  it("never leads our server into a network of ours, not even by a redirect or a name", async () => {
    const before = asked.length
    for (const url of [
      ...[
        `http://127.0.0.1:${port}/`,
        `http://localhost:${port}/`,
        "http://localhost/",
        "http://2130706433/",
      ],
      ...["http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/"],
      ...["http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[fd00::1]/", "http://0x7f.1/"],
      ...["file:///etc/passwd", "ftp://example.org/", "https://somebody:secret@example.org/"],
    ])
      expect(await linkWorks(url), url).toBe(false)
    expect(asked).toHaveLength(before)
    for (const path of ["/inside", "/file"]) expect(await works(path), path).toBe(false)
    expect(
      await linkWorks(`http://localhost:${port}/`, (address, of) => here(address, of) || address === "::1"),
    ).toBe(true)
  })

  it("may lead to the web’s own ports at public addresses alone", () => {
    for (const address of ["93.184.216.34", "8.8.8.8", "2606:4700::1111"])
      expect(isPublicAddress(address, 443), address).toBe(true)
    for (const address of [
      ...[
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
      ],
      ...["192.168.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1"],
      ...[
        "64:ff9b::a00:1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "nonsense",
      ],
    ])
      expect(isPublicAddress(address, 443), address).toBe(false)
    expect(isPublicAddress("8.8.8.8", 22)).toBe(false)
    expect(isPublicAddress("8.8.8.8", 5432)).toBe(false)
  })
})

describe("The links of a library", () => {
  const at = (day: number) => new Date(Date.UTC(2031, 5, day, 3))
  const add = (link: string) =>
    w.asWorker((ctx) =>
      addResource(
        ctx,
        addResourceInput.parse({
          ...{ title: `At ${link}`, kind: "website", openTo: "public", link },
          ownerId: w.worker.id,
        }),
      ),
    )
  const broken = async (id: string) => (await w.asViewer((ctx) => getResource(ctx, id))).linkBroken
  const tasks = async () => [
    ...(await w.system((ctx) =>
      ctx.tx.execute<{ who: string; what: string }>(
        sql`select assignee_id as who, what from tasks where what like 'The link of%'`,
      ),
    )),
  ]

  it("are asked once a month, are broken after two failures, and become one task for whoever looks after them", async () => {
    const good = await add("good.example.org")
    const bad = await add("bad.example.org")
    const rounds: string[][] = []
    const ask = async (urls: string[]) => {
      rounds.push(urls)
      return urls.map((url) => url.includes("good"))
    }
    expect(await checkLinks("ribble", at(1), ask)).toBe(0)
    expect(await broken(bad.id)).toBe(false)
    expect(await checkLinks("ribble", at(2), ask)).toBe(1)
    expect(rounds.map((urls) => urls.length)).toEqual([2, 1])
    expect([await broken(good.id), await broken(bad.id)]).toEqual([false, true])
    expect(await tasks()).toEqual([
      { who: w.worker.id, what: expect.stringContaining(`(/resources/${bad.id})`) },
    ])
    expect(await checkLinks("ribble", at(3), ask)).toBe(0)
    expect(await checkLinks("ribble", at(30 + 2), ask)).toBe(0)
    expect(rounds.map((urls) => urls.length)).toEqual([2, 1, 2])
    expect(await tasks()).toHaveLength(1)
    const said = { title: "At a new address", kind: "website", openTo: "public", link: "new.example.org" }
    await w.asWorker((ctx) =>
      changeResource(ctx, changeResourceInput.parse({ ...said, id: bad.id, seen: "" })),
    )
    expect(await broken(bad.id)).toBe(false)
  })

  it("aren’t blamed when none of them answers", async () => {
    for (const name of ["a", "b", "c"]) await add(`${name}.example.org`)
    const silent = async (urls: string[]) => urls.map(() => false)
    await checkLinks("ribble", at(40), silent)
    expect(await checkLinks("ribble", at(41), silent)).toBe(0)
    expect(await tasks()).toHaveLength(1)
  })

  it("are checked by the system alone", async () => {
    await expect(w.asManager(listLinksToCheck)).rejects.toThrow(NotAllowed)
    await expect(w.asManager((ctx) => noteLinks(ctx, []))).rejects.toThrow(NotAllowed)
  })
})
