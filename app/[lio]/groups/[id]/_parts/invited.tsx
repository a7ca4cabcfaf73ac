import { Form } from "@/app/_ui/form"
import { ROLES } from "@/db/vocabulary"
import type { listInvitations } from "@/lib/groups/roles/invitations/queries"
import { formatDate, say } from "@/lib/words"
import { withdrawInvitationForm } from "../../actions"

type Props = {
  lio: string
  groupId: string
  invitations: Awaited<ReturnType<typeof listInvitations>>
}

/** Who was invited to be one of the group's people, and has not answered yet. */
export function Invited({ lio, groupId, invitations }: Props) {
  return (
    <>
      <h2>{say("Waiting for an answer")}</h2>
      <ul className="m-0 grid list-none gap-4 p-0 lg:grid-cols-2">
        {invitations.map(({ id, name, email, role, title, byName, createdAt }) => (
          <li key={id} className="card">
            <h3 className="mt-0">{name}</h3>
            <p>
              {title ?? ROLES[role]}, {email}
            </p>
            <p className="text-soft">
              {say("Invited by {byName} on {createdAt}", { byName, createdAt: formatDate(createdAt) })}
            </p>
            <Form action={withdrawInvitationForm} lio={lio} submit={say("Withdraw")} kind="plain" id={id}>
              <input type="hidden" name="groupId" value={groupId} />
              <input type="hidden" name="id" value={id} />
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}
