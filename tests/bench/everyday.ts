import { readFileSync } from "node:fs"
import path from "node:path"

const data = process.env.DATA_DIR ?? ""
const secrets = JSON.parse(readFileSync(path.join(data, "secrets.json"), "utf8")) as Record<string, string>
const port = readFileSync(path.join(data, "postgres.port"), "utf8").trim()
const address = (role: string, password = "") => `postgres://${role}:${password}@127.0.0.1:${port}/trellis`

/** The environment in which the web and the worker of the Trellis in DATA_DIR run, for scripts that go through its doors. */
export const everyday = {
  ...secrets,
  APP_URL: process.env.TRELLIS_URL ?? "",
  TRELLIS_OWNER_URL: address("trellis_owner", secrets.OWNER_PASSWORD),
  TRELLIS_APP_URL: address("trellis_app", secrets.APP_PASSWORD),
  TRELLIS_AUTH_URL: address("trellis_auth", secrets.AUTH_PASSWORD),
}
