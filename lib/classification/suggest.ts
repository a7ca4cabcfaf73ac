import { TRUST } from "./trust"

/** A category of UK-CAT as it is kept. `trust`: of a hundred groups that its rule finds, how many have it; as in `TRUST` when left out. */
export type Category = {
  code: string
  name: string
  category: string
  subcategory: string | null
  level: number
  pattern: string | null
  unless: string | null
  trust?: number
}

/** A category that may fit. `score`: how sure, from 0 to 1; `because`: the words that gave it away. */
export type Suggestion = { code: string; tag: string; score: number; because: string }

/** What a rule is worth of which nobody knows how good it is, in hundredths. */
const UNTRIED = 30
/** What is wrong more often than this is not said. */
const LEAST = 0.2
const MOST = 5

type Rule = Category & { finds: RegExp; unlessFinds: RegExp | null; score: number }
type Found = { rule: Rule; because: string }

const ruleOf = (one: Category): Rule[] =>
  one.pattern
    ? [
        {
          ...one,
          finds: new RegExp(one.pattern, "i"),
          unlessFinds: one.unless ? new RegExp(one.unless, "i") : null,
          score: (one.trust ?? TRUST[one.code] ?? UNTRIED) / 100,
        },
      ]
    : []

/** Whether the first is what the second belongs to. */
const isAbove = (above: Category, one: Category) =>
  above.level < one.level &&
  above.category === one.category &&
  (above.level === 1 || above.name === one.subcategory)

/** Categories made ready to look through texts. */
export function reading(categories: Category[]) {
  const rules = categories.flatMap(ruleOf)
  const find = (text: string): Found[] =>
    rules.flatMap((rule) => {
      const because = rule.finds.exec(text)?.[0]
      return because && !rule.unlessFinds?.test(text) ? [{ rule, because: because.trim().toLowerCase() }] : []
    })
  return {
    /** At most five categories that may fit, the surest first, none with one beneath it. */
    suggest(text: string): Suggestion[] {
      const found = find(text)
      return found
        .filter(({ rule }) => rule.score >= LEAST && !found.some((other) => isAbove(rule, other.rule)))
        .sort(
          (one, other) => other.rule.score - one.rule.score || one.rule.code.localeCompare(other.rule.code),
        )
        .slice(0, MOST)
        .map(({ rule, because }) => ({ code: rule.code, tag: rule.name, score: rule.score, because }))
    },
    /** Every category that a text touches, by its code, and those above it, each with the words. */
    touched(text: string): Map<string, string> {
      const found = find(text)
      const above = found.flatMap(({ rule, because }) =>
        categories.filter((one) => isAbove(one, rule)).map((one) => [one.code, because] as const),
      )
      return new Map([...above, ...found.map(({ rule, because }) => [rule.code, because] as const)])
    },
  }
}
