import { randomBytes } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

const NAMES = [
  "AUTH_SECRET",
  "LINK_SECRET",
  "POSTGRES_PASSWORD",
  "OWNER_PASSWORD",
  "APP_PASSWORD",
  "AUTH_PASSWORD",
]

/** The secrets of this installation: made on the first start, kept in DATA_DIR/secrets.json for the owner's eyes only. */
export function readSecrets(folder) {
  const file = path.join(folder, "secrets.json")
  fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {}
  const secrets = {
    ...Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("base64url")])),
    ...kept,
  }
  if (NAMES.some((name) => !kept[name])) writeSecrets(folder, secrets)
  const given = ["AUTH_SECRET", "LINK_SECRET"].filter((name) => process.env[name])
  return { ...secrets, ...Object.fromEntries(given.map((name) => [name, process.env[name]])) }
}

/** Replaces the kept secrets in one step, so that a crash leaves the old ones. */
export function writeSecrets(folder, secrets) {
  const fresh = path.join(folder, `.secrets-${process.pid}`)
  fs.writeFileSync(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" })
  fs.renameSync(fresh, path.join(folder, "secrets.json"))
}
