import { notFound } from "next/navigation"
import { dialled } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { SummaryList } from "@/app/_ui/summary-list"
import { AREA_KINDS, LEGAL_FORMS, LIO_KINDS } from "@/db/vocabulary"
import { asPublic } from "@/lib/access/doors"
import { countEntries } from "@/lib/directory/queries"
import { NotFound } from "@/lib/errors"
import { listServed } from "@/lib/lios/areas/queries"
import { getFace } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { listPublishedServices } from "@/lib/services/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { PublicFrame } from "./_parts/public-frame"

type Served = Awaited<ReturnType<typeof listServed>>

/** "Districts: Aldervale". */
const areaLines = (areas: Served) =>
  Object.entries(AREA_KINDS).flatMap(([kind, label]) => {
    const names = areas.filter((area) => area.kind === kind).map(({ name }) => name)
    return names.length > 0
      ? [{ label: names.length === 1 ? label : `${label}s`, value: inWords(names) }]
      : []
  })

/** An LIO's public page: who it is, where it works, what it does, how to reach it, and the way in. */
export default async function LioPage({ params }: { params: Promise<{ lio: string }> }) {
  const { lio: slug } = await params
  const read = asPublic(slug, async (ctx) => ({
    lio: await getLio(ctx),
    face: await getFace(ctx),
    areas: await listServed(ctx),
    services: await listPublishedServices(ctx),
    entries: await countEntries(ctx),
    joinable: (await listOpenTypes(ctx, { toJoin: true })).length > 0,
  }))
  const { lio, face, areas, services, entries, joinable } = await read.catch((refusal: unknown) => {
    if (refusal instanceof NotFound) notFound()
    throw refusal
  })
  const facts = [
    { label: say("Email"), value: lio.email ? <a href={`mailto:${lio.email}`}>{lio.email}</a> : null },
    {
      label: say("Phone"),
      value: lio.phone ? <a href={dialled(lio.phone)}>{lio.phone}</a> : null,
    },
    {
      label: say("Website"),
      value: lio.website ? <a href={lio.website}>{lio.website.replace(/^https?:\/\//, "")}</a> : null,
    },
    { label: say("Address"), value: lio.address },
  ].filter((fact) => fact.value)
  const standing = [
    LIO_KINDS[lio.kind as keyof typeof LIO_KINDS] ?? say("Support organisation"),
    LEGAL_FORMS[lio.legalForm as keyof typeof LEGAL_FORMS],
    lio.charityNumber && say("charity number {number}", { number: lio.charityNumber }),
    lio.companyNumber && say("company number {number}", { number: lio.companyNumber }),
  ].filter(Boolean)
  return (
    <PublicFrame lio={face}>
      <h1>{lio.name}</h1>
      <p className="text-soft">{standing.join(", ")}</p>
      <p className="max-w-2xl whitespace-pre-line">
        {lio.about ??
          say(
            "We help local voluntary and community groups: to start, to keep going, to work together and to be heard.",
          )}
      </p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/sign-in?next=/${slug}/home`}>{say("Sign in")}</ButtonLink>
        {joinable ? (
          <ButtonLink href={`/${slug}/join`} kind="secondary">
            {say("Join with your group")}
          </ButtonLink>
        ) : null}
        {entries > 0 ? (
          <ButtonLink href={`/${slug}/directory`} kind="secondary">
            {say("Find a local group")}
          </ButtonLink>
        ) : null}
        {services.length > 0 ? (
          <ButtonLink href={`/${slug}/services`} kind="secondary">
            {say("How we can help")}
          </ButtonLink>
        ) : null}
      </p>
      {services.length > 0 ? (
        <>
          <h2>{say("What we do for groups")}</h2>
          <ul>
            {services.slice(0, 8).map((service) => (
              <li key={service.id}>
                <a href={`/${slug}/services#${service.id}`}>{service.name}</a>
              </li>
            ))}
          </ul>
          {services.length > 8 ? (
            <p>
              {sayCount(services.length - 8, {
                one: "And {count} thing more.",
                other: "And {count} things more.",
              })}
            </p>
          ) : null}
        </>
      ) : null}
      {areas.length > 0 ? (
        <>
          <h2>{say("Where we work")}</h2>
          <SummaryList items={areaLines(areas)} />
        </>
      ) : null}
      {facts.length > 0 ? (
        <>
          <h2>{say("Contact")}</h2>
          <SummaryList items={facts} />
        </>
      ) : null}
    </PublicFrame>
  )
}
