import { type PageProps, visit } from "@/app/_http/visit"
import { formatMoment } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayResolvePlaces } from "@/lib/groups/places/policy"
import { placesOverview } from "@/lib/groups/places/queries"
import { say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { resolveForm } from "./actions"

/** Where groups are: which postcode table is in force, which groups were found with it, and which postcodes nobody knows. */
export default async function Places(props: PageProps) {
  const [frame, { version, resolved, unknown, unknownInAll, without, may }] = await visit(
    props,
    async (ctx) => ({
      ...(await placesOverview(ctx)),
      may: mayResolvePlaces(ctx.actor),
    }),
  )
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Postcodes and wards")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Postcodes and wards")}</h1>
      <p>{say("Trellis finds the ward and district of a group by its postcode, in a table of open data.")}</p>
      {version ? (
        <p>
          {sayRich("In force: {version}, read on {at}, {rows} postcodes.", {
            version: <strong>{version.version}</strong>,
            at: formatMoment(version.at),
            rows: version.rows,
          })}
        </p>
      ) : (
        <EmptyState drawing="groups" title={say("No postcode table yet")}>
          {sayRich(
            "Whoever runs Trellis reads one with <code>trellis import postcodes FILE</code>. Then every group has its ward.",
            { code: (text) => <code>{text}</code> },
          )}
        </EmptyState>
      )}
      {resolved.length > 0 ? (
        <>
          <h2>{say("Found with")}</h2>
          <ul>
            {resolved.map((one) => (
              <li key={one.version}>
                {one.version ?? say("an earlier table")}:{" "}
                {sayCount(one.groups, { one: "{count} group", other: "{count} groups" })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {may && version ? (
        <>
          <h2>{say("Look up all wards again")}</h2>
          <p>
            {say(
              "When a new table was read, or ward borders have moved. Each group that comes to another ward has it in its history. Sessions and results of the past stay as they were.",
            )}
          </p>
          <Form action={resolveForm} lio={lio} submit={say("Look up all wards again")} kind="secondary" />
        </>
      ) : null}
      <h2 id="unknown">
        {sayCount(unknownInAll, {
          one: "{count} group with a postcode that is not in the table",
          other: "{count} groups with a postcode that is not in the table",
        })}
      </h2>
      {unknown.length > 0 ? (
        <>
          <p>{say("Most often a typing mistake, or a postcode newer than the table.")}</p>
          <ul>
            {unknown.map((group) => (
              <li key={group.id}>
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>: {group.postcode}
              </li>
            ))}
          </ul>
          {unknownInAll > unknown.length ? (
            <p>{say("And {unknownInAll} more.", { unknownInAll: unknownInAll - unknown.length })}</p>
          ) : null}
        </>
      ) : (
        <p>{say("Every postcode was found.")}</p>
      )}
      <p>
        {sayCount(without, {
          one: "{count} group without a postcode.",
          other: "{count} groups without a postcode.",
        })}
      </p>
    </Frame>
  )
}
