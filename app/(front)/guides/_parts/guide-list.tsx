import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { NATIONS } from "@/db/vocabulary"
import type { Listed } from "@/lib/guides/reading/queries"
import type { Hit } from "@/lib/guides/reading/search"
import { nationsInWords } from "@/lib/guides/words"
import { say, sayCount } from "@/lib/words"

const ALL = Object.keys(NATIONS).length

type Props = {
  guides: (Listed & { hits?: Hit[] })[]
  /** The address of the list: "/guides". */
  at: string
  /** What was looked for in them. */
  q: string
  /** They are an LIO's: its own are marked. */
  ofLio?: true
}

/** The guides there are, with a box to look for words in them. */
export function GuideList({ guides, at, q, ofLio }: Props) {
  return (
    <>
      <search className="no-print block max-w-2xl">
        <form action={at} method="get">
          <div className="field">
            <label className="label" htmlFor="q">
              {say("Search the guides")}
            </label>
            <input
              id="q"
              name="q"
              className="input max-w-md"
              defaultValue={q}
              maxLength={100}
              type="search"
            />
          </div>
          <p>
            <button type="submit" className="button button-secondary">
              {say("Search")}
            </button>
          </p>
        </form>
      </search>
      {q ? (
        <p role="status">
          {guides.length === 0
            ? say("No guide mentions “{words}”. Check how it’s spelt, or try fewer words.", { words: q })
            : sayCount(
                guides.length,
                {
                  one: "{count} guide has “{words}” in it.",
                  other: "{count} guides have “{words}” in them.",
                },
                { words: q },
              )}{" "}
          <a href={at}>{say("Show all guides")}</a>
        </p>
      ) : null}
      {guides.length === 0 && !q ? (
        <EmptyState drawing="files" title={say("No guides yet")}>
          {say("There is nothing to read here yet.")}
        </EmptyState>
      ) : null}
      <ul className="m-0 max-w-2xl list-none p-0">
        {guides.map(({ slug, title, summary, nations, own, hits }) => (
          <li key={slug} className="border-b border-line py-4">
            <h2 className="m-0 text-xl">
              <a href={`${at}/${slug}`} className="inline-flex min-h-11 items-center">
                {title}
              </a>
            </h2>
            <p className="m-0">{summary}</p>
            {nations.length < ALL || (ofLio && own) ? (
              <p className="m-0 text-soft">
                {nations.length < ALL
                  ? say("Applies to {nations}", { nations: nationsInWords(nations) })
                  : null}{" "}
                {ofLio && own ? <Tag>{say("Ours")}</Tag> : null}
              </p>
            ) : null}
            {hits && hits.length > 0 ? (
              <ul className="m-0 mt-2 grid list-disc gap-1 pl-5">
                {hits.map(({ id, heading, line }) => (
                  <li key={line}>
                    {heading ? <a href={`${at}/${slug}#${id}`}>{heading}</a> : null}
                    {heading ? ": " : null}
                    {line}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
