import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { SearchBox } from "@/app/_ui/search-box"
import { mayEdit } from "@/lib/access/may"
import { FINDABLE, type Findable, findableBy, maySearchAll } from "@/lib/search/policy"
import { findEverywhere } from "@/lib/search/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { linesFor } from "./_parts/actions"
import { Shortcuts } from "./_parts/shortcuts"

const MOST = 60
const KINDS = Object.keys(FINDABLE) as Findable[]

export default async function Search(props: PageProps) {
  const [frame, { q, found, kinds, staff, keeps }] = await visit(props, async (ctx, query) => {
    const q = typeof query.q === "string" ? query.q.replaceAll("\0", "").trim().slice(0, 200) : ""
    const found = await findEverywhere(ctx, q, { most: MOST })
    return {
      q,
      found,
      kinds: findableBy(ctx.actor),
      staff: maySearchAll(ctx.actor),
      keeps: mayEdit(ctx.actor),
    }
  })
  const lio = frame.lio.slug
  const doing = staff ? linesFor(lio, keeps, q) : []
  return (
    <Frame {...frame} title={q ? say("Search for “{q}”", { q }) : say("Search")}>
      <h1>{say("Search")}</h1>
      <SearchBox
        action={`/${lio}/search`}
        label={say("What are you looking for?")}
        value={q}
        id="search-again"
      />
      {q ? (
        <p role="status" className="mt-5 text-lg font-semibold">
          {found.length >= MOST
            ? say("The {most} best for “{q}”", { most: MOST, q })
            : sayCount(
                found.length,
                { one: "{count} result for “{q}”", other: "{count} results for “{q}”" },
                { q },
              )}
        </p>
      ) : (
        <p className="mt-5">
          {say("You can look for {kinds}.", {
            kinds: inWords(kinds.map((kind) => FINDABLE[kind].label.toLowerCase())),
          })}
          {staff
            ? ` ${say("A charity number or a telephone number finds its group, however you type it.")}`
            : ""}{" "}
          {say("Small mistakes in spelling don’t matter.")}
        </p>
      )}
      {KINDS.map((kind) => {
        const some = found.filter((one) => one.kind === kind)
        return some.length === 0 ? null : (
          <section key={kind}>
            <h2>{FINDABLE[kind].label}</h2>
            <ul className="m-0 max-w-3xl list-none p-0">
              {some.map((one) => (
                <li key={one.id} className="border-b border-line py-2">
                  <a href={`/${lio}/${one.path}`} className="inline-flex min-h-11 items-center">
                    {one.title}
                  </a>
                  {one.hint ? <span className="text-soft"> {one.hint}</span> : null}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {doing.length > 0 ? (
        <section>
          <h2>{say("Do, or go to")}</h2>
          <ul className="m-0 max-w-3xl list-none p-0 sm:columns-2">
            {doing.map(({ href, title }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-11 items-center">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {staff && !q ? (
        <section id="keys">
          <h2>{say("Keys")}</h2>
          <Shortcuts />
        </section>
      ) : null}
      {q && found.length + doing.length === 0 ? (
        <EmptyState drawing="search" title={say("Nothing found")}>
          {say("Try fewer words, or a part of the name.")}
        </EmptyState>
      ) : null}
    </Frame>
  )
}
