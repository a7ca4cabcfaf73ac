import type { Tongue } from "@/lib/consultations/languages/words"
import { sayRich } from "@/lib/words/rich"

import { marking } from "./tongue"

/** Which consultation an answer is to, and whose it is. */
export function AboutAnswer({
  title,
  group,
  tongue,
}: {
  title: string
  group: string
  tongue: Tongue | null
}) {
  return (
    <p className="mb-6">
      {marking(tongue)(title)}
      <br />
      {sayRich("For {group}", { group: <strong>{group}</strong> })}
    </p>
  )
}
