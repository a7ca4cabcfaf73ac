import { sayRich } from "@/lib/words/rich"

/** Which consultation an answer is to, and whose it is. */
export function AboutAnswer({ title, group }: { title: string; group: string }) {
  return (
    <p className="mb-6">
      {title}
      <br />
      {sayRich("For {group}", { group: <strong>{group}</strong> })}
    </p>
  )
}
