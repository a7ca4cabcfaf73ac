import { When } from "@/app/_ui/date"
import { say, sayCount } from "@/lib/words"

type Draft = { group?: string; about: string; savedAt: Date }

/** Sessions that were begun from other pages and not finished. */
export function OtherDrafts({ lio, drafts }: { lio: string; drafts: Draft[] }) {
  if (drafts.length === 0) return null
  return (
    <div className="banner banner-note">
      <p className="font-semibold">
        {sayCount(drafts.length, {
          one: "You have an unfinished session",
          other: "You have unfinished sessions",
        })}
      </p>
      <ul className="mb-0 list-none p-0">
        {drafts.map((draft) => (
          <li key={draft.group ?? ""}>
            <a
              href={`/${lio}/sessions/new${draft.group ? `?group=${draft.group}` : ""}`}
              className="inline-flex min-h-6 items-center"
            >
              {say("Continue with “{about}”", { about: draft.about })}
            </a>{" "}
            <span className="text-soft">
              <When at={draft.savedAt} time />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
