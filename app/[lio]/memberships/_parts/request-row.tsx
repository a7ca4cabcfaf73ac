import type { ReactNode } from "react"
import { When } from "@/app/_ui/date"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import type { listRequests } from "@/lib/memberships/requests/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { acceptRequestForm, refuseRequestForm } from "../actions"

type Props = {
  lio: string
  request: Awaited<ReturnType<typeof listRequests>>[number]
  /** May accept and refuse. */
  decides: boolean
  now: Date
  /** The page to come back to after pressing a button. */
  back: string
}

/** A request in a line: of a group that is on the list, accepted right here; of a new one, looked at first. */
export function RequestRow({ lio, request, decides, now, back }: Props) {
  const name = request.groupName ?? request.said.group ?? ""
  const page = `/${lio}/memberships/requests/${request.id}`
  const about = (text: ReactNode) => <span className="sr-only">{text}</span>
  const hidden = (
    <>
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="back" value={back} />
    </>
  )
  return (
    <li className="act-row">
      <div className="act-words">
        <a href={page} className="font-semibold">
          {name}
        </a>{" "}
        <Tag tone="wait">{request.kind === "join" ? say("Wants to join") : say("Wants to renew")}</Tag>
        <p className="m-0 text-soft">
          {sayRich("{type}, asked by {person} on {when}", {
            type: request.typeName,
            person: request.person ?? request.said.name ?? "",
            when: <When at={request.askedAt} now={now} />,
          })}
        </p>
      </div>
      {decides ? (
        <div className="acts no-print">
          {request.groupId ? (
            <Form
              action={acceptRequestForm}
              lio={lio}
              id={`accept-${request.id}`}
              kind="secondary"
              submit={sayRich("Accept<about>: {group}</about>", { group: name, about })}
            >
              {hidden}
            </Form>
          ) : (
            <a href={page} className="inline-flex min-h-9 items-center">
              {sayRich("Review<about>: {group}</about>", { group: name, about })}
            </a>
          )}
          <Form
            fold={sayRich("Refuse<about>: {group}</about>", { group: name, about })}
            action={refuseRequestForm}
            lio={lio}
            id={`refuse-${request.id}`}
            kind="secondary"
            submit={say("Refuse")}
          >
            {hidden}
            <TextArea name="reason" label={say("Why? The group reads it.")} rows={2} />
          </Form>
        </div>
      ) : null}
    </li>
  )
}
