import { type PageProps, visitPublic } from "@/app/_http/visit"
import { Static } from "@/app/_ui/static"
import { listPublicDates } from "@/lib/events/queries"
import { getFace } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { EmbedFrame } from "../_parts/embed-frame"
import { PublicCard } from "../_parts/public-list"

/** What anybody may book, to stand within the LIO's own website (proxy.ts lets this page be framed). It knows nobody. */
export default async function EmbeddedEvents(props: PageProps) {
  const [face, dates] = await visitPublic(props, (ctx) => Promise.all([getFace(ctx), listPublicDates(ctx)]))
  const { slug, name } = face
  const title = say("Events and training")
  return (
    <EmbedFrame face={face} title={title} path={`/${slug}/events`}>
      <h1 className="sr-only">{title}</h1>
      {dates.length === 0 ? (
        <p>{say("Courses and events of {name} are listed here. Have a look again soon.", { name })}</p>
      ) : (
        <Static>
          <ul className="list-none p-0">
            {dates.map((date) => (
              <PublicCard key={date.id} lio={slug} date={date} target="_blank" />
            ))}
          </ul>
        </Static>
      )}
    </EmbedFrame>
  )
}
