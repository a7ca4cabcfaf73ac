import { z } from "zod"
import { choices } from "../../input"
import { STARTERS } from "./words"

const of = (list: keyof typeof STARTERS) => choices(z.enum(STARTERS[list].map(([name]) => name)))

/** Which of the starter words an LIO takes, by list. */
export const startersInput = z.object({
  theme: of("theme"),
  client_group: of("client_group"),
  service: of("service"),
  tag: of("tag"),
})
export type Starters = z.output<typeof startersInput>
