import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { ROOT } from "./paths.mjs"
import { Problem } from "./problem.mjs"

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((place) =>
    fs.existsSync(place),
  )
}

async function playwrights() {
  const { chromium } = await import("@playwright/test")
  const place = chromium.executablePath()
  return fs.existsSync(place) ? place : undefined
}

function install() {
  const quiet = { cwd: ROOT, stdio: ["ignore", 2, 2] }
  if (process.getuid?.() === 0 && fs.existsSync("/etc/debian_version")) {
    console.error("trellis: Installing Chromium with apt-get …")
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    spawnSync("apt-get", ["update", "-q"], { ...quiet, env: environment })
    spawnSync("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], {
      ...quiet,
      env: environment,
    })
  } else {
    console.error("trellis: Installing Chromium with Playwright …")
    spawnSync(
      process.execPath,
      [path.join(ROOT, "node_modules/playwright/cli.js"), "install", "chromium"],
      quiet,
    )
  }
}

/** Where Chromium is: CHROMIUM_PATH, one on the machine, or Playwright's own; installed if there is none. */
export async function findChromium() {
  const find = async () => process.env.CHROMIUM_PATH || onPath() || (await playwrights())
  const found = await find()
  if (found) return found
  install()
  const fresh = await find()
  if (!fresh)
    throw new Problem(
      "There is no Chromium, and it could not be installed. Say where it is with CHROMIUM_PATH.",
    )
  return fresh
}
