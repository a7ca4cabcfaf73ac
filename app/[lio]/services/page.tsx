import type { ReactNode } from "react"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { EmptyState } from "@/app/_ui/empty-state"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { getFace } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { listPublishedServices } from "@/lib/services/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
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
    <PublicFrame
      lio={face}
      title={say("How we can help")}
      found={{
        about: say("What {lio} does for voluntary groups, what it costs, and what it can’t do.", {
          lio: name,
        }),
        path: `/${slug}/services`,
      }}
    >
      <BackLink href={`/${slug}`}>{name}</BackLink>
      <h1>{say("How we can help")}</h1>
      {services.length === 0 ? (
        <EmptyState drawing="talk" title={say("Nothing here yet")}>
          {say("Ask {name} what it can do for your group.", { name })}
        </EmptyState>
      ) : (
        <>
          <nav aria-label={say("Services")}>
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
                  { label: say("Who it’s for"), value: service.forWhom },
                  { label: say("What it costs"), value: service.cost ?? say("Nothing") },
                  { label: say("How to ask"), value: service.how },
                  { label: say("What we cannot do"), value: service.cannot },
                ].filter(({ value }) => value)}
              />
            </section>
          ))}
          <p>
            {say("Not sure what you need?")} <HowToAsk email={email} phone={phone} />{" "}
            <a href={`/${slug}`}>{say("More about {name}", { name })}</a>
          </p>
        </>
      )}
    </PublicFrame>
  )
}

function HowToAsk({ email, phone }: { email: string | null; phone: string | null }) {
  const write = (text: ReactNode) => <a href={`mailto:${email}`}>{text}</a>
  const ring = phone ? <a href={dialled(phone)}>{phone}</a> : null
  if (email)
    return phone
      ? sayRich("<write>Write to us</write> or ring {phone}.", { write, phone: ring })
      : sayRich("<write>Write to us</write>.", { write })
  return phone ? sayRich("Ask us or ring {phone}.", { phone: ring }) : say("Ask us.")
}
