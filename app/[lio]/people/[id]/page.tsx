import { type PageProps, visit } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { CHANNELS, ROLES } from "@/db/vocabulary"
import { mayChangePerson, mayKeepPeople, maySeePeople } from "@/lib/people/policy"
import { getPerson } from "@/lib/people/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { comeBackForm } from "../actions"

type Role = Awaited<ReturnType<typeof getPerson>>["roles"][number]

const dates = ({ startedOn, endedOn }: Role) =>
  [startedOn && `from ${formatDate(startedOn)}`, endedOn && `until ${formatDate(endedOn)}`]
    .filter(Boolean)
    .join(" ")

export default async function Person(props: PageProps) {
  const [frame, { person, changes, staff, keeps }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const person = await getPerson(ctx, id)
    return {
      person,
      changes: mayChangePerson(ctx.actor, person),
      staff: maySeePeople(ctx.actor),
      keeps: mayKeepPeople(ctx.actor),
    }
  })
  const lio = frame.lio.slug
  const up = staff
    ? { href: `/${lio}/people`, label: say("People") }
    : { href: `/${lio}/groups`, label: say("Your groups") }
  const held = person.roles.filter((role) => role.held)
  const past = person.roles.filter((role) => !role.held)
  return (
    <Frame {...frame} title={person.name} at="people">
      <BackLink href={up.href}>{up.label}</BackLink>
      <h1>{person.name}</h1>
      {person.mergedIntoId ? (
        <p>
          {sayRich("This entry was merged with another. <link>See the person now</link>", {
            link: (text) => <a href={`/${lio}/people/${person.mergedIntoId}`}>{text}</a>,
          })}
        </p>
      ) : null}
      {person.leftAt && !person.mergedIntoId ? (
        <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
          <p className="m-0">
            <Tag tone="problem">{say("Left on {leftAt}", { leftAt: formatDate(person.leftAt) })}</Tag>
          </p>
          {keeps ? (
            <Form action={comeBackForm} lio={lio} submit={say("They are back")} kind="secondary" id="back">
              <input type="hidden" name="id" value={person.id} />
            </Form>
          ) : null}
        </div>
      ) : null}
      <SummaryList
        items={[
          {
            label: say("Email"),
            value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a>,
          },
          {
            label: say("Phone"),
            value: person.phone && <a href={dialled(person.phone)}>{person.phone}</a>,
          },
          { label: say("Best reached by"), value: person.channel && CHANNELS[person.channel] },
          ...(staff ? [{ label: say("Notes"), value: person.about }] : []),
        ]}
      />
      {changes && !person.mergedIntoId ? (
        <p className="flex flex-wrap items-center gap-x-6">
          <ButtonLink href={`/${lio}/people/${person.id}/edit`} kind="secondary">
            {say("Change")}
          </ButtonLink>
          {keeps && !person.leftAt && !person.onStaff ? (
            <a className="inline-flex min-h-11 items-center" href={`/${lio}/people/${person.id}/leave`}>
              {say("They have left")}
            </a>
          ) : null}
          {keeps ? (
            <a className="inline-flex min-h-11 items-center" href={`/${lio}/people/${person.id}/merge`}>
              {say("Listed twice? Merge them")}
            </a>
          ) : null}
        </p>
      ) : null}
      <h2>{say("Roles now")}</h2>
      {held.length === 0 ? (
        <EmptyState drawing="talk" title={say("No role in a group")}>
          {say("Give them one on the page of the group, under People.")}
        </EmptyState>
      ) : (
        <Roles lio={lio} roles={held} />
      )}
      {past.length > 0 ? (
        <>
          <h2>{say("Roles before")}</h2>
          <Roles lio={lio} roles={past} />
        </>
      ) : null}
    </Frame>
  )
}

function Roles({ lio, roles }: { lio: string; roles: Role[] }) {
  return (
    <ul className="m-0 max-w-3xl list-none p-0">
      {roles.map((role) => (
        <li key={role.id} className="border-b border-line py-3">
          <a href={`/${lio}/groups/${role.groupId}/people`}>{role.group}</a>: {role.title ?? ROLES[role.role]}{" "}
          {dates(role)} {role.main ? <Tag tone="good">{say("Main contact")}</Tag> : null}{" "}
          {role.held && role.speaks ? (
            <Tag tone="note">{role.speaks === "lead" ? say("Lead") : say("Speaks for the group")}</Tag>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
