import { SingleKeys } from "@/app/_ui/single-keys"
import { SHORTCUTS } from "./actions"

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
