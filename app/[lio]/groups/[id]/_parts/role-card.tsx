import { dialled } from "@/app/_ui/address"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { CHANNELS, ROLES } from "@/db/vocabulary"
import type { GroupRole } from "@/lib/groups/roles/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { endRoleForm, setMainContactForm, setSpeakingForm } from "../../actions"

/** What somebody may do here for the group, to choose from. */
export const SPEAKING = [
  {
    value: "lead",
    label: say("Speak for the group and sign off"),
    hint: say("A lead also changes the group’s details and people."),
  },
  { value: "member", label: say("Speak for the group") },
  { value: "no", label: say("Not sign in for the group") },
]

type Props = { lio: string; groupId: string; role: GroupRole; contactId: string | null; changes: boolean }

function dates({ startedOn, endedOn }: GroupRole) {
  if (startedOn && endedOn)
    return say("{startedOn} to {endedOn}", { startedOn: formatDate(startedOn), endedOn: formatDate(endedOn) })
  if (endedOn) return `until ${formatDate(endedOn)}`
  return startedOn ? `since ${formatDate(startedOn)}` : null
}

/** One person's role in a group, with what may be changed about it. */
export function RoleCard({ lio, groupId, role, contactId, changes }: Props) {
  const main = role.held && role.personId === contactId
  return (
    <li className="card">
      <h3 className="mt-0 mb-1">
        <a href={`/${lio}/people/${role.personId}`}>{role.name}</a>
      </h3>
      <p className="mb-1">{[role.title ?? ROLES[role.role], dates(role)].filter(Boolean).join(", ")}</p>
      <p className="mb-1 flex flex-wrap gap-2">
        {main ? <Tag tone="good">{say("Main contact")}</Tag> : null}
        {role.held && role.speaks ? (
          <Tag tone="note">{role.speaks === "lead" ? say("Lead") : say("Speaks for the group")}</Tag>
        ) : null}
      </p>
      {role.held && role.channel ? (
        <p className="mb-1 text-soft">
          {say("Best reached by {channels}", { channels: CHANNELS[role.channel].toLowerCase() })}
        </p>
      ) : null}
      {role.held && (role.phone || role.email) ? (
        <p className="mb-1 flex flex-wrap gap-x-5">
          {role.phone ? (
            <a className="inline-flex min-h-11 items-center" href={dialled(role.phone)}>
              {role.phone}
            </a>
          ) : null}
          {role.email ? (
            <a className="inline-flex min-h-11 items-center" href={`mailto:${role.email}`}>
              {role.email}
            </a>
          ) : null}
        </p>
      ) : null}
      {changes ? <Changes lio={lio} groupId={groupId} role={role} contactId={contactId} main={main} /> : null}
    </li>
  )
}

function Changes({ lio, groupId, role, contactId, main }: Omit<Props, "changes"> & { main: boolean }) {
  return (
    <Disclosure
      summary={sayRich("Change<span> the role of {role}</span>", {
        role: role.name,
        span: (text) => <span className="sr-only">{text}</span>,
      })}
    >
      {main ? null : (
        <Form
          action={setMainContactForm}
          lio={lio}
          id={`main-${role.id}`}
          submit={say("Make the main contact")}
          kind="secondary"
          className="mb-5"
        >
          <input type="hidden" name="groupId" value={groupId} />
          <input type="hidden" name="personId" value={role.personId} />
          <input type="hidden" name="seen" value={contactId ?? ""} />
        </Form>
      )}
      <Form
        action={setSpeakingForm}
        lio={lio}
        id={`speaks-${role.id}`}
        submit={say("Save what they may do")}
        kind="secondary"
        className="mb-5"
        values={{ speaks: role.speaks ?? "no" }}
      >
        <input type="hidden" name="groupId" value={groupId} />
        <input type="hidden" name="roleId" value={role.id} />
        <input type="hidden" name="seen" value={role.speaks ?? "no"} />
        <Radios name="speaks" legend={say("What may they do here?")} options={SPEAKING} />
      </Form>
      <Form action={endRoleForm} lio={lio} id={`end-${role.id}`} submit={say("End this role")} kind="danger">
        <input type="hidden" name="groupId" value={groupId} />
        <input type="hidden" name="roleId" value={role.id} />
        <DateFields name="endedOn" legend={say("When did it end?")} quick />
      </Form>
    </Disclosure>
  )
}
