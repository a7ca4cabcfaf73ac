import { Tag } from "@/app/_ui/tag"
import type { StaffGuide } from "@/lib/guides/writing/overview/queries"
import { formatDate, say, sayCount } from "@/lib/words"

/** To whom a guide was given, and what readers said of it. */
export function GuideUse({ lio, guide }: { lio: string; guide: StaffGuide }) {
  const { sent, remarks } = guide
  return (
    <div className="grid max-w-5xl gap-x-8 lg:grid-cols-2">
      <section>
        <h2>{say("Given to groups")}</h2>
        {sent.length === 0 ? (
          <p>
            {say(
              "Not given to any group yet. You can send it to a group, or tick it when you record a session.",
            )}
          </p>
        ) : (
          <ul className="m-0 list-none p-0">
            {sent.map(({ groupId, name, sentAt, version, session }) => (
              <li key={`${groupId} ${sentAt.toISOString()} ${session}`} className="border-b border-line py-2">
                <a href={`/${lio}/groups/${groupId}`}>{name}</a>{" "}
                <span className="text-soft">
                  {formatDate(sentAt)}, {say("version {version}", { version })}
                  {session ? (
                    <>
                      {", "}
                      <a href={`/${lio}/sessions/${session}`}>{say("in a session")}</a>
                    </>
                  ) : (
                    <>, {say("by email")}</>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
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
