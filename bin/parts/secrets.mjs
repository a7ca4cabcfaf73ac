import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { hasCluster } from "./postgres-files.mjs"
import { Problem } from "./problem.mjs"

/** Locks answers that are named to nobody while their consultation is open. In no backup, so that a backup opens none. */
const SEAL = "SEAL_SECRET"
const NAMES = [
  "AUTH_SECRET",
  "LINK_SECRET",
  "POSTGRES_PASSWORD",
  "OWNER_PASSWORD",
  "APP_PASSWORD",
  "AUTH_PASSWORD",
]

/** What is kept in the file; a sentence instead of a guess when it is damaged, or gone from beside a database that needs it. */
function readKept(folder, file) {
  const advice = "Put it back from a copy or a backup, then start again. Nothing was changed."
  const needed = hasCluster(folder)
  if (!fs.existsSync(file)) {
    if (needed) throw new Problem(`${file} is missing, and the database beside it needs it. ${advice}`)
    return {}
  }
  let kept
  try {
    kept = JSON.parse(fs.readFileSync(file, "utf8"))
  } catch {
    kept = null
  }
  if (kept === null || typeof kept !== "object" || Array.isArray(kept))
    throw new Problem(`${file} is damaged and cannot be read. ${advice}`)
  const lost = NAMES.filter((name) => typeof kept[name] !== "string" || kept[name] === "")
  if (needed && lost.length > 0) throw new Problem(`${file} lacks ${lost.join(", ")}. ${advice}`)
  return kept
}

/** The secrets of this installation: made on the first start, kept in DATA_DIR/secrets.json for the owner's eyes only. */
export function readSecrets(folder) {
  const file = path.join(folder, "secrets.json")
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
  const kept = readKept(folder, file)
  const secrets = {
    ...Object.fromEntries([...NAMES, SEAL].map((name) => [name, randomBytes(32).toString("base64url")])),
    ...kept,
  }
  if ([...NAMES, SEAL].some((name) => !kept[name])) writeSecrets(folder, secrets)
  const given = ["AUTH_SECRET", "LINK_SECRET", SEAL].filter((name) => process.env[name])
  return { ...secrets, ...Object.fromEntries(given.map((name) => [name, process.env[name]])) }
}

/** Replaces the kept secrets in one step, so that a crash leaves the old ones. */
function writeSecrets(folder, secrets) {
  const fresh = path.join(folder, `.secrets-${process.pid}`)
  fs.writeFileSync(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" })
  fs.renameSync(fresh, path.join(folder, "secrets.json"))
}
