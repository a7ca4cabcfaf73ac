import { z } from "zod"
import { say } from "../../words"

const version = z.coerce.number().int()

/** Two groups to be one: which stays, and whose word counts for each fact on which they differ. */
const mergeInput = z.object({
  keptId: z.uuid(),
  goneId: z.uuid(),
  keptVersion: version,
  goneVersion: version,
  /** Fact → whose; what is left out is taken from the one that stays, or from the other where it says nothing. */
  take: z.record(z.string(), z.enum(["kept", "gone"])).default({}),
})
export type Merge = z.output<typeof mergeInput>

/** The form: each choice is a field of its own, `take.email` = kept or gone. */
export const mergeForm = z
  .looseObject({ keptId: z.uuid(), goneId: z.uuid(), keptVersion: version, goneVersion: version })
  .transform((input, check) => {
    const take = Object.fromEntries(
      Object.entries(input).flatMap(([name, value]) =>
        name.startsWith("take.") ? [[name.slice("take.".length), value]] : [],
      ),
    )
    const parsed = mergeInput.safeParse({ ...input, take })
    if (parsed.success) return parsed.data
    check.addIssue({ code: "custom", message: say("Choose one of the two for each line") })
    return z.NEVER
  })

/** Two groups that somebody says are two. */
export const apartInput = z.object({ oneId: z.uuid(), otherId: z.uuid() })
