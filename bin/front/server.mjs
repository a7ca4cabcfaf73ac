// What every request meets before Next and every answer after it: sane addresses, bounded bodies, whole pages.
import http from "node:http"
import { log } from "../../lib/log.ts"
import { countBody, isReadable, MOST, MOST_SIGNED_OUT, readBody, TooMuch, UPLOADS } from "./bodies.mjs"
import { notes } from "./notes.mjs"
import { FROM_ELSEWHERE, PAGE_POLICY, pageFor } from "./pages.mjs"
import { askerOf, isTrusted } from "./peers.mjs"

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
const BODYLESS = new Set(["GET", "HEAD", "OPTIONS"])
/** For answers that are no pages, among them whatever was uploaded: nothing in them runs. Pages bring their own (proxy.ts). */
const FILE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
/** After so long without an answer the asker is told to come back, in milliseconds. */
const PATIENCE = { read: 15_000, write: 30_000, upload: 120_000 }

const isDocument = (req) =>
  /text\/html/.test(req.headers.accept ?? "text/html") && !req.headers.rsc && !req.headers["next-action"]

/** Ends an answer with a page of ours; with a line of text for whoever is no page reader. */
function send(req, res, status, said) {
  const page = isDocument(req)
  for (const name of res.getHeaderNames())
    if (/^(content-|transfer-|cache-|set-cookie|etag|link$|x-next|vary)/.test(name)) res.removeHeader(name)
  res.statusCode = status
  res.setHeader("content-type", page ? "text/html; charset=utf-8" : "text/plain; charset=utf-8")
  res.setHeader("content-security-policy", page ? PAGE_POLICY : FILE_POLICY)
  res.setHeader("cache-control", "no-store, no-transform") // Next would say that it is packed, and it is not
  if (status === 503) res.setHeader("retry-after", "10")
  if (!req.complete && !BODYLESS.has(req.method)) res.setHeader("connection", "close")
  const whole = pageFor(status, { lio: notes.getStore()?.lio, said })
  const text = page ? whole : `${/<h1>(.*?)<\/h1>/.exec(whole)?.[1]}\n`
  res.end(req.method === "HEAD" ? undefined : text)
}

/** Decodes the path as Next will; null for one that cannot be decoded or holds a null byte. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split("?", 1)[0])
    return path.includes("\0") ? null : path
  } catch {
    return null
  }
}

/** The status to answer instead of the one Next chose, or null when Next's own answer stands. */
function insteadOf(req, res, told) {
  const { statusCode } = res
  if (statusCode >= 500 && told.unavailable) return 503
  const isForm = req.method === "POST" && !/^\/api\//.test(req.url)
  if (statusCode === 500 && isForm && !told.begun) return 400
  const html = /text\/html/.test(String(res.getHeader("content-type") ?? ""))
  return html && isDocument(req) && [403, 404, 500].includes(statusCode) ? statusCode : null
}

/** Lets an answer through as it is, or puts a page of ours in its place. */
function watch(req, res, told) {
  const { write, end, flushHeaders, writeHead } = res
  let turn = "undecided"
  const replaced = () => {
    if (turn !== "undecided") return turn === "ours"
    const status = res.headersSent ? null : insteadOf(req, res, told)
    turn = status === null ? "theirs" : "ours"
    if (status !== null) {
      Object.assign(res, { write, end, flushHeaders, writeHead })
      send(req, res, status)
      swallow()
    }
    return turn === "ours"
  }
  const swallow = () => {
    const taken = (...given) => {
      const done = given.findLast((one) => typeof one === "function")
      if (done) process.nextTick(done)
      return true
    }
    res.write = taken
    res.end = (...given) => {
      taken(...given)
      return res
    }
    res.flushHeaders = () => {}
    res.writeHead = () => res
  }
  res.write = (...given) => (replaced() ? res.write(...given) : write.apply(res, given))
  res.end = (...given) => (replaced() ? res.end(...given) : end.apply(res, given))
  res.flushHeaders = () => (replaced() ? undefined : flushHeaders.call(res))
  res.writeHead = (status, ...given) => {
    res.statusCode = status
    return replaced() ? res : writeHead.call(res, status, ...given)
  }
}

