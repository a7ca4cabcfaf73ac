import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { formatDate } from "@/app/_ui/date"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { LEVELS } from "@/db/vocabulary"
import { mayRunLio } from "@/lib/lios/policy"
import { listPastTeam, listTeam } from "@/lib/lios/staff/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"

/** Who works here, and who did. */
export default async function Staff(props: PageProps) {
  const [frame, { staff, past, runs }] = await visit(props, async (ctx) => ({
    staff: await listTeam(ctx),
    past: await listPastTeam(ctx),
    runs: mayRunLio(ctx.actor),
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/settings/staff`
  return (
    <Frame {...frame} title={say("Staff")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <div className="title-row">
        <h1>{say("Staff")}</h1>
        {runs ? <ButtonLink href={`${at}/new`}>{say("Invite somebody")}</ButtonLink> : null}
      </div>
      <p>
        {say(
          "A manager may do everything. A worker keeps groups, sessions and consultations. A viewer, such as a trustee, reads.",
        )}
      </p>
      <DataTable
        caption={say("Staff")}
        captionHidden
        rows={staff}
        rowKey={(person) => person.personId}
        columns={[
          {
            key: "name",
            label: say("Name"),
            main: true,
            cell: (person) => (runs ? <a href={`${at}/${person.personId}`}>{person.name}</a> : person.name),
          },
          { key: "email", label: say("Email"), cell: (person) => person.email },
          { key: "level", label: say("Level"), cell: (person) => LEVELS[person.level] },
          {
            key: "since",
            label: say("Since"),
            cell: (person) => (
              <>
                {formatDate(person.startedAt)}{" "}
                {person.cameIn ? null : <Tag tone="wait">{say("Not signed in yet")}</Tag>}
              </>
            ),
          },
        ]}
      />
      {past.length > 0 ? (
        <>
          <h2>{say("Who worked here before")}</h2>
          <ul className="m-0 max-w-3xl list-none p-0">
            {past.map((person) => (
              <li key={person.personId} className="border-b border-line py-3">
                {sayRich("{person}, {levels}, {startedAt} to", {
                  person: <a href={`/${lio}/people/${person.personId}`}>{person.name}</a>,
                  levels: LEVELS[person.level].toLowerCase(),
                  startedAt: formatDate(person.startedAt),
                })}{" "}
                {person.endedAt ? formatDate(person.endedAt) : ""}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Frame>
  )
}
