import { z } from "zod"
import { choices } from "../../input"
import { STARTER_KINDS } from "./words"

/** Which of the starter kinds of membership an LIO takes, by their names. */
export const starterKindsInput = z.object({ kinds: choices(z.enum(STARTER_KINDS.map(({ name }) => name))) })
export type StarterKinds = z.output<typeof starterKindsInput>
