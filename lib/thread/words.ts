import { say } from "../words"

/** What the thread leads through, from what was heard to what came of it, in the order in which it comes about. */
export const THREAD_KINDS = {
  session: say("Session"),
  raised: say("Question for a meeting"),
  enquiry: say("Enquiry"),
  topic: say("Topic"),
  health: say("Health check"),
  search: say("Funding search"),
  consultation: say("Consultation"),
  response: say("Answer"),
  passage: say("Passage"),
  need: say("Need"),
  telling: say("Message to a body"),
  paper: say("Paper"),
  ask: say("Ask"),
  meeting: say("Board meeting"),
  reply: say("Reply"),
  promise: say("Promise"),
  outcome: say("Outcome"),
} as const
export type ThreadKind = keyof typeof THREAD_KINDS

/** The columns of the picture: what stands beneath each other, and what it is called. */
export const LAYERS: { label: string; kinds: ThreadKind[] }[] = [
  {
    label: say("What we heard"),
    kinds: ["session", "raised", "enquiry", "topic", "health", "search", "consultation"],
  },
  { label: say("Answers"), kinds: ["response"] },
  { label: say("Passages"), kinds: ["passage"] },
  { label: say("Needs"), kinds: ["need"] },
  { label: say("Papers"), kinds: ["paper", "telling"] },
  { label: say("Asks"), kinds: ["ask"] },
  { label: say("Meetings"), kinds: ["meeting"] },
  { label: say("Replies"), kinds: ["reply", "promise"] },
  { label: say("Outcomes"), kinds: ["outcome"] },
]

/** Several of a kind, as a heading. */
export const SEVERAL: Record<ThreadKind, string> = {
  session: say("Sessions"),
  raised: say("Questions for meetings"),
  enquiry: say("Enquiries"),
  topic: say("Topics"),
  health: say("Health checks"),
  search: say("Funding searches"),
  consultation: say("Consultations"),
  response: say("Answers"),
  passage: say("Passages"),
  need: say("Needs"),
  telling: say("Messages to bodies"),
  paper: say("Papers"),
  ask: say("Asks"),
  meeting: say("Board meetings"),
  reply: say("Replies"),
  promise: say("Promises"),
  outcome: say("Outcomes"),
}
