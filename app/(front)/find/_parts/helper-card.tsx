import type { ReactNode } from "react"
import { dialled } from "@/app/_ui/address"
import { Disclosure } from "@/app/_ui/disclosure"
import { LIO_KINDS, SOURCE_KINDS, SPECIALISMS } from "@/db/vocabulary"
import type { FoundLio, FoundSource, Helper } from "@/lib/finder/helping/queries"
import { sayWhy } from "@/lib/finder/telling/words"
import { KINDS_EXPLAINED } from "@/lib/finder/words"
import { formatDate, say, shortened } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Reachable = Pick<FoundLio, "phone" | "email" | "website" | "openingTimes">

const plainAddress = (website: string) => website.replace(/^https?:\/\//, "").replace(/\/$/, "")

/** The ways to reach somebody, the telephone first, and when. */
export function Reach({ phone, email, website, openingTimes }: Reachable) {
  return (
    <>
      {phone ? (
        <p className="m-0 text-xl font-semibold">
          <a className="inline-flex min-h-11 items-center" href={dialled(phone)}>
            {sayRich("Ring {phone}", { phone })}
          </a>
        </p>
      ) : null}
      {openingTimes ? <p className="m-0 whitespace-pre-line">{openingTimes}</p> : null}
      {email ? (
        <p className="m-0">
          <a className="inline-flex min-h-11 items-center" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      ) : null}
      {website ? (
        <p className="m-0">
          <a className="inline-flex min-h-11 items-center" href={website}>
            {plainAddress(website)}
          </a>
        </p>
      ) : null}
    </>
  )
}

const Said = ({ label, children }: { label: string; children: ReactNode }) => (
  <p className="mt-2 mb-0 whitespace-pre-line">
    <strong>{label}</strong> {children}
  </p>
)

/** What an LIO can do, by its services, and what each of them cannot. */
function Services({ slug, services }: Pick<FoundLio, "slug" | "services">) {
  if (services.length === 0) return null
  const list = services.map(({ id, name, cannot }) => (
    <li key={id}>
      <a href={`/${slug}/services#${id}`}>{name}</a>
      {cannot ? <> {sayRich("Not included: {cannot}", { cannot: shortened(cannot, 200) })}</> : null}
    </li>
  ))
  return (
    <>
      <Disclosure summary={say("What it can and can’t do")}>
        <ul>{list}</ul>
      </Disclosure>
      {/* What is folded isn't printed. */}
      <ul className="only-print">{list}</ul>
    </>
  )
}

function LioDetails({ slug, name, kind, about, services, ...reach }: FoundLio) {
  return (
    <>
      <Reach {...reach} />
      {about ? <p className="mt-2 mb-0">{shortened(about, 240)}</p> : null}
      <Services slug={slug} services={services} />
      <p className="m-0 flex flex-wrap gap-x-6">
        <a className="inline-flex min-h-11 items-center" href={`/${slug}/tell-us`}>
          {sayRich("Tell {name} about your group", { name })}
        </a>
        <a className="inline-flex min-h-11 items-center" href={`/${slug}/guides`}>
          {say("Its guides")}
        </a>
        <a className="inline-flex min-h-11 items-center" href={`/${slug}`}>
          {sayRich("More about {name}", { name })}
        </a>
      </p>
    </>
  )
}

function SourceDetails({ can, cannot, checkedOn, listedBy, ...reach }: FoundSource) {
  return (
    <>
      <Reach {...reach} />
      {can ? <Said label={say("What it can do:")}>{can}</Said> : null}
      {cannot ? <Said label={say("What it can’t do:")}>{cannot}</Said> : null}
      <p className="mt-2 mb-0 text-soft">
        {checkedOn
          ? sayRich("Listed by {lio}, who checked this on {day}.", {
              lio: <a href={`/${listedBy.slug}`}>{listedBy.name}</a>,
              day: formatDate(checkedOn),
            })
          : sayRich("Listed by {lio}.", { lio: <a href={`/${listedBy.slug}`}>{listedBy.name}</a> })}
      </p>
    </>
  )
}

/** Somebody who can help: who they are, why they stand here, how to reach them, what they can and can't do. */
export function HelperCard({ helper }: { helper: Helper }) {
  const what =
    helper.by === "lio"
      ? LIO_KINDS[helper.kind]
      : [SOURCE_KINDS[helper.kind], helper.specialism && SPECIALISMS[helper.specialism]]
          .filter(Boolean)
          .join(", ")
  return (
    <section className="card mb-5" aria-labelledby={`helper-${helper.id}`}>
      <h3 className="mt-0 mb-1 text-xl" id={`helper-${helper.id}`}>
        {helper.by === "lio" ? <a href={`/${helper.slug}`}>{helper.name}</a> : helper.name}
      </h3>
      <p className="m-0 text-soft">
        {what}. {sayWhy(helper)}.
      </p>
      {helper.by === "lio" ? <LioDetails {...helper} /> : <SourceDetails {...helper} />}
    </section>
  )
}

/** The kinds of LIO in an answer, each explained beside it. */
export function KindsExplained({ helpers }: { helpers: Helper[] }) {
  const kinds = [...new Set(helpers.flatMap((helper) => (helper.by === "lio" ? [helper.kind] : [])))]
  return kinds.map((kind) => (
    <Disclosure key={kind} summary={KINDS_EXPLAINED[kind].question}>
      <p>{KINDS_EXPLAINED[kind].answer}</p>
    </Disclosure>
  ))
}
