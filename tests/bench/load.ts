import { Agent, get } from "node:http"
import { gunzipSync } from "node:zlib"

/** What a stretch of load showed: answers a second, how long the middle and the slow one took, in ms, and what went wrong. */
export type Load = { perSecond: number; p50: number; p95: number; answers: number; failed: string[] }

/** Asks an address once, and reads all of the answer. */
export function once(url: string, agent: Agent, cookie?: string): Promise<{ status: number; text: string }> {
  return new Promise((done, fail) => {
    get(url, { agent, headers: { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) } }, (response) => {
      const status = response.statusCode ?? 0
      let text = ""
      response.on("data", (chunk: Buffer) => (text += status === 200 ? "" : String(chunk)))
      response.on("end", () => done({ status, text }))
    }).on("error", fail)
  })
}

/** For so many milliseconds nothing is counted: a server just started is slower than it will be all day. */
const WARM_UP = 4_000

/** Asks an address from so many clients at once for so many seconds. Every answer must be 200; with `forgiving` the others are told. */
export async function load(
  url: string,
  {
    cookie,
    clients = 8,
    seconds = 6,
    warmUp = WARM_UP,
    forgiving = false,
  }: { cookie?: string; clients?: number; seconds?: number; warmUp?: number; forgiving?: boolean } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times: number[] = []
  const failed: string[] = []
  const ask = async (until: number) => {
    while (performance.now() < until) {
      const begun = performance.now()
      const { status, text } = await once(url, agent, cookie)
      const wrong = `${url} answered ${status}: ${text.slice(0, 200)}`
      if (status !== 200 && !forgiving) throw new Error(wrong)
      if (status !== 200) failed.push(wrong)
      else times.push(performance.now() - begun)
    }
  }
  const all = (until: number) => Promise.all(Array.from({ length: clients }, () => ask(until)))
  await all(performance.now() + warmUp)
  times.length = 0
  const start = performance.now()
  await all(start + seconds * 1000)
  const taken = (performance.now() - start) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return {
    perSecond: Math.round(times.length / taken),
    p50: at(0.5),
    p95: at(0.95),
    answers: times.length,
    failed,
  }
}

/** What a first visit costs: kilobytes of HTML, scripts and styles as they travel, and how many requests. */
export async function weigh(base: string, path: string, cookie?: string) {
  const ask = (url: string) =>
    new Promise<{ body: Buffer; bytes: number }>((done, fail) => {
      get(url, { headers: { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) } }, (response) => {
        const parts: Buffer[] = []
        response.on("data", (chunk: Buffer) => parts.push(chunk))
        response.on("end", () => {
          const whole = Buffer.concat(parts)
          done({
            body: response.headers["content-encoding"] === "gzip" ? gunzipSync(whole) : whole,
            bytes: whole.length,
          })
        })
      }).on("error", fail)
    })
  const page = await ask(base + path)
  const html = page.body.toString()
  const scripts = [
    ...new Set(
      [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"(?![^>]*nomodule)/gi)]
        .filter(([tag]) => !/nomodule/i.test(tag))
        .map(([, src]) => src ?? ""),
    ),
  ]
  const styles = [
    ...new Set([...html.matchAll(/<link[^>]+href="([^"]+\.css[^"]*)"/g)].map(([, href]) => href ?? "")),
  ]
  const sizes = async (list: string[]) =>
    (await Promise.all(list.map((one) => ask(new URL(one, base).href)))).reduce(
      (sum, { bytes }) => sum + bytes,
      0,
    )
  const [js, css] = [await sizes(scripts), await sizes(styles)]
  const kb = (bytes: number) => Math.round(bytes / 102.4) / 10
  return {
    page: path,
    html: kb(page.bytes),
    js: kb(js),
    css: kb(css),
    total: kb(page.bytes + js + css),
    requests: 1 + scripts.length + styles.length,
  }
}
