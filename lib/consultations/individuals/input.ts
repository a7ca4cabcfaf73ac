import { z } from "zod"
import { addressSaid, ticked } from "../../input"
import { say } from "../../words"
import { withSeveral } from "../answering/several/input"

/** Whether people may answer a consultation for themselves. */
export const askPeopleInput = z.object({ id: z.uuid(), individuals: ticked() })
export type AskPeople = z.output<typeof askPeopleInput>

const lio = z.string().regex(/^[a-z][a-z0-9-]*$/)
const email = addressSaid(say("Enter your email address"))

/** What somebody says for themselves, from the public page. `company` is left empty by people. */
export const sayForYourselfForm = withSeveral({
  ...{ lio, id: z.uuid(), email },
  company: z.string().max(500).default(""),
})
export type SayForYourself = Omit<z.output<typeof sayForYourselfForm>, "lio">

/** The same with the link in their email, by which it is confirmed and changed. */
export const confirmByLinkInput = withSeveral({ lio, key: z.string().max(2000) })
