import { z } from "zod"
import { wordsSaid } from "../../input"
import { say } from "../../words"

/** The address as it should have been. */
export const correctAddressInput = z.object({ email: wordsSaid(say("Enter your email address")) })
