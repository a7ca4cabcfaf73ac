import { type PageProps, type Query, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { EmptyState } from "@/app/_ui/empty-state"
import { FieldsFrom } from "@/app/_ui/fields-from"
import { BackLink } from "@/app/_ui/links"
import { getComparison } from "@/lib/guides/writing/comparison/queries"
import { say } from "@/lib/words"
import { ChangedLines } from "../../../../_parts/changed-lines"
import { Frame } from "../../../../_parts/frame"

const one = (query: Query, name: string) => (typeof query[name] === "string" ? query[name] : undefined)

/** What changed in a guide between two of its versions, or since the last one. */
export default async function Compare(props: PageProps) {
  const [frame, { slug, title, from, to, sides, parts }] = await visit(props, (ctx, query, { slug = "" }) =>
    getComparison(ctx, slug, { from: one(query, "from"), to: one(query, "to") }),
  )
  const lio = frame.lio.slug
  const here = `/${lio}/guides/manage/${slug}`
  return (
    <Frame {...frame} title={say("What changed in “{title}”", { title })} at="guides/manage">
      <BackLink href={here}>{title}</BackLink>
      <h1>{say("What changed in “{title}”", { title })}</h1>
      <form method="get" className="no-print flex flex-wrap items-end gap-x-4">
        <FieldsFrom values={{ from, to }}>
          <Select name="from" label={say("From")} options={sides} />
          <Select name="to" label={say("To")} options={sides} />
        </FieldsFrom>
        <p>
          <button type="submit" className="button button-secondary">
            {say("Compare")}
          </button>
        </p>
      </form>
      {parts.length === 0 ? (
        <EmptyState drawing="files" title={say("There are no differences between them")}>
          {say("Choose two others to compare.")}
        </EmptyState>
      ) : null}
      {parts.map(({ label, lines }) => (
        <section key={label} className="max-w-3xl">
          <h2>{label}</h2>
          <ChangedLines lines={lines} />
        </section>
      ))}
    </Frame>
  )
}
