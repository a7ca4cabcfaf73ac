import type { Measured } from "./long"

const NAMES = { "&amp;": "&", "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">" } as Record<
  string,
  string
>
const plain = (text = "") => text.replace(/&(amp|quot|#x27|lt|gt);/g, (sign) => NAMES[sign] ?? sign)

/** Somebody with a browser of their own, scripts off: opens a page, fills in one of its forms and sends it. It keeps cookies. */
export function browser(base: string, nth: number) {
  const jar = new Map<string, string>()
  const keep = (answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";")
      const [name = "", value = ""] = pair.split(/=(.*)/s)
      jar.set(name, value)
    }
  }
  const withCookies = () => ({
    ...headers,
    ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
  })
  const headers = { "x-forwarded-for": `10.${nth >> 8}.${nth & 255}.7`, accept: "text/html" }
  /** How long the page took to come and how long its form took to be answered, in ms, and where it led. */
  return async (path: string, sends: RegExp, fields: Record<string, string>) => {
    const asked = performance.now()
    const html = await (await fetch(base + path, { headers: withCookies() })).text()
    const opened = performance.now()
    const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].find(([text]) => sends.test(text))?.[0]
    if (!form) throw new Error(`There is no form to send at ${path}: ${html.slice(0, 300)}`)
    const body = new FormData()
    for (const [input] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
      const named = (name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1])
      body.append(named("name"), named("value"))
    }
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    const sent = performance.now()
    const answer = await fetch(base + path, {
      ...{ method: "POST", body, redirect: "manual" },
      headers: { ...withCookies(), origin: base },
    })
    keep(answer)
    const text = await answer.text()
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`)
    return { page: opened - asked, form: performance.now() - sent, to: answer.headers.get("location") ?? "" }
  }
}

const at = (times: number[], share: number) =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0)
/** A figure that 95 in 100 have to keep to. */
export const within = (what: string, times: number[], most: number): Measured => ({
  what,
  figure: `p50 ${at(times, 0.5)}, p95 ${at(times, 0.95)} ms of ${times.length}`,
  wanted: `≤ ${most} ms`,
  held: at(times, 0.95) <= most,
})
/** A figure that is as it should be, or not. */
export const isSo = (what: string, figure: string, wanted: string, held: boolean): Measured => ({
  ...{ what, figure, wanted, held },
})
