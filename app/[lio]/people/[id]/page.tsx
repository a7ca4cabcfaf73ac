import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { ROLES } from "@/db/vocabulary"
import { mayChangePerson, maySeePeople } from "@/lib/people/policy"
import { getPerson } from "@/lib/people/queries"
import { Frame } from "../../_parts/frame"

type Role = Awaited<ReturnType<typeof getPerson>>["roles"][number]

const dates = ({ startedOn, endedOn }: Role) =>
  [startedOn && `from ${formatDate(startedOn)}`, endedOn && `until ${formatDate(endedOn)}`]
    .filter(Boolean)
    .join(" ")

export default async function Person(props: PageProps) {
  const [frame, { person, changes, staff }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const person = await getPerson(ctx, id)
    return { person, changes: mayChangePerson(ctx.actor, person), staff: maySeePeople(ctx.actor) }
  })
  const lio = frame.lio.slug
  const up = staff
    ? { href: `/${lio}/people`, label: "People" }
    : { href: `/${lio}/groups`, label: "Your groups" }
  return (
    <Frame {...frame} title={person.name} at="groups">
      <BackLink href={up.href}>{up.label}</BackLink>
      <h1>{person.name}</h1>
      <SummaryList
        items={[
          { label: "Email", value: person.email && <a href={`mailto:${person.email}`}>{person.email}</a> },
          {
            label: "Phone",
            value: person.phone && <a href={`tel:${person.phone.replace(/[^\d+]/g, "")}`}>{person.phone}</a>,
          },
          ...(staff ? [{ label: "Notes", value: person.about }] : []),
        ]}
      />
      {changes ? (
        <p>
          <ButtonLink href={`/${lio}/people/${person.id}/edit`} kind="secondary">
            Change
          </ButtonLink>
        </p>
      ) : null}
      <h2>Roles</h2>
      {person.roles.length === 0 ? (
        <EmptyState title="No role in a group">
          Give them one on the page of the group, under People.
        </EmptyState>
      ) : (
        <ul className="m-0 max-w-3xl list-none p-0">
          {person.roles.map((role) => (
            <li key={role.id} className="border-b border-line py-3">
              <a href={`/${lio}/groups/${role.groupId}/people`}>{role.group}</a>:{" "}
              {role.title ?? ROLES[role.role]} {dates(role)} {role.held ? null : <Tag>Ended</Tag>}
              {role.held && role.speaks ? (
                <Tag tone="note">{role.speaks === "lead" ? "Lead" : "Speaks for the group"}</Tag>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
