import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { ROOT } from "./paths.mjs"

const SOURCES = [
  "app",
  "db",
  "emails",
  "lib",
  "public",
  "drizzle/meta/_journal.json",
  "package.json",
  "package-lock.json",
]
const SETTINGS = /^(next\.config|postcss\.config|tsconfig|proxy)\b/
const MARK = path.join(ROOT, ".next", "trellis-build")
export const NEXT = path.join(ROOT, "node_modules", "next", "dist", "bin", "next")

function filesOf(place) {
  if (!fs.existsSync(place)) return []
  if (fs.statSync(place).isFile()) return [place]
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)))
}

/** A mark that changes whenever what the web is built from does. */
function sourcesMark() {
  const alone = fs.readdirSync(ROOT).filter((name) => SETTINGS.test(name))
  const hash = createHash("sha256")
  for (const file of [...SOURCES, ...alone].flatMap((name) => filesOf(path.join(ROOT, name)))) {
    hash.update(path.relative(ROOT, file)).update("\0").update(fs.readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}

/** Builds the web when its sources changed since the last build that went well. `run` runs Node with the arguments given. */
export async function ensureBuilt(run) {
  const mark = sourcesMark()
  if (
    fs.existsSync(path.join(ROOT, ".next", "BUILD_ID")) &&
    fs.existsSync(MARK) &&
    fs.readFileSync(MARK, "utf8") === mark
  )
    return
  console.error("trellis: Building the web (about a minute) …")
  fs.rmSync(MARK, { force: true })
  await run([NEXT, "build"], "The web could not be built.")
  fs.writeFileSync(MARK, mark)
}
