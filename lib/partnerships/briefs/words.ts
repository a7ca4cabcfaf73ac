import { whereIs } from "../../tasks/words"
import { say } from "../../words"

/** The sections of a brief in their order, by what stands in them. */
export const BRIEF_SECTIONS = {
  questions: say("What groups want raised"),
  asks: say("What they haven’t answered yet"),
  promises: say("What they promised"),
  last: say("What happened last time"),
  needs: say("What people need"),
  consultations: say("What we’re asking groups now"),
} as const
export type BriefSection = keyof typeof BRIEF_SECTIONS

/** How the words of a task end that is about a brief. */
export const whereBrief = (meetingId: string) => whereIs(`board-meetings/${meetingId}/brief`)

/** One line of a brief. `key`: what it is, in one word and id; `path`: its page for staff, below the LIO's address. */
export type BriefItem = { key: string; words: string; about: string | null; path: string | null }
/** What was gathered for a brief. `more`: how many lines a section has beyond those shown. */
export type BriefContent = { section: BriefSection; items: BriefItem[]; more: number }[]
