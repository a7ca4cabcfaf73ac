import { readFileSync } from "node:fs"
import path from "node:path"
import { part } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"
import { NotFound } from "@/lib/errors"
import { isShown } from "../shown"

const sheet = (name: string) => readFileSync(path.join(process.cwd(), "app/_ui", name), "utf8")
const coloursIn = (css: string) => [...css.matchAll(/--color-[\w-]+: #[0-9a-f]{6};/g)].join("\n")

/** The tokens of one look whatever the system says, and the ring of focus for things that only show it. */
function lookOf(look: string | null) {
  const [light = "", dark = ""] = sheet("tokens.css").split("@media screen and (prefers-color-scheme: dark)")
  const colours = look === "dark" ? coloursIn(dark) : look === "light" ? coloursIn(light) : ""
  const ring = /:focus-visible \{([^}]*)\}/
  return `${colours ? `:root:root { color-scheme: ${look};\n${colours} }` : ""}
.shows-focus.shows-focus {${ring.exec(sheet("base.css"))?.[1]}}
@media (forced-colors: active) { .shows-focus.shows-focus {${ring.exec(sheet("modes.css"))?.[1]}} }`
}

/** The style sheet of the kit page alone: its look, and the states that a page shows only under a finger or a key. */
export const GET = routeOutside({}, ({ query }) => {
  if (!isShown()) throw new NotFound("There is no such place.")
  return part(lookOf(query.get("look")), { type: "text/css; charset=utf-8", named: false, seconds: 0 })
})
