import type { ReactNode } from "react"
import { withQuery } from "@/app/_ui/address"
import { Banner } from "@/app/_ui/banner"
import { Static } from "@/app/_ui/static"
import { LIO_KINDS } from "@/db/vocabulary"
import type { FinderQuery } from "@/lib/finder/input"
import type { FinderAnswer } from "@/lib/finder/queries"
import { sayChoice, sayWhere } from "@/lib/finder/telling/words"
import { NATIONS, ORDER } from "@/lib/finder/words"
import { say, sayCount } from "@/lib/words"
import { HelperCard, KindsExplained, Reach } from "./helper-card"

type Found = Extract<FinderAnswer, { kind: "place" }>
type Props = { answer: FinderAnswer; query: FinderQuery; form: ReactNode }

/** Places to choose from, each a link to its own answer. */
function Choices({ places, about }: { places: Found["others"]; about: FinderQuery["about"] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.code || place.name}>
          <a
            className="inline-flex min-h-11 items-center"
            href={withQuery({ path: "/find" }, { place: place.code || place.name, about })}
          >
            {sayChoice(place)}
          </a>
        </li>
      ))}
    </ul>
  )
}

const headingOf = ({ kind, name }: Found["place"]) =>
  kind === "point"
    ? say("Help for your group where you are")
    : say("Help for your group in {place}", { place: name })

/** Where no LIO works: the nearest ones, if it can be told which they are. */
function Nearest({ nearest }: Pick<Found, "nearest">) {
  if (nearest.length === 0) return null
  return (
    <>
      <h2>{say("The nearest local support organisations")}</h2>
      <p>{say("They work elsewhere, but they’ll know who to ask.")}</p>
      {nearest.map((lio) => (
        <section key={lio.id} className="card mb-5" aria-labelledby={`near-${lio.id}`}>
          <h3 className="mt-0 mb-1 text-xl" id={`near-${lio.id}`}>
            <a href={`/${lio.slug}`}>{lio.name}</a>
          </h3>
          <p className="m-0 text-soft">
            {LIO_KINDS[lio.kind]},{" "}
            {sayCount(Math.round(lio.miles), {
              one: "about {count} mile away",
              other: "about {count} miles away",
            })}
          </p>
          <Reach {...lio} />
        </section>
      ))}
    </>
  )
}

function National({ national, nation }: Pick<Found, "national" | "nation">) {
  return (
    <>
      <h2>
        {nation ? say("National bodies in {nation}", { nation: NATIONS[nation] }) : say("National bodies")}
      </h2>
      <dl>
        {national.map(({ name, website, what }) => (
          <div key={name} className="mb-3">
            <dt className="font-semibold">
              <a className="inline-flex min-h-11 items-center" href={website}>
                {name}
              </a>
            </dt>
            <dd className="m-0">{what}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function ForPlace({ answer, query, form }: Props & { answer: Found }) {
  const { place, others, helpers, nearest } = answer
  const lios = helpers.filter(({ by }) => by === "lio").length
  return (
    <>
      <h1>{headingOf(place)}</h1>
      <p className="lead">{sayWhere(place)}</p>
      {place.sure || place.districts.length === 0 ? null : (
        <p>
          {place.kind === "part"
            ? say("To be certain, type the whole postcode or ask one of those below.")
            : say("To be certain, ask one of those below.")}
        </p>
      )}
      {lios === 0 ? (
        <Banner kind="note">
          {say("No local support organisation that uses this site works there, as far as we know.")}
        </Banner>
      ) : null}
      {helpers.length > 0 ? (
        <>
          <h2>{say("Who can help")}</h2>
          <p className="text-soft">{ORDER}</p>
          <Static className="max-w-3xl">
            <KindsExplained helpers={helpers} />
            {helpers.map((helper) => (
              <HelperCard key={helper.id} helper={helper} />
            ))}
          </Static>
        </>
      ) : null}
      <Static className="max-w-3xl">
        <Nearest nearest={nearest} />
        <National {...answer} />
      </Static>
      {others.length > 0 ? (
        <>
          <h2>{say("Did you mean another place?")}</h2>
          <Choices places={others} about={query.about} />
        </>
      ) : null}
      <h2 className="no-print">{say("Look somewhere else")}</h2>
      {form}
    </>
  )
}

/** What the finder says: who can help, or which place was meant, or that there is none. */
export function Answer({ answer, query, form }: Props) {
  if (answer.kind === "place") return <ForPlace answer={answer} query={query} form={form} />
  return (
    <>
      <h1>{answer.kind === "choose" ? say("Which place do you mean?") : say("Find help for your group")}</h1>
      {answer.kind === "unknown" ? (
        <Banner kind="problem">
          {answer.typed
            ? say("We don’t know a place called “{typed}”. Check the spelling, or try a postcode.", {
                typed: answer.typed,
              })
            : say("We couldn’t make out where you are. Type a postcode or the name of a place.")}
        </Banner>
      ) : null}
      {answer.kind === "choose" ? (
        <>
          <p>{say("Several places are called “{typed}”. Choose yours.", { typed: answer.typed })}</p>
          <Choices places={answer.places} about={query.about} />
          <h2>{say("Look somewhere else")}</h2>
        </>
      ) : null}
      {form}
    </>
  )
}
