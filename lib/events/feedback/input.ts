import { z } from "zod"
import { withSeveral } from "../../consultations/answering/several/input"

/** What those who came say of an event, with the link of their booking. */
export const feedbackByLinkInput = withSeveral({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  key: z.string().max(2000),
})
