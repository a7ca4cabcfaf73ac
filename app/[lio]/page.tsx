import { notFound } from "next/navigation"
import { signedIn } from "@/app/_http/session"
import { dialled } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { SummaryList } from "@/app/_ui/summary-list"
import { AREA_KINDS, LEGAL_FORMS, LIO_KINDS } from "@/db/vocabulary"
import { asPublic } from "@/lib/access/doors"
import { listPublishedEditions } from "@/lib/consultations/editions/queries"
import { listOpenToPeople } from "@/lib/consultations/individuals/queries"
import { countEntries } from "@/lib/directory/queries"
import { NotFound } from "@/lib/errors"
import { listPublicDates } from "@/lib/events/queries"
import { listServed } from "@/lib/lios/areas/queries"
import { getFace } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"
import { listShownNeeds } from "@/lib/needs/speaking/queries"
import { listOpenNetworks } from "@/lib/networks/queries"
import { hasBoards } from "@/lib/partnerships/speaking/queries"
import { versionPath } from "@/lib/representations/versions/citing/words"
import { listSentPapers } from "@/lib/representations/versions/queries"
import { hasPublicResources } from "@/lib/resources/queries"
import { listPublishedServices } from "@/lib/services/queries"
import { listPublishedSources } from "@/lib/support-sources/queries"
import { formatDate, inWords, say, sayCount, shortened } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { foundLio } from "./_parts/found-lio"
import { PublicFrame } from "./_parts/public-frame"

const PAPERS_SHOWN = 5

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
  const [{ lio: slug }, who] = await Promise.all([params, signedIn()])
  const read = asPublic(slug, async (ctx) => ({
    lio: await getLio(ctx),
    face: await getFace(ctx),
    areas: await listServed(ctx),
    services: await listPublishedServices(ctx),
    entries: await countEntries(ctx),
    hasEvents: (await listPublicDates(ctx, 1)).length > 0,
    hasResources: await hasPublicResources(ctx),
    joinable: (await listOpenTypes(ctx, { toJoin: true })).length > 0,
    networks: await listOpenNetworks(ctx),
    papers: await listSentPapers(ctx, PAPERS_SHOWN),
    sources: await listPublishedSources(ctx),
    needs: await listShownNeeds(ctx),
    asksPeople: (await listOpenToPeople(ctx)).length > 0,
    hasEvidence: (await listPublishedEditions(ctx, 1)).length > 0,
    showsBoards: await hasBoards(ctx),
  }))
  const {
    lio,
    face,
    areas,
    services,
    entries,
    hasEvents,
    hasResources,
    joinable,
    networks,
    papers,
    sources,
    needs,
    asksPeople,
    hasEvidence,
    showsBoards,
  } = await read.catch((refusal: unknown) => {
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
    { label: say("Opening times"), value: lio.openingTimes },
  ].filter((fact) => fact.value)
  const standing = [
    LIO_KINDS[lio.kind as keyof typeof LIO_KINDS] ?? say("Support organisation"),
    LEGAL_FORMS[lio.legalForm as keyof typeof LEGAL_FORMS],
    lio.charityNumber && say("charity number {number}", { number: lio.charityNumber }),
    lio.companyNumber && say("company number {number}", { number: lio.companyNumber }),
  ].filter(Boolean)
  return (
    <PublicFrame lio={face} found={foundLio(lio, areas)}>
      <h1>{lio.name}</h1>
      <p className="text-soft">{standing.join(", ")}</p>
      <p className="max-w-2xl whitespace-pre-line">
        {lio.about ??
          say(
            "We help local voluntary and community groups: to start, to keep going, to work together and to be heard.",
          )}
      </p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/${slug}/tell-us`}>{say("Tell us about your group")}</ButtonLink>
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
        {needs.length > 0 ? (
          <ButtonLink href={`/${slug}/needed`} kind="secondary">
            {say("What is needed here")}
          </ButtonLink>
        ) : null}
        {asksPeople ? (
          <ButtonLink href={`/${slug}/have-your-say`} kind="secondary">
            {say("Have your say")}
          </ButtonLink>
        ) : null}
        {hasEvidence ? (
          <ButtonLink href={`/${slug}/evidence`} kind="secondary">
            {say("What groups have told us")}
          </ButtonLink>
        ) : null}
        {showsBoards ? (
          <ButtonLink href={`/${slug}/representatives`} kind="secondary">
            {say("Who speaks for groups")}
          </ButtonLink>
        ) : null}
        {hasEvents ? (
          <ButtonLink href={`/${slug}/events`} kind="secondary">
            {say("Events and training")}
          </ButtonLink>
        ) : null}
        {hasResources ? (
          <ButtonLink href={`/${slug}/resources`} kind="secondary">
            {say("Resources")}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/${slug}/guides`} kind="secondary">
          {say("Guides")}
        </ButtonLink>
        <ButtonLink href={who ? "/where" : `/sign-in?next=/${slug}/home`} kind="secondary">
          {who ? say("Go to your pages") : say("Sign in")}
        </ButtonLink>
      </p>
      {facts.length > 0 ? (
        <>
          <h2>{say("Contact")}</h2>
          <SummaryList items={facts} />
        </>
      ) : null}
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
      <Networks networks={networks} joinable={joinable} slug={slug} />
      <Papers papers={papers} slug={slug} />
      {sources.length > 0 ? (
        <>
          <h2>{say("Others who help groups here")}</h2>
          <p>{inWords(sources.map(({ name }) => name))}</p>
          <p>
            <a href="/find">{say("Find out who can help where you are")}</a>
          </p>
        </>
      ) : null}
    </PublicFrame>
  )
}

type NetworksProps = {
  networks: Awaited<ReturnType<typeof listOpenNetworks>>
  joinable: boolean
  slug: string
}

/** Where groups of a kind meet. Only their names are public; what is said in them is not. */
function Networks({ networks, joinable, slug }: NetworksProps) {
  if (networks.length === 0) return null
  return (
    <>
      <h2>{say("Networks")}</h2>
      <p>
        {joinable
          ? sayRich("Here groups that care about the same thing meet. <join>Join us</join> to take part.", {
              join: (text) => <a href={`/${slug}/join`}>{text}</a>,
            })
          : say("Here groups that care about the same thing meet.")}
      </p>
      <ul>
        {networks.map(({ id, name, about, groups }) => (
          <li key={id} className="mb-2">
            <strong>{name}</strong>{" "}
            <span className="text-soft">
              {sayCount(groups, { one: "{count} group", other: "{count} groups" })}
            </span>
            {about ? <p className="m-0">{shortened(about)}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

type PapersProps = { papers: Awaited<ReturnType<typeof listSentPapers>>; slug: string }

/** What groups have said to statutory bodies through the LIO. */
function Papers({ papers, slug }: PapersProps) {
  if (papers.length === 0) return null
  return (
    <>
      <h2>{say("What groups have told those who decide")}</h2>
      <ul>
        {papers.map(({ id, title, body, version, sentOn }) => (
          <li key={id} className="mb-2">
            <a className="inline-flex min-h-11 items-center" href={versionPath(slug, id, version)}>
              {title}
            </a>
            <p className="m-0 text-soft">
              {say("Sent to {body} on {day}", { body, day: formatDate(sentOn) })}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a className="inline-flex min-h-11 items-center" href={`/${slug}/papers`}>
          {say("All papers and the replies")}
        </a>
      </p>
    </>
  )
}
