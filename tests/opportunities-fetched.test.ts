import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, describe, expect, it } from "vitest"
import { NotAllowed, NotFound } from "@/lib/errors"
import { addSource, fetchNow, fetchOpportunities, removeSource } from "@/lib/opportunities/sources/commands"
import { addSourceInput, MOST_SOURCES } from "@/lib/opportunities/sources/input"
import { listReadings, listSources } from "@/lib/opportunities/sources/queries"
import { isPublicAddress, readFrom } from "@/lib/resources/checking/links"
import { world } from "./support/world"

const w = await world()
const releaseOf = (ocid: string, more = {}) => ({
  ocid,
  id: "1",
  date: "2026-01-05T09:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  tender: { id: "t", title: `Contract ${ocid}` },
  ...more,
})
const asked: string[] = []
const server = createServer((request, response) => {
  const url = request.url ?? ""
  asked.push(url)
  const to = (location: string) => response.writeHead(302, { location }).end()
  const json = (value: unknown) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value))
  if (url === "/moved") return to("/one")
  if (url === "/inside") return to(`http://127.0.0.2:${port}/one`)
  if (url === "/round") return to("/round")
  if (url === "/file") return to("file:///etc/passwd")
  if (url === "/gone") return response.writeHead(404).end()
  if (url === "/long") return response.writeHead(200).end("x".repeat(5000))
  if (url === "/page") return response.writeHead(200).end("<html>Not what you look for</html>")
  if (url === "/one")
    return json({
      releases: [releaseOf("a-1"), releaseOf("a-2", { tag: ["x"] })],
      links: { next: `http://127.0.0.1:${port}/two` },
    })
  if (url === "/two")
    return json({ releases: [releaseOf("a-3"), releaseOf("", {})], links: { next: "/one" } })
  return json({ releases: [releaseOf(url)], links: { next: `/more/${asked.length}` } })
})
await new Promise<void>((done) => server.listen(0, () => done()))
const { port } = server.address() as AddressInfo
afterAll(() => server.closeAllConnections())
const here = {
  mayReach: (address: string, of: number) => address === "127.0.0.1" && of === port,
  protocol: "http:",
}
const fetch = (path: string, most = 1_000_000) =>
  readFrom(path.startsWith("http") ? path : `http://127.0.0.1:${port}${path}`, most, here)

