import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { Heard } from "@/lib/needs/queries"
import { inWords, say, sayCount, shortened } from "@/lib/words"

const LONGEST = 240

function titleOf({ kind, words }: Heard): string {
  switch (kind) {
    case "session":
      return say("A session")
    case "answer":
      return say("An answer to {title}", { title: words ?? "" })
    case "passage":
      return say("A passage")
    case "topic":
      return say("A topic: {title}", { title: words ?? "" })
    case "enquiry":
      return say("An enquiry")
    case "search":
      return say("What a group needs money for")
    default:
      return words === null
        ? say("A health check: no longer shared")
        : kind === "check"
          ? say("A health check")
          : say("The plan of a health check")
  }
}

const textOf = ({ kind, words, answer }: Heard) =>
  kind === "answer" || kind === "topic" || words === null
    ? undefined
    : answer
      ? say("{question} {answer}", { question: words, answer: HEALTH_ANSWERS[answer] })
      : shortened(words, LONGEST)

/** One place where a need was heard, as a line of its page. What a group doesn’t share any more has no words and leads nowhere. */
export const heardInWords = (lio: string, heard: Heard) => ({
  id: heard.id,
  at: heard.at,
  title: titleOf(heard),
  href: heard.href ? `/${lio}${heard.href}` : undefined,
  text: textOf(heard),
  author:
    heard.groups.length > 3
      ? sayCount(heard.groups.length, { one: "{count} group", other: "{count} groups" })
      : inWords(heard.groups),
})
