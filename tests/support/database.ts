import { randomBytes } from "node:crypto"
import fs from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import postgres from "postgres"
import { databaseRules } from "@/db/rules/walls"
import { addressFor } from "./postgres"

/**
 * A database of this test file's own, copied from the migrated template; every TRELLIS_…_URL points at it from now on.
 * `drop` takes it away again, with its DATA_DIR.
 */
export async function freshDatabase() {
  const admin = process.env.TRELLIS_TEST_POSTGRES
  const template = process.env.TRELLIS_TEST_TEMPLATE
  if (!admin || !template) throw new Error("Run tests with vitest, from the root of the checkout.")
  const name = `trellis_test_${Date.now()}_${randomBytes(4).toString("hex")}`
  const sql = postgres(admin, { max: 1, onnotice: () => {}, idle_timeout: 5 })
  await sql.unsafe(`create database ${name} template ${template} owner trellis_owner`)
  // A copy of a database does not carry what is granted on it.
  const owner = postgres(addressFor(admin, "trellis_owner", name), { max: 1 })
  await owner.unsafe(databaseRules)
  await owner.end()
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "trellis-data-"))
  process.env.TRELLIS_OWNER_URL = addressFor(admin, "trellis_owner", name)
  process.env.TRELLIS_APP_URL = addressFor(admin, "trellis_app", name)
  process.env.TRELLIS_AUTH_URL = addressFor(admin, "trellis_auth", name)
  process.env.DATA_DIR = folder
  return {
    name,
    folder,
    drop: async () => {
      await sql.unsafe(`drop database if exists ${name} with (force)`)
      await sql.end()
      await fs.rm(folder, { recursive: true, force: true })
    },
  }
}
