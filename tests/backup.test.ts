import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { Writable } from "node:stream"
import postgres from "postgres"
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

describe("A backup of tables of all sizes", async () => {
  const sizes = [1, 10, 100, 1_000, 3_000, 10_000, 20_000, 30_000, 50_000, 70_000, 100_000]
  const place = (name: string) => path.join(folder, name)
  const gone = () => fs.readdirSync(folder).filter((name) => name.endsWith(".half"))
  /** A disk that takes a piece only every few milliseconds. */
  const slowly = (half: string) => {
    const into = fs.openSync(half, "w", 0o600)
    return new Writable({
      highWaterMark: 1,
      write: (chunk, _, done) => {
        fs.writeSync(into, chunk)
        setTimeout(done, 3)
      },
      final: (done) => done(fs.closeSync(into) as undefined),
    })
  }

  it("ends, 20 times, with the disk quick or slow, and keeps every row", async () => {
    const empty = await freshDatabase()
    const sql = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
    try {
      for (let run = 0; run < 20; run++) {
        const rows = sizes[run % sizes.length] ?? 0
        await sql`truncate postcodes`
        await sql`
          insert into postcodes (postcode, lat, lon, ward_code, district_code)
          select 'X' || n || md5(n::text), 53 + n * 0.00001, -2, 'E05000001', 'E08000009' from generate_series(1, ${rows}) n`
        const disk = run % 2 === 1 && rows <= 50_000 ? slowly : undefined
        const { tables } = await writeBackup(place("sized"), quiet, { patience: 15_000, disk })
        expect(tables.postcodes?.rows).toBe(rows)
      }
      expect(gone()).toEqual([])
      const whole = await digests()
      await sql`truncate postcodes`
      await readBackup(place("sized"), quiet)
      expect(await digests()).toEqual(whole)
    } finally {
      await sql.end()
      await empty.drop()
    }
  })

  it("says where it stands still, ends, and leaves neither half a file nor a transaction", async () => {
    const empty = await freshDatabase()
    const sql = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 2, onnotice: () => {} })
    try {
      await sql.begin(async (holder) => {
        await holder`lock table postcodes in access exclusive mode`
        await expect(writeBackup(place("stuck"), quiet, { patience: 5_000 })).rejects.toThrow(
          "stood still for 5 seconds at postcodes",
        )
      })
      const open = () => sql`
        select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`
      await expect.poll(async () => (await open()).length, { timeout: 120_000 }).toBe(0)
      expect(fs.existsSync(place("stuck"))).toBe(false)
      expect(gone()).toEqual([])
    } finally {
      await sql.end()
      await empty.drop()
    }
  })

  it("says so when the disk takes no more", async () => {
    const full = () =>
      new Writable({ write: (_, __, done) => done(Object.assign(new Error("full"), { code: "ENOSPC" })) })
    await expect(writeBackup(place("full"), quiet, { disk: full })).rejects.toThrow("no room")
    expect(gone()).toEqual([])
  })

  it("takes away the halves of backups that were killed, and no others", async () => {
    fs.writeFileSync(place("kept.backup.999999999.half"), "")
    fs.writeFileSync(place(`kept.backup.${process.ppid}.half`), "")
    const empty = await freshDatabase()
    await writeBackup(file, quiet)
    await empty.drop()
    expect(gone()).toEqual([`kept.backup.${process.ppid}.half`])
  })
})
