import { dialled } from "@/app/_ui/address"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { CHANNELS, ROLES } from "@/db/vocabulary"
import type { GroupRole } from "@/lib/groups/roles/queries"
import { endRoleForm, setMainContactForm, setSpeakingForm } from "../../actions"

/** What somebody may do here for the group, to choose from. */
export const SPEAKING = [
  {
    value: "lead",
    label: "Speak for the group and sign off",
    hint: "A lead also changes the group’s details and people.",
  },
  { value: "member", label: "Speak for the group" },
  { value: "no", label: "Not sign in for the group" },
]

type Props = { lio: string; groupId: string; role: GroupRole; contactId: string | null; changes: boolean }

function dates({ startedOn, endedOn }: GroupRole) {
  if (startedOn && endedOn) return `${formatDate(startedOn)} to ${formatDate(endedOn)}`
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
        {main ? <Tag tone="good">Main contact</Tag> : null}
        {role.held && role.speaks ? (
          <Tag tone="note">{role.speaks === "lead" ? "Lead" : "Speaks for the group"}</Tag>
        ) : null}
      </p>
      {role.held && role.channel ? (
        <p className="mb-1 text-soft">Best reached by {CHANNELS[role.channel].toLowerCase()}</p>
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
      summary={
        <>
          Change<span className="sr-only"> the role of {role.name}</span>
        </>
      }
    >
      {main ? null : (
        <Form
          action={setMainContactForm}
          lio={lio}
          id={`main-${role.id}`}
          submit="Make the main contact"
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
        submit="Save what they may do"
        kind="secondary"
        className="mb-5"
        values={{ speaks: role.speaks ?? "no" }}
      >
        <input type="hidden" name="groupId" value={groupId} />
        <input type="hidden" name="roleId" value={role.id} />
        <input type="hidden" name="seen" value={role.speaks ?? "no"} />
        <Radios name="speaks" legend="What may they do here?" options={SPEAKING} />
      </Form>
      <Form action={endRoleForm} lio={lio} id={`end-${role.id}`} submit="End this role" kind="danger">
        <input type="hidden" name="groupId" value={groupId} />
        <input type="hidden" name="roleId" value={role.id} />
        <DateFields name="endedOn" legend="When did it end?" quick />
      </Form>
    </Disclosure>
  )
}
