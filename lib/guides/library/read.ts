import { NATIONS } from "@/db/vocabulary"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { type GuideSaid, guideFields, guideSlug } from "../input"
import type { Nation } from "../words"

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A guide as a file tells it: what it says, its place among the others, and when it was and will be checked. */
export type GuideFile = GuideSaid & { slug: string; position: number; checkedOn: string; reviewOn: string }

const nationNamed = (name: string) =>
  (Object.keys(NATIONS) as Nation[]).find((nation) => NATIONS[nation].toLowerCase() === name.toLowerCase())

const listed = (text = "") =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)

/** Reads a Markdown file whose first lines say `title`, `summary`, `holds`, `checked` and `review`. RuleBroken says what is wrong with it. */
export function readGuideFile(name: string, text: string): GuideFile {
  const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text.replace(/\r\n/g, "\n")) ?? []
  const facts = new Map(
    front.split("\n").flatMap((line) => {
      const [, key, value] = /^([a-z]+):\s*(.*)$/.exec(line) ?? []
      return key ? [[key, value?.trim() ?? ""] as const] : []
    }),
  )
  const wrong = (what: string) => new RuleBroken(say("{file}: {problem}", { file: name, problem: what }))
  const slug = guideSlug.safeParse(name.replace(/^.*[\\/]/, "").replace(/\.md$/, ""))
  if (!slug.success)
    throw wrong(say("the file’s name has to be lower-case letters, digits and dashes, and end in .md."))
  const said = guideFields.safeParse({
    title: facts.get("title"),
    summary: facts.get("summary"),
    nations: listed(facts.get("holds")).map((nation) => nationNamed(nation) ?? nation),
    body,
    related: facts.get("related"),
  })
  if (!said.success) throw wrong(said.error.issues[0]?.message ?? say("it can’t be read."))
  const [checkedOn = "", reviewOn = ""] = [facts.get("checked"), facts.get("review")]
  if (!DAY.test(checkedOn) || !DAY.test(reviewOn))
    throw wrong(
      say("its first lines have to say when it was checked and when it is to be reviewed, like 2026-11-29."),
    )
  return {
    ...said.data,
    slug: slug.data,
    position: Number(facts.get("position")) || 1000,
    checkedOn,
    reviewOn,
  }
}
