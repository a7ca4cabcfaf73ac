import { Tag } from "@/app/_ui/tag"
import type { Uses } from "@/lib/giving/queries"
import type { StaffGuide } from "@/lib/guides/writing/overview/queries"
import { formatDate, say, sayCount } from "@/lib/words"
import { UsedIn } from "../../../_parts/used-in"

/** To whom a guide was given, and what readers said of it. */
export function GuideUse({ lio, guide, uses }: { lio: string; guide: StaffGuide; uses: Uses }) {
  const { remarks } = guide
  return (
    <div className="grid max-w-5xl gap-x-8 lg:grid-cols-2">
      <UsedIn lio={lio} uses={uses} at={`/${lio}/guides/manage/${guide.slug}`}>
        {say("Not used yet. You can send it to a group, or tick it when you record a session.")}
      </UsedIn>
      <section>
        <h2>{say("What readers said")}</h2>
        {remarks.length === 0 ? (
          <p>{say("Nobody has said yet whether it was useful.")}</p>
        ) : (
          <>
            <p>
              {sayCount(
                remarks.length,
                {
                  one: "{useful} of {count} reader found it useful.",
                  other: "{useful} of {count} readers found it useful.",
                },
                { useful: remarks.filter(({ useful }) => useful).length },
              )}
            </p>
            <ul className="m-0 list-none p-0">
              {remarks
                .filter(({ why }) => why)
                .map(({ id, useful, why, saidAt, version }) => (
                  <li key={id} className="border-b border-line py-2">
                    <Tag tone={useful ? "good" : "problem"}>{useful ? say("Useful") : say("Not useful")}</Tag>{" "}
                    <span className="text-soft">
                      {formatDate(saidAt)}, {say("version {version}", { version })}
                    </span>
                    <p className="m-0 whitespace-pre-line wrap-anywhere">{why}</p>
                  </li>
                ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}
