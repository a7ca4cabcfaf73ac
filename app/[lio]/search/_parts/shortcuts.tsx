import { SingleKeys } from "@/app/_ui/single-keys"
import { say } from "@/lib/words/say"

const SHORTCUTS = [
  { keys: say("Ctrl K or ⌘ K"), does: say("Search or do, from any page") },
  { keys: say("Alt S"), does: say("Record a session") },
  { keys: say("Ctrl Enter or ⌘ Enter"), does: say("Save the session you’re recording") },
  { keys: "↑ and ↓", does: say("Go through what was found") },
  { keys: say("Enter"), does: say("Open what is marked") },
  { keys: say("Esc"), does: say("Close") },
  { keys: "?", does: say("In the search box: this list") },
] as const

/** The keys that work on every page of staff. */
export const Shortcuts = () => (
  <>
    <dl className="m-0 grid max-w-xl grid-cols-[max-content_1fr] gap-x-5 gap-y-2">
      {SHORTCUTS.map(({ keys, does }) => (
        <div key={keys} className="contents">
          <dt className="font-semibold">{keys}</dt>
          <dd className="m-0">{does}</dd>
        </div>
      ))}
    </dl>
    <SingleKeys />
  </>
)
