import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { FieldsFrom } from "@/app/_ui/fields-from"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { found } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { type Difference, getChanges } from "@/lib/representations/versions/changes/queries"
import { versionIn } from "@/lib/representations/versions/files/queries"
import { say } from "@/lib/words"
import { ChangedLines } from "../../../../_parts/changed-lines"
import { PublicFrame } from "../../../../_parts/public-frame"

const WHAT: Record<Difference["what"], string> = {
  added: say("Added"),
  gone: say("Taken out"),
  reworded: say("Reworded"),
}

/** What changed between two published versions, place by place, for anybody. */
export default async function VersionChanges(props: PageProps) {
  const { lio, version, changes } = await visitPublic(props, async (ctx, { id = "", version }, { from }) => {
    const number = versionIn(version)
    const earlier = typeof from === "string" && from ? versionIn(from) : null
    const changes = await getChanges(ctx, id, number, earlier)
    found(changes.title)
    return { lio: await getFace(ctx), version: number, changes }
  })
  const { versions, from, title, differences } = changes
  const others = versions.filter((one) => one !== version)
  const heading = say("What changed in version {version}", { version })
  return (
    <PublicFrame lio={lio} title={`${heading}: ${title}`}>
      <BackLink href={`../${version}`}>{say("Version {version}", { version })}</BackLink>
      <h1>{heading}</h1>
      <p>{title}</p>
      {from === null ? (
        <p>{say("There’s no other version to compare it with.")}</p>
      ) : (
        <form method="get" className="no-print flex flex-wrap items-end gap-x-4">
          <FieldsFrom values={{ from: String(from) }}>
            <Select
              name="from"
              label={say("Compare with")}
              empty={null}
              options={others.map((one) => ({
                value: String(one),
                label: say("Version {version}", { version: one }),
              }))}
            />
          </FieldsFrom>
          <p>
            <button type="submit" className="button button-secondary">
              {say("Compare")}
            </button>
          </p>
        </form>
      )}
      {from !== null && differences.length === 0 ? (
        <p>{say("There are no differences between them.")}</p>
      ) : null}
      {differences.map(({ key, label, what, lines }) => (
        <section key={key} className="max-w-3xl">
          <h2>
            {label} <Tag>{WHAT[what]}</Tag>
          </h2>
          <ChangedLines lines={lines} />
        </section>
      ))}
    </PublicFrame>
  )
}
