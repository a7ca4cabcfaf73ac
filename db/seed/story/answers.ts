import type { QUESTION_KINDS } from "../../vocabulary"

export type StoryQuestion = {
  key: string
  kind: keyof typeof QUESTION_KINDS
  title: string
  help?: string
  options?: string[]
  scale?: { low: string; high: string; steps: number }
  required?: boolean
}
/** One group's answers by question key: words, an option's number, several numbers, or a point on the scale. */
export type StoryAnswer = { group: string; says: Record<string, string | number | number[]>; day: number }
