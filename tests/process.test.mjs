import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import postgres from "postgres"
import { afterAll, afterEach, describe, expect, it } from "vitest"
import { prepareEmbedded } from "../bin/parts/database.mjs"
import { takeLock } from "../bin/parts/installation.mjs"
import { running, startPostgres, stopPostgres } from "../bin/parts/postgres.mjs"
import { linkLibraries } from "../bin/parts/postgres-files.mjs"
import { alive, markOf, until, wait } from "../bin/parts/process.mjs"
import { readSecrets } from "../bin/parts/secrets.mjs"

const home = fs.mkdtempSync(path.join(os.tmpdir(), "trellis process "))
fs.chmodSync(home, 0o711)
const password = "only for tests"
let cluster = ""
const start = (folder) => startPostgres({ folder, password, fast: true })

async function answers(port) {
  const sql = postgres(`postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`, {
    max: 1,
  })
  try {
    return (await sql`select 1 as one`)[0].one === 1
  } finally {
    await sql.end()
  }
}

afterEach(() => cluster && stopPostgres(cluster))
afterAll(() => {
  if (cluster) fs.rmSync(cluster, { recursive: true, force: true })
  fs.rmSync(home, { recursive: true, force: true })
})

describe("The built-in PostgreSQL, in a folder with a space in its name", () => {
  it("comes back after it was killed, on the same port", async () => {
    const first = await start(home)
    cluster = first.cluster
    expect(await answers(first.port)).toBe(true)
    process.kill(first.pid, "SIGKILL")
    await until(() => !alive(first.pid), 60_000)
    expect(fs.existsSync(path.join(cluster, "postmaster.pid"))).toBe(true)
    const second = await start(home)
    expect(second.port).toBe(first.port)
    expect(await answers(second.port)).toBe(true)
  })

  it("is not fooled when another process now has the number of the killed one", async () => {
    const note = path.join(cluster, "postmaster.pid")
    fs.writeFileSync(note, `${process.pid}\n${cluster}\n0\n1\n\n127.0.0.1\n0\nready\n`)
    expect(running(cluster)).toBe(null)
    expect(await answers((await start(home)).port)).toBe(true)
  })

  it("may take its note away while somebody reads it", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis-note-"))
    const loop = `const fs = require("fs"), f = process.argv[1], end = Date.now() + 1500
      while (Date.now() < end) { fs.writeFileSync(f, "1\\n"); fs.rmSync(f, { force: true }) }`
    const other = spawn(process.execPath, ["-e", loop, path.join(folder, "postmaster.pid")])
    const gone = new Promise((done) => other.once("exit", done))
    let looks = 0
    while (other.exitCode === null) {
      for (let n = 0; n < 500; n++, looks++) running(folder)
      await new Promise(setImmediate)
    }
    expect(await gone).toBe(0)
    expect(looks).toBeGreaterThan(500)
    fs.rmSync(folder, { recursive: true })
  })

  it("is joined, not started twice, by a second process", async () => {
    const [first, second] = await Promise.all([start(home), start(home)])
    expect(second.pid).toBe(first.pid)
  })

  it("is prepared by several commands at once, one after the other", async () => {
    const { port } = await start(home)
    const secrets = {
      POSTGRES_PASSWORD: password,
      OWNER_PASSWORD: "o",
      APP_PASSWORD: "a",
      AUTH_PASSWORD: "u",
    }
    const all = await Promise.all(Array.from({ length: 12 }, () => prepareEmbedded(port, secrets)))
    expect(new Set(all.map((urls) => urls.TRELLIS_APP_URL)).size).toBe(1)
  })

  it("stops when it is told to", async () => {
    const { pid } = await start(home)
    await stopPostgres(cluster)
    expect(await until(() => !alive(pid), 60_000)).toBe(true)
    expect(fs.existsSync(path.join(cluster, "postmaster.pid"))).toBe(false)
  })

  it("is made anew where a set-up was killed in the middle", async () => {
    const folder = path.join(home, "killed in the middle")
    const half = path.join(folder, "postgres")
    fs.mkdirSync(path.join(half, "base"), { recursive: true })
    fs.mkdirSync(`${half}.half-999999999`)
    const server = await start(folder)
    expect(await answers(server.port)).toBe(true)
    await server.stop()
    expect(fs.readdirSync(folder).filter((name) => name.includes("half"))).toEqual([])
  })

  it("gets the links between its libraries when npm did not make them", () => {
    const native = path.join(home, "package", "native")
    fs.mkdirSync(path.join(native, "lib"), { recursive: true })
    const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }]
    fs.writeFileSync(path.join(native, "pg-symlinks.json"), JSON.stringify(links))
    fs.writeFileSync(path.join(native, "lib", "libpq.so.5.18"), "library")
    linkLibraries(native)
    linkLibraries(native)
    expect(fs.readFileSync(path.join(native, "lib", "libpq.so.5"), "utf8")).toBe("library")
    expect(fs.readlinkSync(path.join(native, "lib", "libpq.so.5"))).toBe("libpq.so.5.18")
  })
})

