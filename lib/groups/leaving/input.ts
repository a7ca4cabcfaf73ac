import { z } from "zod"

/** A person, by their id. */
export const personIdInput = z.object({ id: z.uuid() })
