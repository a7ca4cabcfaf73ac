import { z } from "zod"

/** The group whose details are all right, said by somebody signed in. */
export const confirmInput = z.object({ id: z.uuid() })

/** The same, said with the link of a letter. */
export const confirmByLinkInput = z.object({
  lio: z.string().regex(/^[a-z][a-z0-9-]*$/),
  id: z.uuid(),
  key: z.string().max(2000),
})

/** Days after the question on which it is put once more, if nobody answered. */
export const REMIND_AFTER_DAYS = 21
/** Days that the link of a letter works. */
export const LINK_DAYS = 60
/** At most one group in so many is asked on one day. */
export const ONE_IN = 20
