import { say } from "@/lib/words"

/** What stands in the place of answers and numbers where a consultation was stopped. */
export function Stopped({ reason }: { reason: string | null }) {
  return (
    <section className="max-w-2xl">
      <p>
        {say("It was stopped, and every group you asked was told. No answers are counted, shown or used.")}
      </p>
      <p className="whitespace-pre-line">{reason}</p>
    </section>
  )
}
