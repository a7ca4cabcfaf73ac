import { z } from "zod"

/** The ask whose reply, as it was entered by a link, a file goes with. */
export const fileByLinkInput = z.object({ askId: z.uuid() })

/** So many files can be sent by one link in a quarter of an hour. */
export const MOST_FILES_SOON = 10
/** And so many at all. */
export const MOST_FILES = 30