/** A request with its body in hand, as Next expects one. */
function again(req, body) {
  const copy = new http.IncomingMessage(req.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req
  Object.assign(copy, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  })
  delete copy.headers["transfer-encoding"]
  copy.headers["content-length"] = String(body.length)
  copy.push(body)
  copy.push(null)
  return copy
}

/** Tells once that a proxy forwards addresses that are not believed. */
function unbelieved() {
  let told = false
  return () => {
    if (!told)
      log.warn(
        "A proxy sends X-Forwarded-For, but TRUSTED_PROXIES does not name it. Limits count it as one asker.",
      )
    told = true
  }
}

/**
 * The server that people reach. `handle` is Next's; `trusted` the proxies that are believed; `secure` whether the public
 * address is https.
 */
export function makeFront({ handle, trusted, secure, patience = PATIENCE }) {
  const warn = unbelieved()

  async function answer(req, res) {
    const told = notes.getStore()
    if (!METHODS.has(req.method)) return send(req, res, 405)
    const path = pathOf(req.url)
    if (path === null || /^\/?\/\//.test(req.url)) return send(req, res, 404)
    req.url = req.url.replace(/%00/g, "")
    const { peer } = told
    if (!isTrusted(peer, trusted)) {
      if (req.headers["x-forwarded-for"]) warn()
      for (const name of ["for", "host", "proto", "port"]) delete req.headers[`x-forwarded-${name}`]
      delete req.headers.forwarded
    }
    req.headers["x-trellis-asker"] = askerOf(peer, req.headers["x-forwarded-for"], trusted)
    let request = req
    const upload = UPLOADS.find((one) => one.path.test(path))
    if (!BODYLESS.has(req.method)) {
      if (req.headers.origin !== undefined && !URL.canParse(req.headers.origin))
        return send(req, res, 403, FROM_ELSEWHERE)
      const known = /(^|;\s*)trellis-(session|answer)=/.test(req.headers.cookie ?? "")
      if (upload && (known || upload.open)) {
        if (Number(req.headers["content-length"] ?? 0) > upload.most) return send(req, res, 413)
        countBody(req, upload.most, () => {
          if (!res.headersSent) send(req, res, 413)
          req.socket.destroySoon()
        })
      } else {
        const body = await readBody(req, known ? MOST : MOST_SIGNED_OUT)
        if (!(await isReadable(body, req.headers["content-type"]))) return send(req, res, 400)
        request = again(req, body)
      }
    }
    // A whole document is asked for, not React's description of one.
    if (req.method === "GET" && req.headers.rsc === undefined) told.drawn = []
    watch(request, res, told)
    const limit = upload ? patience.upload : BODYLESS.has(req.method) ? patience.read : patience.write
    const timer = setTimeout(() => {
      if (res.headersSent) return
      told.unavailable = true
      res.statusCode = 503
      res.end()
    }, limit)
    res.once("close", () => clearTimeout(timer))
    await handle(request, res)
  }

  const server = http.createServer({ maxHeaderSize: 32_768 }, (req, res) => {
    req.on("error", () => {})
    res.setHeader("content-security-policy", FILE_POLICY)
    if (secure) res.setHeader("strict-transport-security", "max-age=31536000")
    notes.run({ peer: req.socket.remoteAddress ?? "" }, () =>
      answer(req, res).catch((error) => {
        if (res.headersSent) return res.destroy()
        if (error instanceof TooMuch) return send(req, res, 413)
        if (error.code === "ECONNRESET" || req.destroyed) return res.destroy()
        log.error({ err: error }, "A request failed before or after Next")
        send(req, res, 500)
      }),
    )
  })
  server.on("clientError", (error, socket) => {
    const long = error.code === "HPE_HEADER_OVERFLOW"
    if (!socket.writable || error.code === "ECONNRESET") return socket.destroy()
    const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT"
    // Browsers open connections before they need them. An answer on one that asked for nothing would be taken for the
    // answer to whatever is asked on it next.
    if (late && socket.bytesRead === 0) return socket.destroy()
    const status = long
      ? "431 Request Header Fields Too Large"
      : late
        ? "408 Request Timeout"
        : "400 Bad Request"
    socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
  })
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  return server
}
