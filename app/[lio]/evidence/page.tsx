import { type PageProps, visitPublic } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { listPublishedEditions } from "@/lib/consultations/editions/queries"
import { getFace } from "@/lib/lios/look/queries"
import { formatDate, percent, say } from "@/lib/words"
import { PublicFrame } from "../_parts/public-frame"

/** Every consultation of the LIO whose numbers are published, the last first. For everybody. */
export default async function Evidence(props: PageProps) {
  const { lio, editions } = await visitPublic(props, async (ctx) => ({
    lio: await getFace(ctx),
    editions: await listPublishedEditions(ctx),
  }))
  const at = `/${lio.slug}/evidence`
  return (
    <PublicFrame
      lio={lio}
      title={say("What groups have told us")}
      found={{
        about: say("What voluntary groups told {lio} when it asked them.", { lio: lio.name }),
        path: at,
      }}
    >
      <BackLink href={`/${lio.slug}`}>{lio.name}</BackLink>
      <h1>{say("What groups have told us")}</h1>
      <p>
        <a className="inline-flex min-h-11 items-center" href={`/${lio.slug}/papers`}>
          {say("What groups asked for")}
        </a>
      </p>
      {editions.length === 0 ? (
        <EmptyState drawing="letters" title={say("Nothing published yet")}>
          {say("When {lio} publishes what groups said in a consultation, it’s listed here.", {
            lio: lio.name,
          })}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-2xl">
            {say(
              "These results were frozen when each consultation closed, and each has a permanent address you can cite.",
            )}
          </p>
          <ul className="list-none p-0">
            {editions.map(({ id, edition, title, finding, asked, answered, closedAt }) => (
              <li key={id} className="mb-6 max-w-3xl">
                <h2 className="mb-1 text-xl">
                  <a href={`${at}/${id}/${edition}`}>{title}</a>
                </h2>
                <p className="mb-1 text-soft">
                  {say("Closed on {day}. Asked {asked}, answered {answered} ({share}).", {
                    day: formatDate(closedAt),
                    asked,
                    answered,
                    share: percent(answered, asked),
                  })}
                </p>
                <p className="mb-0">{finding}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicFrame>
  )
}
