import { type PageProps, visit } from "@/app/_http/visit"
import { formatMoment } from "@/app/_ui/date"
import { Disclosure } from "@/app/_ui/disclosure"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayResolvePlaces } from "@/lib/groups/places/policy"
import { placesOverview } from "@/lib/groups/places/queries"
import { formatNumber, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { resolveForm } from "./actions"

const code = (text: React.ReactNode) => <code className="wrap-anywhere">{text}</code>

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
            rows: formatNumber(version.rows),
          })}
        </p>
      ) : (
        <EmptyState drawing="groups" title={say("No postcode table yet")}>
          {say(
            "You can do nearly everything without one: every district in the country is known by name, the public finder goes by names of places and, as far as it can, by the first part of a postcode, and you can tick the areas of each group by hand. With one, each group’s ward and district are found by its postcode, and the finder is exact.",
          )}
        </EmptyState>
      )}
      <Disclosure
        summary={version ? say("Bring in a newer table") : say("How to bring one in")}
        open={version === null}
      >
        <p>
          {say(
            "One table serves every organisation on this Trellis, so whoever runs it brings it in, on the computer that it runs on:",
          )}
        </p>
        <ol>
          <li>
            {say(
              "Download the National Statistics Postcode Lookup (NSPL) from the Open Geography Portal of the Office for National Statistics. It’s free, and there’s a new one every three months.",
            )}
          </li>
          <li>
            {sayRich(
              "Unpack it, and in the folder of Trellis type <code>npx trellis import postcodes FILE</code>, with the name of its big CSV file for FILE.",
              {
                code,
              },
            )}
          </li>
          <li>
            {sayRich(
              "For groups that are here already, type <code>npx trellis places resolve --lio {lio}</code>, or press the button on this page.",
              {
                code,
                lio,
              },
            )}
          </li>
        </ol>
        <p>
          {say(
            "A file of only the postcodes that you need works, too (.csv or .gz), with the columns postcode, lat, lon, ward code and district code. If Trellis was started with a DATA_DIR of its own, put that in front of the command.",
          )}
        </p>
      </Disclosure>
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
      {version ? <Unknown {...{ lio, unknown, unknownInAll, without }} /> : null}
    </Frame>
  )
}

type Overview = Awaited<ReturnType<typeof placesOverview>>

/** Postcodes that the table lacks, and how many groups have none. */
function Unknown({
  lio,
  unknown,
  unknownInAll,
  without,
}: { lio: string } & Pick<Overview, "unknown" | "unknownInAll" | "without">) {
  return (
    <>
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
    </>
  )
}
