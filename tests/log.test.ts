import { spawnSync } from "node:child_process"
import path from "node:path"
import { sql } from "drizzle-orm"
import { afterEach, describe, expect, it } from "vitest"
import { isId } from "@/app/_http/address"
import { log, logTo, redacted } from "@/lib/log"
import { world } from "./support/world"

const w = await world()
const TOKEN = "Zk3vQ1x_8aTnR0yLw5UeB7dHs2JmPq9cXfGi4KtVoNE"

/** What stands in the log while this is done, line by line. */
async function loggedBy(work: () => unknown) {
  const lines: string[] = []
  logTo({ write: (line) => lines.push(line) })
  await work()
  return lines
}
afterEach(() => logTo(process.stdout))

describe("The log", () => {
  it("is a line of JSON for each thing, with the time, the level and the words", async () => {
    const [line = "", ...more] = await loggedBy(() => log.warn({ lio: "ribble" }, "The mail server is away"))
    expect(more).toEqual([])
    expect(line).toMatch(/^\{.*\}\n$/)
    expect(JSON.parse(line)).toMatchObject({ level: "warn", lio: "ribble", msg: "The mail server is away" })
    expect(Date.parse(JSON.parse(line).time)).not.toBeNaN()
  })

  it("says where an error happened, without the values of a statement that failed", async () => {
    const words = "Rita told us in confidence\nthat she is ill"
    const failed = await w
      .system((ctx) =>
        ctx.tx.execute(sql`insert into people (lio_id, name, email) values
        (${ctx.lio.id}, ${words}, 'member@ribble.example')`),
      )
      .catch((error: unknown) => error)
    const [line = ""] = await loggedBy(() => log.error({ err: failed }, "It failed"))
    const { err } = JSON.parse(line)
    expect(err.message).toContain("insert into people")
    expect(err.stack).toContain("log.test.ts")
    expect(err.cause.code).toBe("23505")
    for (const private_ of ["Rita", "she is ill", "member@ribble"]) expect(line).not.toContain(private_)
  })

  it("hides addresses, tokens and notes wherever they stand", async () => {
    const lines = await loggedBy(() => {
      log.info(`A letter to rita@hobsmill.example bounced: <RITA@hobsmill.example>`)
      log.info({
        email: "rita@hobsmill.example",
        letter: { to: "rita@hobsmill.example", note: "She is ill" },
      })
      log.info(`GET /ribble/answer?key=${TOKEN}.${TOKEN}&q=Rita said 404`)
      log.error(new Error(`No session ${TOKEN}`))
      log.error({ err: new Error(`No session ${TOKEN}`, { cause: `rita@hobsmill.example` }) })
    })
    for (const line of lines) expect(line).not.toMatch(/rita|hobsmill|She is ill|Zk3vQ1x/)
    expect(lines.join("")).toContain("said 404")
  })

  it("keeps the ids of things and the places in the code, which is what it is for", () => {
    const id = "0b0f9f5e-1111-4111-8111-111111111111"
    expect(isId(id)).toBe(true)
    for (const kept of [id, "at getConsultation (/srv/lib/consultations/queries.ts:76:24)", "23505"])
      expect(redacted(kept)).toBe(kept)
    expect(redacted("Key (email)=(a@b.example) already exists.")).toBe(
      "Key (email)=([values]) already exists.",
    )
  })

  it("has what libraries print, and what nobody caught, in it too", () => {
    const script = `import { logEverything } from ${JSON.stringify(path.resolve("lib/log.ts"))}
      logEverything()
      console.warn("a library says %s", "hello")
      console.error(new Error("of a library"))
      setTimeout(() => { throw new Error("for rita@hobsmill.example") })`
    const { stdout, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    })
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(lines.map(({ level }) => level)).toEqual(["warn", "error", "fatal"])
    expect(lines[1].err.message).toBe("of a library")
    expect(lines[2].err.message).toBe("for [address]")
    expect(status).toBe(1)
  })
})
