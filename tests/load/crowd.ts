import { Agent } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { once } from "../bench/load"

/** A page, who asks for it, and what it may take at the 95th per cent, in ms, and weigh, in KB of HTML. */
export type Page = [what: string, path: string, cookie: string, p95: number, kb: number]
type Seen = { p50: number; p95: number; answers: number; failed: number }

/** What people do between two pages, in ms: they read. */
const reading = () => 500 + Math.random() * 1_000

/** So many people at once who open one page after the other: how long each page takes, by its name. Times in ms. */
export async function crowd(
  base: string,
  pages: Page[],
  { people, seconds = 60 }: { people: number; seconds?: number },
): Promise<Map<string, Seen>> {
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  const times = new Map<string, number[]>(pages.map(([what]) => [what, []]))
  const failed = new Map<string, number>()
  const until = performance.now() + seconds * 1_000
  let turn = 0
  const visit = async () => {
    while (performance.now() < until) {
      await pause(reading())
      const [what, path, cookie] = pages[turn++ % pages.length] as Page
      const begun = performance.now()
      const { status } = await once(base + path, agent, cookie)
      if (status === 200) times.get(what)?.push(performance.now() - begun)
      else failed.set(what, (failed.get(what) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: people }, visit))
  agent.destroy()
  return new Map(
    [...times].map(([what, all]) => {
      const sorted = all.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
      return [what, { p50: at(0.5), p95: at(0.95), answers: all.length, failed: failed.get(what) ?? 0 }]
    }),
  )
}
