import { z } from "zod"
import { say } from "../../words"
import { linkInput } from "../answering/input"

/** About which question a session is asked for, with the link of the check. */
export const askForSessionByLinkInput = linkInput.extend({
  questionId: z.uuid({ error: say("Choose what the session should be about") }),
})
