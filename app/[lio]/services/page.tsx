import { type PageProps, visitPublic } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { getFace } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { listPublishedServices } from "@/lib/services/queries"
import { PublicFrame } from "../_parts/public-frame"

/** What the LIO does for groups, and what it cannot do. For everybody. */
export default async function Services(props: PageProps) {
  const { lio, face, services } = await visitPublic(props, async (ctx) => ({
    lio: await getLio(ctx),
    face: await getFace(ctx),
    services: await listPublishedServices(ctx),
  }))
  const { slug, name, email, phone } = lio
  return (
    <PublicFrame lio={face} title="How we can help">
      <BackLink href={`/${slug}`}>{name}</BackLink>
      <h1>How we can help</h1>
      {services.length === 0 ? (
        <EmptyState
          drawing="talk"
          title="Nothing here yet"
        >{`Ask ${name} what it can do for your group.`}</EmptyState>
      ) : (
        <>
          <nav aria-label="Services">
            <ul>
              {services.map((service) => (
                <li key={service.id}>
                  <a className="inline-flex min-h-11 items-center" href={`#${service.id}`}>
                    {service.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {services.map((service) => (
            <section key={service.id} id={service.id} aria-labelledby={`name-${service.id}`}>
              <h2 id={`name-${service.id}`}>{service.name}</h2>
              {service.about ? <p className="whitespace-pre-line">{service.about}</p> : null}
              <SummaryList
                items={[
                  { label: "Who it’s for", value: service.forWhom },
                  { label: "What it costs", value: service.cost ?? "Nothing" },
                  { label: "How to ask", value: service.how },
                  { label: "What we cannot do", value: service.cannot },
                ].filter(({ value }) => value)}
              />
            </section>
          ))}
          <p>
            Not sure what you need? {email ? <a href={`mailto:${email}`}>Write to us</a> : "Ask us"}
            {phone ? (
              <>
                {" "}
                or ring <a href={dialled(phone)}>{phone}</a>
              </>
            ) : null}
            . <a href={`/${slug}`}>More about {name}</a>
          </p>
        </>
      )}
    </PublicFrame>
  )
}