const at = new Date("2026-06-01T05:20:00Z")
const sourceOf = (path: string) =>
  w.system(async (ctx) => {
    const [row] = await ctx.tx.execute<{ id: string }>(sql`
      insert into opportunity_sources (lio_id, name, address, added_at) values (${ctx.lio.id}, ${path}, ${`http://127.0.0.1:${port}${path}`}, now()) returning id`)
    return row?.id ?? ""
  })
const bring = async (path: string) => {
  const id = await sourceOf(path)
  const [outcome] = await fetchOpportunities("ribble", at, {
    id,
    fetch: (address, most) => fetch(address, most),
  })
  return outcome
}

describe("What stands at an address", () => {
  it("is read, also where it has moved to; and in a sentence why not", async () => {
    expect((await fetch("/moved")).length).toBeGreaterThan(100)
    await expect(fetch("/gone")).rejects.toThrow("It answered with the error 404.")
    await expect(fetch("/long", 1000)).rejects.toThrow("It has more than 1 KB")
    await expect(fetch("/round")).rejects.toThrow("doesn’t arrive")
    await expect(fetch("http://127.0.0.1:1/", 10)).rejects.toThrow("couldn’t reach it")
  })

  it("never leads our server into a network of ours, not by a redirect, a name or another kind of address", async () => {
    const before = asked.length
    await expect(fetch("/inside")).rejects.toThrow("couldn’t reach it")
    await expect(fetch("/file")).rejects.toThrow("begins with https://")
    expect(asked.slice(before)).toEqual(["/inside", "/file"])
    for (const address of [
      "https://localhost/",
      "https://127.0.0.1/",
      "https://10.0.0.1/",
      "https://[::1]/",
      "https://169.254.169.254/latest",
      "https://2130706433/",
      "https://user:secret@example.org/",
    ])
      await expect(readFrom(address, 10), address).rejects.toThrow("couldn’t reach it")
    await expect(readFrom(`http://127.0.0.1:${port}/one`, 10)).rejects.toThrow("begins with https://")
    await expect(
      readFrom(`https://127.0.0.1:${port}/one`, 10, { mayReach: isPublicAddress, protocol: "https:" }),
    ).rejects.toThrow()
    expect(asked).toHaveLength(before + 2)
  })
})

describe("An address on the list", () => {
  it("brings what is new there, page after page, and says when it last worked", async () => {
    expect(await bring("/one")).toMatchObject({ trouble: null, invalid: 2 })
    const kept = await w.system((ctx) =>
      ctx.tx.execute<{ ocid: string }>(sql`select ocid from opportunities order by 1`),
    )
    expect(kept.map(({ ocid }) => ocid)).toEqual(["a-1", "a-3"])
    expect((await w.asViewer(listSources))[0]).toMatchObject({
      name: "/one",
      workedAt: at,
      trouble: null,
      invalid: 2,
    })
    const [reading] = await w.asViewer(listReadings)
    expect(reading).toMatchObject({ releases: 4, opportunities: 2 })
    expect(reading?.invalid.map(({ position }) => position)).toEqual([2, 4])
  })

  it("leads no further than five pages", async () => {
    const before = asked.length
    await bring("/more/0")
    expect(asked.length - before).toBe(5)
  })

  it("says in a sentence why it didn’t work, and keeps when it did", async () => {
    expect(await bring("/page")).toMatchObject({
      trouble: "This can’t be read as JSON: it is damaged or cut off. Download it again.",
    })
    expect(await bring("/gone")).toMatchObject({ trouble: "It answered with the error 404." })
    const all = await w.asManager(listSources)
    expect(all.find(({ name }) => name === "/gone")).toMatchObject({
      triedAt: at,
      workedAt: null,
      trouble: "It answered with the error 404.",
    })
  })
})

describe("Who decides where opportunities come from", () => {
  const input = addSourceInput.parse({
    name: "Find a Tender",
    address: "https://notices.example.org/ocds?updatedFrom=1",
  })
  it("is a worker or manager", async () => {
    for (const who of [w.asViewer, w.asLead, w.asOutsider]) {
      await expect(who((ctx) => addSource(ctx, input))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => removeSource(ctx, { id: crypto.randomUUID() }))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => fetchNow(ctx, { id: crypto.randomUUID() }))).rejects.toThrow(NotAllowed)
    }
    for (const who of [w.asLead, w.asPublic]) await expect(who(listSources)).rejects.toThrow(NotAllowed)
    const { id } = await w.asWorker((ctx) => addSource(ctx, input))
    await expect(w.asWorker((ctx) => addSource(ctx, input))).rejects.toThrow("on the list already")
    await expect(w.asOtherManager((ctx) => removeSource(ctx, { id }))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => fetchNow(ctx, { id }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => fetchNow(ctx, { id }))
    const jobs =
      await w.operator`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'fetch-opportunities-now'`.catch(
        () => null,
      )
    if (jobs) expect(jobs[0]?.n).toBeGreaterThan(0)
    expect(await w.asManager((ctx) => removeSource(ctx, { id }))).toEqual({ name: "Find a Tender" })
  })

  it("gives a whole address of the web, and not too many", async () => {
    for (const address of [
      "http://notices.example.org/",
      "https://localhost/",
      "https://10.0.0.1/",
      "https://a:b@notices.example.org/",
      "https://db.internal/",
      "notices",
      "https://notices.example.org:8443/",
    ])
      expect(addSourceInput.safeParse({ name: "x", address }).success, address).toBe(false)
    await w.asOtherManager(async (ctx) => {
      for (let n = 0; n < MOST_SOURCES; n++)
        await addSource(ctx, { name: "x", address: `https://notices.example.org/${n}` })
      await expect(
        addSource(ctx, { name: "x", address: "https://notices.example.org/more" }),
      ).rejects.toThrow("Remove one first")
    })
  })
})