describe("Secrets", () => {
  const folder = path.join(home, "secrets")
  it("are made once, long, for the owner's eyes only", () => {
    const first = readSecrets(folder)
    expect(fs.statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600)
    expect(first.AUTH_PASSWORD.length).toBeGreaterThan(40)
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length)
    expect(readSecrets(folder).AUTH_PASSWORD).toBe(first.AUTH_PASSWORD)
  })

  it("given by the environment are not written down", () => {
    expect(readSecrets(folder).AUTH_SECRET).toBe(process.env.AUTH_SECRET)
    expect(fs.readFileSync(path.join(folder, "secrets.json"), "utf8")).not.toContain(process.env.AUTH_SECRET)
  })
})

describe("A start that is told to stop", () => {
  it.each([200, 600, 1500])(
    "after %i ms leaves nothing running, and the next one begins anew",
    async (ms) => {
      const folder = path.join(home, `stopped after ${ms}`)
      const port = String(20_000 + Math.floor(Math.random() * 20_000))
      const server = spawn(process.execPath, ["bin/start.mjs"], {
        env: {
          ...process.env,
          DATA_DIR: folder,
          PORT: port,
          DEMO: "0",
          WORKER: "0",
          TRELLIS_TEST_POSTGRES: "",
        },
        stdio: "ignore",
      })
      const ended = new Promise((done) => server.once("exit", done))
      await wait(ms)
      server.kill("SIGTERM")
      await ended
      const place = path.join(folder, "postgres")
      expect(fs.existsSync(place) ? await until(() => !running(place), 60_000) : true).toBe(true)
      const again = await start(folder)
      expect(await answers(again.port).catch((error) => error.code)).toBeTruthy()
      await again.stop()
    },
    60_000,
  )
})

describe("Damaged secrets", () => {
  const folder = path.join(home, "damaged secrets")
  const file = path.join(folder, "secrets.json")
  const refuses = (words) => {
    const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null
    expect(() => readSecrets(folder)).toThrow(words)
    expect(fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null).toBe(before)
  }

  it("are told in a sentence, and never replaced beside a database that needs the old ones", () => {
    fs.mkdirSync(path.join(folder, "postgres"), { recursive: true })
    fs.writeFileSync(path.join(folder, "postgres", "PG_VERSION"), "18")
    refuses("is missing, and the database beside it needs it")
    for (const bad of ["", "{", "[]", '"x"']) {
      fs.writeFileSync(file, bad)
      refuses("is damaged and cannot be read")
    }
    fs.writeFileSync(file, '{"AUTH_SECRET":"x"}')
    refuses("lacks LINK_SECRET")
  })
})

describe("A data folder", () => {
  it("is served by one Trellis at a time", () => {
    const release = takeLock(home)
    expect(() => takeLock(home)).toThrow("Trellis already runs on")
    release()
    takeLock(home)()
  })

  it("is free again when the one that served it was killed", () => {
    const gone = spawnSync(process.execPath, ["-e", ""])
    fs.writeFileSync(path.join(home, "trellis.pid"), `${gone.pid} 1`)
    takeLock(home)()
    fs.writeFileSync(path.join(home, "trellis.pid"), markOf(process.pid).replace(/\d+$/, "1"))
    takeLock(home)()
  })
})

describe("The command line", () => {
  const env = { ...process.env, DATA_DIR: path.join(home, "data of the command line") }
  const trellis = (...words) =>
    spawnSync(process.execPath, ["bin/trellis", ...words], { env, encoding: "utf8" })
  afterAll(() => fs.rmSync(env.DATA_DIR, { recursive: true, force: true }))

  it("makes an LIO in a fresh folder, and leaves nothing running", () => {
    const made = trellis(
      "lio",
      "create",
      "--slug",
      "dale",
      "--name",
      "Dale CVS",
      "--kind",
      "cvs",
      "--manager",
      "m@dale.example",
      "--json",
    )
    expect(made.stderr).toBe("")
    expect(JSON.parse(made.stdout)).toEqual({
      lio: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), slug: "dale" },
    })
    expect(fs.existsSync(path.join(env.DATA_DIR, "postgres", "postmaster.pid"))).toBe(false)
  })

  it("says in a sentence what was refused, and how it is meant", () => {
    const again = trellis(
      "lio",
      "create",
      "--slug",
      "dale",
      "--name",
      "Dale CVS",
      "--kind",
      "cvs",
      "--manager",
      "m@dale.example",
      "--json",
    )
    expect([again.status, again.stdout]).toEqual([1, ""])
    expect(again.stderr).toContain("There is an LIO called dale already.")
    const wrong = trellis("lio", "create", "--slug")
    expect([wrong.status, wrong.stdout]).toEqual([2, ""])
    expect(trellis("lio", "found").status).toBe(2)
    expect(trellis("backup", "--help").stdout).toContain("Usage: npx trellis backup FILE")
  })
})
