import { notFound, redirect } from "next/navigation"
import { signedIn } from "@/app/_http/session"
import { frameOfLink, type PageProps, refuse } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { type Ctx, personOf } from "@/lib/access/ctx"
import { asGuest, asPublic } from "@/lib/access/doors"
import { listPlaces, type YourPlace } from "@/lib/consultations/answering/queries"
import { inChosenLanguage } from "@/lib/consultations/languages/queries"
import type { Tongue } from "@/lib/consultations/languages/words"
import { type Consultation, getConsultation, listQuestions } from "@/lib/consultations/queries"
import { NotFound, SignedOut } from "@/lib/errors"
import { getFace } from "@/lib/lios/look/queries"
import { formatLongDate, say } from "@/lib/words"
import { AnswerProgress, goOn } from "../../_parts/answer-progress"
import { Before } from "../../_parts/before-starting"
import { chosenLanguage } from "../../_parts/chosen-language"
import { LanguageLinks, marking } from "../../_parts/tongue"
import { startForm } from "./actions"

async function read(ctx: Ctx, id: string, chosen: string | null) {
  const { consultation, languages } = await inChosenLanguage(
    ctx,
    { consultation: await getConsultation(ctx, id) },
    chosen,
  )
  const [questions, places] = await Promise.all([listQuestions(ctx, id), listPlaces(ctx, id)])
  const me = personOf(ctx.actor)
  const lio = await getFace(ctx)
  return {
    lio,
    consultation,
    languages,
    questions: questions.length,
    places,
    name: me?.name,
    email: me?.email,
  }
}

/**
 * Where an emailed link leads. Mail scanners open links, so the page only shows; the button starts. What is said before
 * starting stands here, too, so that the first answer is two taps away.
 */
export default async function EnterPage(props: PageProps) {
  const [{ lio = "", id = "" }, query] = await Promise.all([props.params, props.searchParams])
  const key = typeof query.key === "string" ? query.key : ""
  if (!key) redirect(addressOf(lio, id, ""))
  const chosen = await chosenLanguage(query)
  const data = await asGuest(lio, key, (ctx) => read(ctx, id, chosen)).catch((refusal) => {
    if (refusal instanceof SignedOut || refusal instanceof NotFound) return null
    return refuse(refusal)
  })
  if (!data) return <RunOut lio={lio} id={id} />
  const { consultation, languages, questions, places } = data
  const who = await signedIn()
  const other = who && who.email !== data.email ? who.email : null
  return (
    <Frame {...frameOfLink(data.lio)} title={consultation.title}>
      {other ? (
        <Banner kind="note">
          {say(
            "This link is for {data}. You are signed in here as {other}. To answer as {data}, sign out first.",
            { data: data.name ?? "", other },
          )}
        </Banner>
      ) : null}
      {consultation.state === "open" ? (
        <LanguageLinks {...languages} at={(lang) => addressOf(lio, id, "enter", { key, lang })} />
      ) : null}
      {consultation.state === "open" ? null : (
        <Closed consultation={consultation} tongue={languages.tongue} />
      )}
      {consultation.state === "open"
        ? null
        : places.map((place) => (
            <Start
              key={place.id}
              lio={lio}
              id={id}
              token={key}
              place={place}
              words={say("Read our answer and what came of it")}
            />
          ))}
      {consultation.state === "open" ? (
        <Before
          consultation={consultation}
          lio={data.lio.name}
          questions={questions}
          tongue={languages.tongue}
        >
          {places.map((place) => (
            <Start key={place.id} lio={lio} id={id} token={key} place={place} words={goOn(place)} />
          ))}
        </Before>
      ) : null}
    </Frame>
  )
}

function Closed({ consultation, tongue }: { consultation: Consultation; tongue: Tongue | null }) {
  const { title, closedAt, closesAt, outcome } = consultation
  const closed = closedAt ?? closesAt
  return (
    <>
      <h1>{marking(tongue)(title)}</h1>
      <p>
        {closed
          ? say("This consultation closed on {day}.", { day: formatLongDate(closed) })
          : say("This consultation has closed.")}
      </p>
      {outcome ? (
        <p className="max-w-2xl whitespace-pre-line">{say("What came of it: {outcome}", { outcome })}</p>
      ) : null}
    </>
  )
}

type StartProps = { lio: string; id: string; token: string; place: YourPlace; words: string }

function Start({ lio, id, token, place, words }: StartProps) {
  return (
    <section className="card mb-6 max-w-2xl">
      <h2 className="mt-0">{place.name}</h2>
      <p>
        <AnswerProgress place={place} />
      </p>
      <Form action={startForm} submit={words} id={place.id}>
        <input type="hidden" name="lio" value={lio} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="key" value={token} />
        <input type="hidden" name="group" value={place.id} />
      </Form>
    </section>
  )
}

/** The link has run out: says the same whether or not there is such a consultation. */
async function RunOut({ lio, id }: { lio: string; id: string }) {
  const place = await asPublic(lio, getFace).catch(() => notFound())
  return (
    <Frame {...frameOfLink(place)} title={say("This link has expired")}>
      <h1>{say("This link has expired")}</h1>
      <p className="max-w-2xl">
        {say(
          "Sign in with your email address to see what you sent and what all groups said. You need no password.",
        )}
      </p>
      <p>
        <ButtonLink href={`/sign-in?${new URLSearchParams({ next: addressOf(lio, id, "") })}`}>
          {say("Sign in")}
        </ButtonLink>
      </p>
    </Frame>
  )
}
