import path from "node:path"
import { fileURLToPath } from "node:url"

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")

/** Where the database, files and secrets live: DATA_DIR, taken from the checkout when it is a relative path. */
export const dataDir = () => path.resolve(ROOT, process.env.DATA_DIR || ".data")
