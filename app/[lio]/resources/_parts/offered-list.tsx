import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Static } from "@/app/_ui/static"
import { RESOURCE_KINDS } from "@/db/vocabulary"
import type { Resource } from "@/lib/resources/queries"
import { inWords, say, sayCount, shortened } from "@/lib/words"

type Props = {
  lio: { slug: string; name: string }
  offered: Resource[]
  /** What was looked for. */
  q: string
  kind: string
  known: boolean
}

/** What groups and visitors may open, with words and a kind to look for. */
export function OfferedList({ lio: { slug, name }, offered, q, kind, known }: Props) {
  const path = `/${slug}/resources`
  const asked = q !== "" || kind !== ""
  return (
    <>
      {known ? null : <BackLink href={`/${slug}`}>{name}</BackLink>}
      <h1>{say("Resources")}</h1>
      <Static>
        {offered.length > 0 || asked ? (
          <form action={path} className="mb-6 flex max-w-3xl flex-wrap items-end gap-4">
            <div>
              <label className="label" htmlFor="q">
                {say("Words to look for")}
              </label>
              <input className="input" id="q" name="q" type="search" defaultValue={q} />
            </div>
            <div>
              <label className="label" htmlFor="kind">
                {say("What it is")}
              </label>
              <select className="input" id="kind" name="kind" defaultValue={kind}>
                <option value="">{say("Anything")}</option>
                {Object.entries(RESOURCE_KINDS).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            <button className="button button-secondary" type="submit">
              {say("Find resources")}
            </button>
          </form>
        ) : null}
        {offered.length > 0 ? (
          <>
            <p>{sayCount(offered.length, { one: "{count} resource", other: "{count} resources" })}</p>
            <ul className="list-none p-0">
              {offered.map((one) => (
                <li key={one.id} className="card mb-4 max-w-3xl">
                  <h2 className="mt-0">
                    <a href={`${path}/${one.id}`}>{one.title}</a>
                  </h2>
                  {one.summary ? <p className="mb-1">{shortened(one.summary, 200)}</p> : null}
                  <p className="mb-0 text-soft">
                    {[RESOURCE_KINDS[one.kind], inWords(one.themes.map((theme) => theme.name))]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </li>
              ))}
            </ul>
          </>
        ) : asked ? (
          <EmptyState drawing="search" title={say("No resources match")}>
            <p>{say("Look for fewer or other words, or for anything.")}</p>
            <p>
              <a href={path}>{say("See all resources")}</a>
            </p>
          </EmptyState>
        ) : (
          <EmptyState drawing="files" title={say("No resources yet")}>
            <p>
              {say("Templates, forms and leaflets from {name} are listed here. Have a look again soon.", {
                name,
              })}
            </p>
          </EmptyState>
        )}
      </Static>
    </>
  )
}
