import { EmptyState } from "@/app/_ui/empty-state"
import type { listRequests } from "@/lib/memberships/requests/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { RequestRow } from "./request-row"

type Props = { lio: string; requests: Awaited<ReturnType<typeof listRequests>>; now: Date; decides: boolean }

/** The requests that wait, the longest waiting first. */
export function RequestList({ lio, requests, decides, now }: Props) {
  if (requests.length === 0) {
    return (
      <EmptyState drawing="letters" title={say("No request waits")}>
        <p>
          {sayRich(
            "A group asks to join on <link>your page to join</link>, or to renew by the link in its renewal letter. Its request is then listed here until somebody has answered.",
            { link: (text) => <a href={`/${lio}/join`}>{text}</a> },
          )}
        </p>
      </EmptyState>
    )
  }
  return (
    <ul className="act-list">
      {requests.map((request) => (
        <RequestRow
          key={request.id}
          {...{ lio, request, decides, now }}
          back={`/${lio}/memberships?show=requests`}
        />
      ))}
    </ul>
  )
}
