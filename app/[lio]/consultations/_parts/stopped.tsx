import { say } from "@/lib/words"

/** What stands in the place of answers and numbers where a consultation was stopped. */
export function Stopped({ reason }: { reason: string | null }) {
  return (
    <section className="max-w-2xl">
      <p>
        {say(
          "It was stopped, and every group that was asked was told so: nothing that was answered is counted, shown or used.",
        )}
      </p>
      <p className="whitespace-pre-line">{reason}</p>
    </section>
  )
}
