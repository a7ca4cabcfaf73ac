import type { CONSULTATION_QUESTIONS } from "../../vocabulary"

export type StoryQuestion = {
  key: string
  kind: keyof typeof CONSULTATION_QUESTIONS
  title: string
  help?: string
  options?: string[]
  statements?: string[]
  /** What is put on the scale, where that is several things. */
  things?: string[]
  scale?: { low: string; high: string; steps: number }
  /** What a number counts, and where its bands begin. */
  unit?: string
  bands?: string
  /** Of "choose any": the numbers of the options that go with no other, from 1. */
  alone?: string
  /** How many are put in order. */
  atMost?: string
  /** The heading of a section that begins with it. */
  section?: string
  required?: boolean
  /** Only groups that chose one of these options, by their numbers, of an earlier question are asked. */
  onlyIf?: { key: string; options: number[] }
}
/** One group's answers by question key: words, a number in words, the place of each option (0 for none), an option's number, several numbers, a point on the scale, the point of each thing (0 for none), or a sign for each statement (+ agrees, - disagrees, 0 passes); of a file its title. */
export type StoryAnswer = {
  group: string
  says: Record<string, string | number | readonly number[]>
  day: number
  language?: "cy"
}
