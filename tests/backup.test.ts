import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { readBackup } from "@/bin/archive/read"
import { atOneMoment, digestAll, ownerSql } from "@/bin/archive/tables"
import { writeBackup } from "@/bin/archive/write"
import { closeDatabases } from "@/db/client"
import { freshDatabase } from "./support/database"
import { world } from "./support/world"

const quiet = () => {}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "trellis-backup-"))
const file = path.join(folder, "kept.backup")
afterAll(() => fs.rmSync(folder, { recursive: true }))

async function digests() {
  const sql = ownerSql()
  try {
    return await atOneMoment(sql, digestAll)
  } finally {
    await sql.end()
  }
}

describe("A backup", async () => {
  const w = await world()
  await w.operator`select graphile_worker.add_job('nap', '{"lio":"x"}')`
  fs.mkdirSync(path.join(process.env.DATA_DIR ?? "", "files"))
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7) % 256))
  fs.writeFileSync(path.join(process.env.DATA_DIR ?? "", "files", "minutes.pdf"), bytes)
  const before = await digests()
  const kept = await writeBackup(file, quiet)

  it("holds every table of one moment, and may be read by its owner only", async () => {
    expect(kept.tables).toEqual(before)
    expect(before.groups?.rows).toBeGreaterThan(4)
    expect(before.events?.rows).toBeGreaterThan(0)
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  })

  it("does not go into an installation that has an LIO", async () => {
    await expect(readBackup(file, quiet)).rejects.toThrow("There are LIOs here already")
    expect(await digests()).toEqual(before)
  })

  it("comes back the same in an empty one, with files, jobs and walls", async () => {
    await closeDatabases()
    const empty = await freshDatabase()
    try {
      await readBackup(file, quiet)
      expect(await digests()).toEqual(before)
      expect(fs.readFileSync(path.join(empty.folder, "files", "minutes.pdf")).equals(bytes)).toBe(true)
      const sql = ownerSql()
      expect(await sql`select task_identifier as task from graphile_worker.jobs`).toEqual([{ task: "nap" }])
      expect(await sql`select 1 from groups`).toHaveLength(0)
      const loose =
        await sql`select relname from pg_class where relname = 'groups' and not relforcerowsecurity`
      expect(loose).toHaveLength(0)
      await sql.end()
      expect(await w.asManager(async (ctx) => ctx.actor.kind)).toBe("staff")
    } finally {
      await closeDatabases()
      await empty.drop()
    }
  })

  it("that is cut short or of something else changes nothing", async () => {
    const empty = await freshDatabase()
    try {
      const nothing = await digests()
      const whole = fs.readFileSync(file)
      for (const [name, bad] of [
        ["half", whole.subarray(0, whole.length / 2)],
        ["text", Buffer.from("hello")],
        ["nothing", Buffer.alloc(0)],
      ] as const) {
        fs.writeFileSync(path.join(folder, name), bad)
        await expect(readBackup(path.join(folder, name), quiet)).rejects.toThrow("not a whole backup")
      }
      expect(await digests()).toEqual(nothing)
    } finally {
      await empty.drop()
    }
  })
})
