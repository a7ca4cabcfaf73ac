import { say } from "../../lib/words"

/** The nations for which a guide may hold. */
export const NATIONS = {
  england: say("England"),
  wales: say("Wales"),
  scotland: say("Scotland"),
  northern_ireland: say("Northern Ireland"),
} as const

/** How far a guide that is being written has come. */
export const GUIDE_STAGES = {
  draft: say("Draft"),
  to_check: say("Waiting to be checked"),
  checked: say("Checked"),
} as const
