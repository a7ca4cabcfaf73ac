import { lookup } from "node:dns"
import http from "node:http"
import https from "node:https"
import { BlockList, isIP, type LookupFunction } from "node:net"
import { RuleBroken } from "../../errors"
import { formatSize, say } from "../../words"

const TIMEOUT = 10_000
const MOST_REDIRECTS = 2
const AT_ONCE = 8
/** Said by pages that are there and don't show themselves to programs, or want a password. */
const THERE_ALL_THE_SAME = new Set([401, 403, 405, 429])

const PRIVATE = new BlockList()
for (const [net, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
  ] as const),
  ...([
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
  ] as const),
  ...([
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  PRIVATE.addSubnet(net, prefix, "ipv4")
/** Within 2000::/3, which is all that is given out: documentation, and addresses that carry an IPv4 address. */
for (const [net, prefix] of [
  ["2001:db8::", 32],
  ["2001::", 23],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  PRIVATE.addSubnet(net, prefix, "ipv6")
const GIVEN_OUT = new BlockList()
GIVEN_OUT.addSubnet("2000::", 3, "ipv6")

/** Where a link may lead our server: to the ports of the web at addresses that are reached from anywhere, never into a network of ours. */
export function isPublicAddress(address: string, port: number): boolean {
  const family = isIP(address)
  if (family === 0 || (port !== 80 && port !== 443)) return false
  return family === 4
    ? !PRIVATE.check(address, "ipv4")
    : GIVEN_OUT.check(address, "ipv6") && !PRIVATE.check(address, "ipv6")
}
type MayReach = typeof isPublicAddress

/** Looks a name up, and lets us connect to nothing but what was checked: asked again, the name could lead elsewhere. */
const checkedLookup =
  (port: number, mayReach: MayReach): LookupFunction =>
  (name, options, done) =>
    lookup(name, { ...options, all: true }, (trouble, addresses) => {
      if (trouble) return done(trouble, "")
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => mayReach(address, port)))
        return done(Object.assign(new Error("Not an address of the web"), { code: "EACCES" }), "")
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })

type Answer = { status: number; to: string | undefined; body: Uint8Array | null }
/** `most`: what is answered is read, up to so many bytes. */
type Question = { method: "HEAD" | "GET"; mayReach: MayReach; signal: AbortSignal; most?: number }

/** Reads what a server answers; null when it is longer than it may be. */
async function bodyOf(response: http.IncomingMessage, most: number): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > most) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function ask(url: URL, { method, mayReach, signal, most }: Question): Promise<Answer> {
  const secure = url.protocol === "https:"
  const port = Number(url.port) || (secure ? 443 : 80)
  const host = url.hostname.replace(/^\[|\]$/g, "")
  return new Promise((resolve, reject) => {
    // A name goes through the lookup; an address that is written out does not.
    if ((!secure && url.protocol !== "http:") || url.username || (isIP(host) && !mayReach(host, port)))
      return reject(new Error("Not an address of the web"))
    const request = (secure ? https : http).request(
      url,
      {
        ...{ method, signal, agent: false, lookup: checkedLookup(port, mayReach) },
        headers: { "user-agent": "Trellis-link-check", accept: "*/*", "accept-encoding": "identity" },
      },
      (response) => {
        const answer = { status: response.statusCode ?? 0, to: response.headers.location }
        const read =
          most !== undefined && answer.status === 200 ? bodyOf(response, most) : Promise.resolve(null)
        read.then((body) => resolve({ ...answer, body }), reject).finally(() => response.destroy())
      },
    )
    request.on("error", reject)
    request.end()
  })
}

const works = (status: number) => (status >= 200 && status < 400) || THERE_ALL_THE_SAME.has(status)

async function answersTo(method: "HEAD" | "GET", from: string, mayReach: MayReach): Promise<boolean> {
  const signal = AbortSignal.timeout(TIMEOUT)
  let url = new URL(from)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const { status, to } = await ask(url, { method, mayReach, signal })
    if (status < 300 || status >= 400 || !to) return works(status)
    if (!URL.canParse(to, url)) return false
    url = new URL(to, url)
  }
  // It leads on and on, as sites do that want a sign-in: it is there.
  return true
}

/** Whether a link still works: asked as lightly as can be, and once more as a browser would. Nothing is read. `mayReach` is another in tests only. */
export async function linkWorks(url: string, mayReach: MayReach = isPublicAddress): Promise<boolean> {
  const tried = (method: "HEAD" | "GET") => answersTo(method, url, mayReach).catch(() => false)
  return (await tried("HEAD")) || tried("GET")
}

/** Which of these links work, in their order. */
export async function linksThatWork(urls: string[], mayReach?: MayReach): Promise<boolean[]> {
  const answers: boolean[] = []
  for (let from = 0; from < urls.length; from += AT_ONCE) {
    const some = urls.slice(from, from + AT_ONCE)
    answers.push(...(await Promise.all(some.map((url) => linkWorks(url, mayReach)))))
  }
  return answers
}

const READING_TIMEOUT = 60_000

/**
 * Reads what stands at a web address that somebody has given: only over https, only from public addresses, and no more
 * than `most` bytes, after redirects, too. RuleBroken says in a sentence why not. The way there is another in tests only.
 */
export async function readFrom(
  from: string,
  most: number,
  { mayReach, protocol }: { mayReach: MayReach; protocol: string } = {
    mayReach: isPublicAddress,
    protocol: "https:",
  },
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(READING_TIMEOUT)
  let url = URL.canParse(from) ? new URL(from) : null
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (url?.protocol !== protocol)
      throw new RuleBroken(say("This isn’t an address that begins with https://."))
    const { status, to, body } = await ask(url, { method: "GET", mayReach, signal, most }).catch(() => {
      throw new RuleBroken(
        signal.aborted
          ? say("It took longer than a minute to answer.")
          : say("We couldn’t reach it: there’s no such server on the web, or it doesn’t answer."),
      )
    })
    if (body) return body
    if (status === 200) throw new RuleBroken(say("It has more than {size}.", { size: formatSize(most) }))
    if (status < 300 || status >= 400 || !to)
      throw new RuleBroken(say("It answered with the error {status}.", { status }))
    url = URL.canParse(to, url) ? new URL(to, url) : null
  }
  throw new RuleBroken(say("It leads from one address to another and doesn’t arrive."))
}
