import { type PageProps, visitPublic } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listOpenToPeople } from "@/lib/consultations/individuals/queries"
import { getFace } from "@/lib/lios/look/queries"
import { formatMoment, say } from "@/lib/words"
import { PublicFrame } from "../_parts/public-frame"

/** What people may answer for themselves just now. Public. */
export default async function HaveYourSay(props: PageProps) {
  const { face, open, zone } = await visitPublic(props, async (ctx) => ({
    face: await getFace(ctx),
    open: await listOpenToPeople(ctx),
    zone: ctx.lio.timezone,
  }))
  const { slug, name } = face
  return (
    <PublicFrame lio={face} title={say("Have your say")}>
      <BackLink href={`/${slug}`}>{name}</BackLink>
      <h1>{say("Have your say")}</h1>
      <p className="max-w-2xl">
        {say(
          "{name} asks local groups what they think, so that those who decide hear it. These questions are also open to you.",
          { name },
        )}
      </p>
      {open.length === 0 ? (
        <EmptyState drawing="letters" title={say("Nothing is open just now")}>
          {say("Come back another time, or read what groups have told us.")}
        </EmptyState>
      ) : (
        <ul className="list-none p-0">
          {open.map(({ id, title, body, minutes, closesAt }) => (
            <li key={id} className="mb-4">
              <a className="inline-flex min-h-11 items-center text-lg" href={`/${slug}/have-your-say/${id}`}>
                {title}
              </a>
              <p className="m-0 text-soft">
                {body ? `${say("About the plans of {body}.", { body })} ` : ""}
                {say("About {minutes} minutes. Open until {closes}.", {
                  minutes,
                  closes: formatMoment(closesAt, zone),
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </PublicFrame>
  )
}
