import { describe, expect, it } from "vitest"
import { doorRules } from "./architecture/doors"
import { kitRules } from "./architecture/kit"
import { layerRules } from "./architecture/layers"
import { loopRules } from "./architecture/loops"
import { shapeRules } from "./architecture/shape"
import { type Rule, readSources } from "./architecture/sources"
import { textRules } from "./architecture/texts"
import { writingRules } from "./architecture/writing"

const RULES: Rule[] = [
  ...layerRules,
  ...doorRules,
  ...writingRules,
  ...shapeRules,
  ...loopRules,
  ...kitRules,
  ...textRules,
]
const sources = readSources()
const listed = ({ known = [] }: Rule) => (Array.isArray(known) ? known : Object.keys(known)) as string[]

describe("The house", () => {
  it.each(RULES)("$says", (rule) => {
    const found = rule.find(sources)
    expect(found.filter((one) => !listed(rule).includes(one)).sort(), "against the rule").toEqual([])
    expect(
      listed(rule).filter((one) => !found.includes(one)),
      "no longer true, so off the list",
    ).toEqual([])
  })
})

describe("A house with one wrong file", () => {
  it.each(RULES)("is not one where $says", ({ find, seed }) => {
    expect(find(new Map(Object.entries(seed.files)))).toEqual(seed.found)
  })
})
