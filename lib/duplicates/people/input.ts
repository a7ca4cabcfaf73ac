import { z } from "zod"

/** What of a person may come from either of two. */
export const PERSON_FACTS = ["name", "email", "phone", "channel", "about"] as const

const whose = z.enum(["kept", "gone"]).optional()
/** Two people who are one: which record stays, and whose word counts where they differ. */
export const mergePeopleInput = z.object({
  keptId: z.uuid(),
  goneId: z.uuid(),
  name: whose,
  email: whose,
  phone: whose,
  channel: whose,
  about: whose,
})
export type MergePeople = z.output<typeof mergePeopleInput>

/** A merge of people to be undone. */
export const unmergePeopleInput = z.object({ id: z.uuid() })
/** Two people who are two. */
export const peopleApartInput = z.object({ oneId: z.uuid(), otherId: z.uuid() })
