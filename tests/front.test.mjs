import net from "node:net"
import { afterAll, describe, expect, it } from "vitest"
import { notes } from "../bin/front/notes.mjs"
import { askerOf, trustedProxies } from "../bin/front/peers.mjs"
import { makeFront } from "../bin/front/server.mjs"

/** What stands behind the front here: says what it was given, or does as the address says. */
async function handle(req, res) {
  const { pathname } = new URL(req.url, "http://x")
  if (pathname === "/echo") {
    const body = []
    for await (const chunk of req) body.push(chunk)
    return res.end(JSON.stringify({ headers: req.headers, url: req.url, size: Buffer.concat(body).length }))
  }
  if (pathname.endsWith("/upload")) {
    let size = 0
    for await (const chunk of req) size += chunk.length
    return res.end(String(size))
  }
  if (pathname === "/refusing/settings/logo") {
    res.statusCode = 401
    return res.end("Sign in.")
  }
  if (pathname === "/hangs") return
  if (pathname === "/away") notes.getStore().unavailable = true
  if (pathname === "/away-at-once") {
    notes.getStore().unavailable = true
    res.writeHead(500, { "content-type": "application/json" })
    return res.end()
  }
  if (pathname === "/of-an-lio")
    notes.getStore().lio = { name: "Ribble <CVS>", slug: "ribble", phone: "01200 000000", email: null }
  const status = { "/away": 500, "/broken": 500, "/closed": 403, "/of-an-lio": 404, "/action": 500 }[pathname]
  res.statusCode = status ?? 200
  res.setHeader("content-type", "text/html")
  res.setHeader("content-security-policy", "default-src 'self'")
  res.setHeader("link", "</style.css>; rel=preload; as=style")
  res.write("<html id=__next_error__>")
  res.end("</html>")
}

const opened = []
async function front(more = {}) {
  const server = makeFront({
    handle,
    trusted: trustedProxies(more.proxies),
    secure: true,
    patience: { read: 200, write: 400, upload: 2_000 },
    ...more,
  })
  await new Promise((done) => server.listen(0, "127.0.0.1", done))
  opened.push(server)
  return `http://127.0.0.1:${server.address().port}`
}
afterAll(() => {
  for (const server of opened) server.close()
})
const base = await front()
const ask = (path, more = {}) =>
  fetch(base + path, { redirect: "manual", ...more, headers: { accept: "text/html", ...more.headers } })
const signedIn = { cookie: "trellis-session=x" }

/** Says these bytes on a connection of its own; gives the first line of the answer. */
const say = (bytes) =>
  new Promise((done) => {
    const socket = net.connect(Number(new URL(base).port), "127.0.0.1", () => socket.write(bytes))
    socket.on("data", (data) => {
      done(String(data).split("\r\n")[0])
      socket.destroy()
    })
  })

describe("Every answer", () => {
  it("has a policy for its content, and is kept to https", async () => {
    for (const path of ["/echo", "/closed", "/broken", "/%ff"]) {
      const { headers } = await ask(path)
      expect(headers.get("content-security-policy"), path).toMatch(/frame-ancestors 'none'/)
      expect(headers.get("strict-transport-security"), path).toContain("max-age=31536000")
    }
    expect((await ask("/page")).headers.get("content-security-policy")).toBe("default-src 'self'")
  })

  it.each([
    ["/closed", 403, "This page isn’t open to you"],
    ["/of-an-lio", 404, "We can’t find that page"],
    ["/broken", 500, "Something went wrong on our side"],
    ["/away", 503, "Back in a moment"],
  ])("at %s is a page with a heading, whole without scripts", async (path, status, heading) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(text).toContain(`<h1>${heading}</h1>`)
    expect(text).not.toContain("__next_error__")
    expect(text).not.toContain("<script")
    expect(answer.headers.has("link")).toBe(false)
    if (status === 503) expect(answer.headers.get("retry-after")).toBe("10")
    else expect(text).toContain('href="/where"')
  })

  it("of an LIO gives its telephone, as text", async () => {
    const text = await (await ask("/of-an-lio")).text()
    expect(text).toContain('ring <a href="tel:01200000000">01200 000000</a>')
    expect(text).toContain("Ribble &lt;CVS&gt;")
  })

  it("to Next’s own scripts stays Next’s", async () => {
    expect(await (await ask("/closed", { headers: { rsc: "1" } })).text()).toContain("__next_error__")
    const away = await ask("/away", { headers: { rsc: "1" } })
    expect([away.status, await away.text()]).toEqual([503, "Back in a moment\n"])
    const data = await ask("/away-at-once", { headers: { accept: "application/json" } })
    expect([data.status, await data.text()]).toEqual([503, "Back in a moment\n"])
  })

  it("comes, or says “back in a moment”, within the time there is", async () => {
    expect((await ask("/hangs")).status).toBe(503)
  })
})

