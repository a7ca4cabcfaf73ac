import { z } from "zod"

/** What was put into the fields of one question: what was typed or ticked, and the words beside "Other". */
export type Typed = { answer?: string | string[]; says?: string }

const FIELD = /^(answer|says)-([0-9a-f-]{36})$/
const typed = z.union([z.string().max(50_000), z.array(z.string().max(200)).max(100)])

/** What those who came say of an event, with the link of their booking: the fields of each question end in its id. */
export const feedbackByLinkInput = z
  .object({ lio: z.string().regex(/^[a-z][a-z0-9-]*$/), key: z.string().max(2000) })
  .catchall(typed)
  .transform(({ lio, key, ...fields }) => {
    const said: Record<string, Typed> = {}
    for (const [name, value] of Object.entries(fields)) {
      const [, part, id = ""] = FIELD.exec(name) ?? []
      if (part === "answer") said[id] = { ...said[id], answer: value }
      else if (part === "says" && typeof value === "string") said[id] = { ...said[id], says: value.trim() }
    }
    return { lio, key, said }
  })
