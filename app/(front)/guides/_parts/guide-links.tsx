import { Static } from "@/app/_ui/static"
import type { Listed } from "@/lib/guides/reading/queries"
import { say } from "@/lib/words"

/** The guides that come with the installation, a link each. */
export function GuideLinks({ guides }: { guides: Pick<Listed, "slug" | "title">[] }) {
  if (guides.length === 0) return null
  return (
    <Static className="mt-8">
      <section aria-labelledby="guides">
        <h2 id="guides">{say("Guides to read or print")}</h2>
        <ul className="columns-1 p-0 sm:columns-2 lg:columns-3">
          {guides.map(({ slug, title }) => (
            <li key={slug} className="list-none break-inside-avoid">
              <a className="inline-flex min-h-11 items-center" href={`/guides/${slug}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Static>
  )
}
