// Brings the database up to date and puts the demo into an empty one. Prints {"demo":…,"demos":…,"lios":…}: how many LIOs there are, and how many of them are the story of a demo.
import fs from "node:fs"
import path from "node:path"
import postgres from "postgres"
import { closeDatabases } from "@/db/client"
import { migrateDatabase, NewerDatabase } from "@/db/migrate"
import { loadOpenData } from "@/db/open-data/load"
import { publishLibrary } from "@/lib/guides/library/publish"

const url = process.env.TRELLIS_OWNER_URL ?? ""
const unfinished = path.join(process.env.DATA_DIR ?? "", "demo-is-unfinished")

try {
  await migrateDatabase(url)
} catch (error) {
  if (!(error instanceof NewerDatabase)) throw error
  console.error(`trellis: ${error.message}`)
  process.exit(1)
}
const sql = postgres(url, { max: 1, onnotice: () => {} })
await loadOpenData(sql)
await publishLibrary(sql, path.join(import.meta.dirname, "..", "guides"))
const count = async () =>
  (await sql<{ lios: number }[]>`select count(*)::int as lios from lios`)[0]?.lios ?? 0
if (process.env.DEMO !== "0") {
  const demo = () => import("@/db/seed/demo")
  if (fs.existsSync(unfinished)) await (await demo()).clearDemo(sql)
  if ((await count()) === 0) {
    console.error("trellis: Telling the story of the demo …")
    fs.writeFileSync(
      unfinished,
      "The demo was being written. The next start takes it away and writes it again.\n",
    )
    await (await demo()).seedDemo()
    fs.rmSync(unfinished, { force: true })
  }
}
const [row] = await sql<{ demos: number }[]>`select count(*)::int as demos from lios where demo`
const demos = row?.demos ?? 0
console.log(JSON.stringify({ demo: demos > 0, demos, lios: await count() }))
await sql.end()
await closeDatabases()
