import { type PageProps, visit } from "@/app/_http/visit"
import { formatMoment } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayResolvePlaces } from "@/lib/groups/places/policy"
import { placesOverview } from "@/lib/groups/places/queries"
import { formatNumber, plural } from "@/lib/words"
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
    <Frame {...frame} title="Postcodes and wards" at="settings">
      <BackLink href={`/${lio}/settings`}>Settings</BackLink>
      <h1>Postcodes and wards</h1>
      <p>Trellis finds the ward and district of a group by its postcode, in a table of open data.</p>
      {version ? (
        <p>
          In force: <strong>{version.version}</strong>, read on {formatMoment(version.at)},{" "}
          {formatNumber(version.rows)} postcodes.
        </p>
      ) : (
        <EmptyState drawing="groups" title="No postcode table yet">
          Whoever runs Trellis reads one with <code>trellis import postcodes FILE</code>. Then every group has
          its ward.
        </EmptyState>
      )}
      {resolved.length > 0 ? (
        <>
          <h2>Found with</h2>
          <ul>
            {resolved.map((one) => (
              <li key={one.version}>
                {one.version ?? "an earlier table"}: {plural(one.groups, "group")}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {may && version ? (
        <>
          <h2>Look up all wards again</h2>
          <p>
            When a new table was read, or ward borders have moved. Each group that comes to another ward has
            it in its history. Sessions and results of the past stay as they were.
          </p>
          <Form action={resolveForm} lio={lio} submit="Look up all wards again" kind="secondary" />
        </>
      ) : null}
      <h2 id="unknown">{plural(unknownInAll, "group")} with a postcode that is not in the table</h2>
      {unknown.length > 0 ? (
        <>
          <p>Most often a typing mistake, or a postcode newer than the table.</p>
          <ul>
            {unknown.map((group) => (
              <li key={group.id}>
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>: {group.postcode}
              </li>
            ))}
          </ul>
          {unknownInAll > unknown.length ? <p>And {unknownInAll - unknown.length} more.</p> : null}
        </>
      ) : (
        <p>Every postcode was found.</p>
      )}
      <p>{plural(without, "group")} without a postcode.</p>
    </Frame>
  )
}
