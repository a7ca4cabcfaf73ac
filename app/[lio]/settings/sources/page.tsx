import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { Tag } from "@/app/_ui/tag"
import { SOURCE_KINDS, SPECIALISMS } from "@/db/vocabulary"
import { listSources } from "@/lib/support-sources/queries"
import { formatDate, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"

/** Who else helps groups here, as the finder shows them. */
export default async function SourcesPage(props: PageProps) {
  const [frame, sources] = await visit(props, (ctx) => listSources(ctx))
  const lio = frame.lio.slug
  const at = `/${lio}/settings/sources`
  const add = <ButtonLink href={`${at}/new`}>{say("Add a source of support")}</ButtonLink>
  return (
    <Frame {...frame} title={say("Other sources of support")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <div className="title-row">
        <h1>{say("Other sources of support")}</h1>
        {sources.length > 0 ? add : null}
      </div>
      <p>
        {sayRich(
          "Who else helps groups in your area: the council, the volunteer centre, specialist charities. They’re shown after you in <link>the finder</link>, which anybody can use.",
          { link: (text) => <a href="/find">{text}</a> },
        )}
      </p>
      {sources.length === 0 ? (
        <EmptyState drawing="talk" title={say("No other sources of support yet")} action={add}>
          {say("List the organisations that you send groups to, with what they can and can’t do.")}
        </EmptyState>
      ) : null}
      <ul className="m-0 max-w-3xl list-none border-t border-line p-0">
        {sources.map(({ id, name, kind, specialism, publishedAt, checkedOn }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-3"
          >
            <div className="min-w-0">
              <a href={`${at}/${id}`} className="font-semibold">
                {name}
              </a>
              <p className="m-0 text-soft">
                {[SOURCE_KINDS[kind], specialism && SPECIALISMS[specialism]].filter(Boolean).join(", ")}
                {checkedOn ? <>. {say("Checked on {day}", { day: formatDate(checkedOn) })}</> : null}
              </p>
            </div>
            <Tag tone={publishedAt ? "good" : "wait"}>
              {publishedAt ? say("In the finder") : say("Not published")}
            </Tag>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
