import { say } from "../../lib/words"

/** What a statutory body said to one ask. */
export const ASK_REPLIES = {
  accepted: say("Accepted"),
  partly: say("Accepted in part"),
  promised: say("Promised"),
  answered: say("Answered, no decision"),
  rejected: say("Not accepted"),
  no_reply: say("No reply"),
} as const

/** What is filed of a body about an ask: that it has it, or what it decided. */
export const FILED_REPLIES = { acknowledged: say("Acknowledged"), ...ASK_REPLIES } as const

/** How a promise of a body ended. */
export const PROMISE_ENDINGS = {
  kept: say("Kept"),
  not_kept: say("Not kept"),
  changed: say("Changed"),
} as const

/** What a paper is made of before its asks. */
export const PAPER_PARTS = { heading: say("Heading"), paragraph: say("Paragraph") } as const

/** What can stand behind a paragraph or an ask of a paper. */
export const PIN_KINDS = {
  passage: say("A group’s own words"),
  question: say("The results of a question"),
  need: say("A need"),
  sessions: say("A count of sessions"),
  topic: say("A network topic"),
  figure: say("An official figure"),
} as const

/** How a paper went to its body. */
export const SEND_WAYS = {
  trellis: say("Email it from here now"),
  email: say("From our own email"),
  post: say("By post"),
  by_hand: say("By hand"),
} as const
