import type { ReactNode } from "react"
import { Pagination } from "@/app/_ui/pagination"
import { USES_A_PAGE, type Use, type Uses } from "@/lib/giving/queries"
import { formatDate, say, sayCount } from "@/lib/words"

type Props = {
  lio: string
  uses: Uses
  /** The page that it stands on. */
  at: string
  /** What is said before the first. */
  children: ReactNode
}

const inEmails = (count: number) => sayCount(count, { one: "{count} email", other: "{count} emails" })
const inSessions = (count: number) => sayCount(count, { one: "{count} session", other: "{count} sessions" })

function howOften({ emails, sessions }: Uses): string {
  if (sessions === 0) return say("In {emails}.", { emails: inEmails(emails) })
  if (emails === 0) return say("In {sessions}.", { sessions: inSessions(sessions) })
  return say("In {emails} and {sessions}.", { emails: inEmails(emails), sessions: inSessions(sessions) })
}

const When = ({ lio, use }: { lio: string; use: Use }) => {
  const on = formatDate(use.on)
  const how = use.by ? say("{on}, by {by}", { on, by: use.by }) : on
  return (
    <span className="block text-soft">
      {use.session ? (
        <>
          <a href={`/${lio}/sessions/${use.id}`}>{say("Session")}</a>, {how}
        </>
      ) : (
        say("Email, {how}", { how })
      )}
      {use.version ? <>, {say("version {version}", { version: use.version })}</> : null}
    </span>
  )
}

/** Where a guide or a resource was used: each email to a group, and each session, newest first. */
export const UsedIn = ({ lio, uses, at, children }: Props) => (
  <section aria-labelledby="used">
    <h2 id="used">{say("Used in emails and sessions")}</h2>
    {uses.emails + uses.sessions === 0 ? (
      <p className="max-w-3xl">{children}</p>
    ) : (
      <>
        <p>{howOften(uses)}</p>
        <ul className="m-0 max-w-3xl list-none border-t border-line p-0">
          {uses.uses.map((use) => (
            <li key={use.id} className="border-b border-line py-2">
              {use.groups.length === 0 ? say("No group") : null}
              {use.groups.map(({ id, name }, before) => (
                <span key={id}>
                  {before > 0 ? ", " : null}
                  <a href={`/${lio}/groups/${id}`}>{name}</a>
                </span>
              ))}{" "}
              <When lio={lio} use={use} />
            </li>
          ))}
        </ul>
        {uses.emails + uses.sessions > USES_A_PAGE ? (
          <Pagination
            place={{ path: at, query: {} }}
            page={uses.page}
            perPage={USES_A_PAGE}
            total={uses.emails + uses.sessions}
          />
        ) : null}
      </>
    )}
  </section>
)
