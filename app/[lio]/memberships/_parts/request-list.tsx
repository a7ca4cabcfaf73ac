import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import type { listRequests } from "@/lib/memberships/requests/queries"

type Props = { lio: string; requests: Awaited<ReturnType<typeof listRequests>>; now: Date }

/** The requests that wait, the longest waiting first. */
export function RequestList({ lio, requests, now }: Props) {
  if (requests.length === 0) {
    return (
      <EmptyState title="No request waits">
        <p>
          A group asks to join on <a href={`/${lio}/join`}>your page to join</a>, or to renew by the link in
          its renewal letter. Its request then stands here until somebody has answered.
        </p>
      </EmptyState>
    )
  }
  return (
    <ul className="max-w-3xl list-none border-t border-line p-0">
      {requests.map((request) => (
        <li key={request.id} className="border-b border-line py-3">
          <p className="m-0 font-semibold">
            <a href={`/${lio}/memberships/requests/${request.id}`}>
              {request.groupName ?? request.said.group}
            </a>{" "}
            <Tag tone="wait">{request.kind === "join" ? "Wants to join" : "Wants to renew"}</Tag>
          </p>
          <p className="m-0 text-soft">
            {request.typeName}, asked by {request.person ?? request.said.name} on{" "}
            <When at={request.askedAt} now={now} />
          </p>
        </li>
      ))}
    </ul>
  )
}
