import { say } from "../../lib/words"

/** What kind of work a session was. */
export const SESSION_KINDS = {
  advice: say("One-to-one advice"),
  phone: say("Phone call"),
  email: say("Email"),
  visit: say("Visit"),
  meeting: say("Meeting"),
  training: say("Training"),
  outreach: say("Outreach"),
} as const

/** Where a session took place. */
export const SESSION_PLACES = {
  visit: say("At their place"),
  ours: say("At our office"),
  phone: say("By phone"),
  online: say("Online or by email"),
  event: say("At an event"),
  other: say("Somewhere else"),
} as const

/** How sure an LIO is of a need. */
export const EVIDENCE_STRENGTHS = {
  weak: say("One or two people have said so"),
  some: say("Several groups or people have said so"),
  strong: say("Heard widely, and backed up by figures"),
} as const

/** Where an open need stands, by the last step that was taken. */
export const NEED_STATUSES = {
  looking: say("Finding out more"),
  working: say("Something is being done"),
  waiting: say("Waiting for somebody"),
  partly: say("Partly met"),
} as const

/** What became of a need that is closed. */
export const NEED_ENDINGS = {
  met: say("It has been met"),
  gone: say("It’s no longer there"),
  dropped: say("We can’t do anything about it"),
  merged: say("It’s the same as another need"),
} as const

/** How somebody with an idea came to the LIO. */
export const ENQUIRY_SOURCES = {
  page: say("From your public page"),
  phone: say("By phone"),
  email: say("By email"),
  visit: say("In person"),
  event: say("At an event"),
  other: say("Another way"),
} as const

/** How a case ended. */
export const CASE_OUTCOMES = {
  reached: say("They got what they came for"),
  partly: say("They got some of what they came for"),
  passed: say("Somebody else is helping them now"),
  stopped: say("They didn’t need it any more"),
  none: say("We couldn’t help"),
} as const

/** How a group stands with something that a health check asks about. */
export const HEALTH_ANSWERS = {
  in_place: say("Yes, in place"),
  partly: say("Partly"),
  not_yet: say("Not yet"),
  not_apply: say("Doesn’t apply to us"),
  unsure: say("Don’t know"),
} as const
