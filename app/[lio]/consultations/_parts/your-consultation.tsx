import type { FrameData } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import type { YourPlace } from "@/lib/consultations/answering/queries"
import { whyEarly } from "@/lib/consultations/closing/words"
import type { Languages } from "@/lib/consultations/languages/queries"
import type { Consultation } from "@/lib/consultations/queries"
import { STOPPED } from "@/lib/consultations/words"
import { formatLongDate, say } from "@/lib/words"
import { AnswerProgress, goOn } from "./answer-progress"
import { Before } from "./before-starting"
import { addressOf } from "./paths"
import { LanguageLinks, marking } from "./tongue"

type Props = {
  lio: FrameData["lio"]
  consultation: Consultation
  languages: Languages
  questions: number
  places: YourPlace[]
  /** Came by an emailed link: the list of consultations is not open to them. */
  guest: boolean
}

/** What a group sees of a consultation: what is asked, where its answer stands; after closing, what came out. */
export function YourConsultation({ lio, consultation, languages, questions, places, guest }: Props) {
  const { tongue } = languages
  const m = marking(tongue)
  const list = guest ? null : <BackLink href={`/${lio.slug}/consultations`}>{say("Consultations")}</BackLink>
  if (consultation.state === "open") {
    return (
      <>
        {list}
        <LanguageLinks {...languages} at={(lang) => addressOf(lio.slug, consultation.id, "", { lang })} />
        <Before consultation={consultation} lio={lio.name} questions={questions} tongue={tongue}>
          {places.map((place) => (
            <Place key={place.id} lio={lio.slug} id={consultation.id} place={place} />
          ))}
        </Before>
      </>
    )
  }
  if (consultation.state === "stopped") {
    return (
      <>
        {list}
        <h1>{m(consultation.title)}</h1>
        <p>{STOPPED}</p>
        <p className="max-w-2xl whitespace-pre-line">{consultation.stoppedReason}</p>
      </>
    )
  }
  const { closedAt, closesAt, outcome } = consultation
  const closed = closedAt ?? closesAt
  const early = whyEarly(consultation)
  return (
    <>
      {list}
      <h1>{m(consultation.title)}</h1>
      <p>
        {closed
          ? say("This consultation closed on {day}.", { day: formatLongDate(closed) })
          : say("This consultation has closed.")}
        {early ? ` ${say("That was earlier than planned: {reason}", { reason: early })}` : ""}
      </p>
      {outcome ? (
        <section className="card mb-6 max-w-2xl">
          <h2 className="mt-0">{say("What came of it")}</h2>
          <p className="mb-0">{outcome}</p>
        </section>
      ) : null}
      <p>
        <ButtonLink href={addressOf(lio.slug, consultation.id, "results")}>
          {say("See what all groups said")}
        </ButtonLink>
      </p>
      {places.map((place) => (
        <p key={place.id}>
          <strong>{place.name}</strong>:{" "}
          {place.signedOffAt
            ? say("answered, reference {reference}", { reference: place.reference ?? "" })
            : say("no answer was sent")}
          {place.reference ? (
            <>
              {". "}
              <a href={addressOf(lio.slug, consultation.id, "ours", { group: place.id })}>
                {say("Our answer")}
              </a>
            </>
          ) : null}
        </p>
      ))}
    </>
  )
}

function Place({ lio, id, place }: { lio: string; id: string; place: YourPlace }) {
  const page = place.signedOffAt ? "check" : "answer"
  return (
    <section className="card mb-6 max-w-2xl">
      <h2 className="mt-0">{place.name}</h2>
      <p>
        <AnswerProgress place={place} />
      </p>
      <p className="mb-0 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={addressOf(lio, id, page, { group: place.id })}>{goOn(place)}</ButtonLink>
        {place.reference ? (
          <a href={addressOf(lio, id, "ours", { group: place.id })}>{say("Our answer")}</a>
        ) : null}
        {place.signedOffAt || place.declinedAt ? null : (
          <a href={addressOf(lio, id, "nothing", { group: place.id })}>{say("We have nothing to say")}</a>
        )}
      </p>
    </section>
  )
}
