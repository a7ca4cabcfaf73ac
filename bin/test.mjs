// npm test: everything that has to be right, in order. `--only unit` or `--only browser` for one of the two runners.
import { ensureInstalled } from "./parts/install.mjs"
import { runsOnNode24 } from "./parts/node24.mjs"
import { giveUp, Problem, tell } from "./parts/problem.mjs"

/** What runs for each choice, and the words over it. */
const STEPS = {
  style: "Style",
  types: "Types",
  leftovers: "Nothing that nobody uses",
  migrations: "Migrations match the schema",
  unit: "Tests",
  build: "Build",
  browser: "Tests in a browser",
}
const CHOICES = { unit: ["unit"], browser: ["build", "browser"] }

async function testAll(names) {
  const checks = await import("./parts/checks.mjs")
  const total = { passed: 0, failed: 0 }
  let built = true
  for (const name of names) {
    console.log(`\n== ${STEPS[name]}`)
    const begun = Date.now()
    if (name === "browser" && !built) {
      console.log("Not run: there is no build.")
      continue
    }
    try {
      const result = await checks[name]()
      if (typeof result === "object") {
        total.passed += result.passed
        total.failed += result.failed
      } else if (!result) {
        console.log(`Not right: ${STEPS[name]}`)
        total.failed += 1
      }
    } catch (error) {
      tell(error)
      total.failed += 1
      if (name === "build") built = false
    }
    console.log(`${STEPS[name]}: ${Math.round((Date.now() - begun) / 1000)} s`)
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

try {
  ensureInstalled()
  if (!runsOnNode24(import.meta.url)) {
    const at = process.argv.indexOf("--only")
    const names = at < 0 ? Object.keys(STEPS) : CHOICES[process.argv[at + 1]]
    if (!names) throw new Problem("Say --only unit or --only browser.")
    process.exit(await testAll(names))
  }
} catch (error) {
  giveUp(error)
}