describe("An address, a method or a form that nobody’s browser sends", () => {
  it("is refused, never a 500", async () => {
    expect((await ask("/%ff")).status).toBe(404)
    expect((await ask("/a%00b")).status).toBe(404)
    expect((await (await ask("/echo?q=a%00b")).json()).url).toBe("/echo?q=ab")
    expect(await say("TRACE /echo HTTP/1.1\r\nhost: x\r\n\r\n")).toContain("405")
    expect(await say(`GET /echo HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(40_000)}\r\n\r\n`)).toContain("431")
    expect(await say("GET\r\n\r\n")).toContain("400")
    const post = (headers, body = "a=1") => ask("/echo", { method: "POST", body, headers })
    expect((await post({ origin: "null" })).status).toBe(403)
    expect((await post({ origin: "not an address" })).status).toBe(403)
    expect((await post({ "content-type": "multipart/form-data" })).status).toBe(400)
    expect((await post({ "content-type": "multipart/form-data; boundary=x" }, "--x\r\nrubbish")).status).toBe(
      400,
    )
    expect((await post({})).status).toBe(200)
  })

  it("that Next cannot read as an action is a 400, unless the work had begun", async () => {
    expect(
      (await ask("/action", { method: "POST", body: "x", headers: { "next-action": "00" } })).status,
    ).toBe(400)
    expect((await ask("/broken")).status).toBe(500)
  })
})

describe("A connection", () => {
  const heard = async (bytes) => {
    const server = opened[0]
    const taken = new Promise((done) => server.once("connection", done))
    const socket = net.connect(Number(new URL(base).port), "127.0.0.1")
    const answer = new Promise((done) => {
      let all = ""
      socket.on("data", (data) => (all += data)).on("close", () => done(all.split("\r\n")[0]))
    })
    const inside = await taken
    if (bytes) {
      socket.write(bytes)
      await expect.poll(() => inside.bytesRead).toBeGreaterThan(0)
    }
    server.emit("clientError", Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" }), inside)
    return answer
  }

  it("that asked for nothing is closed without a word: a browser would take it for its next answer", async () => {
    expect(await heard("")).toBe("")
  })

  it("on which a request does not come to its end is told so", async () => {
    expect(await heard("GET / HTTP/1.1\r\n")).toBe("HTTP/1.1 408 Request Timeout")
  })
})

describe("A body", () => {
  const chunked = (size) => ({
    method: "POST",
    duplex: "half",
    body: new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < size; sent += 50_000) controller.enqueue(new Uint8Array(50_000))
        controller.close()
      },
    }),
  })

  it("is held to its size, told or in chunks, smaller for whoever is not signed in", async () => {
    const post = (size, headers) => ask("/echo", { method: "POST", body: "x".repeat(size), headers })
    expect((await post(200_000)).status).toBe(200)
    expect((await post(300_000)).status).toBe(413)
    expect((await post(300_000, signedIn)).status).toBe(200)
    expect((await post(1_100_000, signedIn)).status).toBe(413)
    expect((await ask("/echo", chunked(200_000))).status).toBe(200)
    expect((await ask("/echo", chunked(300_000))).status).toBe(413)
  })

  it("of a file passes as it comes, to 20 MB and no further, and is refused unread where nobody is signed in", async () => {
    const path = "/ribble/groups/import/upload"
    const send = (size, headers) => ask(path, { method: "POST", body: new Uint8Array(size), headers })
    expect(await (await send(15_000_000, signedIn)).text()).toBe("15000000")
    expect((await send(22_000_000, signedIn)).status).toBe(413)
    const refused = await send(2_000_000).catch(() => ({ status: "cut off" }))
    expect([413, "cut off"]).toContain(refused.status)
    const long = await ask(path, { ...chunked(30_000_000), headers: signedIn }).catch(() => ({
      status: "cut off",
    }))
    expect([413, "cut off"]).toContain(long.status)
  })
})

describe("Who is asking", () => {
  const trusted = trustedProxies("10.0.0.0/8, 192.0.2.1 ::1")

  it("is the other end of the line, whatever it says of itself", () => {
    expect(askerOf("203.0.113.5", "1.1.1.1, 2.2.2.2", trusted)).toBe("203.0.113.5")
    expect(askerOf("::ffff:203.0.113.5", undefined, trusted)).toBe("203.0.113.5")
  })

  it("is read from the right behind proxies that are trusted", () => {
    expect(askerOf("10.1.2.3", "6.6.6.6, 203.0.113.7", trusted)).toBe("203.0.113.7")
    expect(askerOf("::1", "6.6.6.6, 203.0.113.7, 192.0.2.1", trusted)).toBe("203.0.113.7")
    expect(askerOf("10.1.2.3", "", trusted)).toBe("10.1.2.3")
    expect(askerOf("10.1.2.3", "rubbish", trusted)).toBe("10.1.2.3")
    expect(askerOf("10.1.2.3", "203.0.113.7, 10.9.9.9", trusted)).toBe("203.0.113.7")
  })

  it("is told to the app in one header that nobody else can write", async () => {
    const told = async (at, headers) => (await (await fetch(`${at}/echo`, { headers })).json()).headers
    const lies = {
      "x-forwarded-for": "1.2.3.4",
      "x-trellis-asker": "6.6.6.6",
      "x-forwarded-host": "evil.example",
    }
    expect(await told(base, lies)).toMatchObject({ "x-trellis-asker": "127.0.0.1" })
    expect(await told(base, lies)).not.toHaveProperty("x-forwarded-host")
    const behind = await front({ proxies: "127.0.0.1" })
    expect(await told(behind, lies)).toMatchObject({
      "x-trellis-asker": "1.2.3.4",
      "x-forwarded-host": "evil.example",
    })
  })

  it("is not guessed from a setting that cannot be read", () => {
    expect(() => trustedProxies("10.0.0.0/8, proxy.local")).toThrow(
      "“proxy.local” is neither an address nor a network",
    )
  })
})
