import { formatDate } from "@/app/_ui/date"
import type { Waiting } from "@/lib/groups/proposals/queries"
import type { Group } from "@/lib/groups/queries"
import { factInWords, fieldLabel } from "@/lib/groups/words"
import { say } from "@/lib/words"

/** What a field says, as words on a page. */
export const wordsOf = (field: string, value: unknown) =>
  field === "sizesAsAt" && typeof value === "string"
    ? formatDate(value)
    : (factInWords(field, value) ?? say("Nothing"))

/** Whether a field says something else now than when they asked. */
export const hasMoved = (group: Partial<Group>, field: string, then: unknown) =>
  JSON.stringify(group[field as keyof Group] ?? null) !== JSON.stringify(then)

/** Each field as it is kept and as somebody wants it; and what it said when they asked, if that has changed since. */
export function SideBySide({ group, changes }: { group: Group; changes: Waiting["changes"] }) {
  return (
    <dl className="m-0">
      {Object.entries(changes).map(([field, [then, wanted]]) => {
        const now = group[field as keyof Group] ?? null
        return (
          <div key={field} className="mb-4 border-t border-line pt-3">
            <dt className="font-semibold">{fieldLabel(field)}</dt>
            <dd className="m-0 grid gap-x-8 gap-y-2 sm:grid-cols-2">
              <Version label={say("Kept now")}>{wordsOf(field, now)}</Version>
              <Version label={say("They want")}>
                <strong>{wordsOf(field, wanted)}</strong>
              </Version>
              {hasMoved(group, field, then) ? (
                <p className="m-0 text-soft sm:col-span-2">
                  {say("Somebody has changed it since. When they asked, it said: {field}", {
                    field: wordsOf(field, then),
                  })}
                </p>
              ) : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const Version = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="min-w-0">
    <p className="m-0 text-soft">{label}</p>
    <p className="m-0 break-words whitespace-pre-line">{children}</p>
  </div>
)
