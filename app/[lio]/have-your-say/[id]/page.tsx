import { type PageProps, visitPublic } from "@/app/_http/visit"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { editionPath } from "@/lib/consultations/editions/words"
import { findClosedToPeople, getOpenToPeople } from "@/lib/consultations/individuals/queries"
import { LEAST } from "@/lib/consultations/small-numbers"
import { type Face, getFace } from "@/lib/lios/look/queries"
import { formatDate, formatMoment, say } from "@/lib/words"
import { PublicFrame } from "../../_parts/public-frame"
import { LanguageLinks, marking } from "../../consultations/_parts/tongue"
import { Questions } from "../_parts/questions"
import { sayForm } from "../actions"

type Open = Awaited<ReturnType<typeof getOpenToPeople>>
type Closed = NonNullable<Awaited<ReturnType<typeof findClosedToPeople>>>

/** Where anybody answers an open consultation for themselves, or reads that it has closed. Public. */
export default async function AnswerForYourself(props: PageProps) {
  const { face, zone, closed, open } = await visitPublic(props, async (ctx, { id = "" }, { lang }) => {
    const closed = await findClosedToPeople(ctx, id)
    return {
      ...{ face: await getFace(ctx), zone: ctx.lio.timezone, closed },
      open: closed ? null : await getOpenToPeople(ctx, id, typeof lang === "string" ? lang : null),
    }
  })
  const { id = "" } = await props.params
  const title = closed?.title ?? open?.consultation.title ?? ""
  return (
    <PublicFrame lio={face} title={title}>
      <BackLink href={`/${face.slug}/have-your-say`}>{say("Have your say")}</BackLink>
      {closed ? (
        <ItHasClosed {...{ closed, zone }} of={editionPath(face.slug, id, closed.edition ?? 0)} />
      ) : null}
      {open ? <ItIsOpen {...{ ...open, face, zone }} /> : null}
    </PublicFrame>
  )
}

function ItHasClosed({ closed, zone, of }: { closed: Closed; zone: string; of: string }) {
  return (
    <>
      <h1>{closed.title}</h1>
      <p className="lead max-w-2xl">
        {say("This closed on {day}. Thank you to everybody who answered.", {
          day: formatDate(closed.closedAt, zone),
        })}
      </p>
      <p className="max-w-2xl">
        {closed.edition ? (
          <a href={of}>{say("Read what came of it")}</a>
        ) : (
          say("What was said is being read. If it’s published, you’ll find it here.")
        )}
      </p>
    </>
  )
}

/** What becomes of the answers, then the questions. */
function ItIsOpen({ consultation, questions, languages, face, zone }: Open & { face: Face; zone: string }) {
  const m = marking(languages.tongue)
  const { slug, name } = face
  const { id, title, about, body, minutes, closesAt } = consultation
  const closes = formatMoment(closesAt, zone)
  return (
    <>
      <LanguageLinks {...languages} at={(lang) => `/${slug}/have-your-say/${id}?lang=${lang}`} />
      {languages.offered.length > 0 ? (
        <p className="hint">
          {say("Choose the language first: what you’ve typed isn’t kept when you change it.")}
        </p>
      ) : null}
      <h1>{m(title)}</h1>
      <p className="lead max-w-2xl">
        {body ? `${say("About the plans of {body}.", { body })} ` : ""}
        {say("About {minutes} minutes. Open until {closes}.", { minutes, closes })}
      </p>
      {about ? <p className="max-w-2xl whitespace-pre-line">{m(about)}</p> : null}
      <h2>{say("Before you start")}</h2>
      <div className="mb-8 max-w-2xl">
        <ul>
          <li>
            {say(
              "Here you answer for yourself. If you speak for a group that was asked, use the link in its email.",
            )}
          </li>
          <li>
            {say(
              "People’s answers are counted apart from groups’ answers. Nobody is named or quoted, and nothing is shown of a question that fewer than five people answered.",
            )}
          </li>
          <li>
            {say(
              "If all of them give the same answer, anybody who knows that you took part can tell what you said.",
            )}
          </li>
          <li>
            {say(
              "Once at least {least} people have answered a question and it has closed, staff of {name} read what they wrote, without names.",
              { least: LEAST, name },
            )}
          </li>
          <li>
            {say(
              "We need your email address so that each person is counted once. It’s deleted when this closes.",
            )}
          </li>
        </ul>
      </div>
      <Form action={sayForm} submit={say("Send my answers")} className="max-w-2xl" id="say">
        <input type="hidden" name="lio" value={slug} />
        <input type="hidden" name="id" value={id} />
        <Questions questions={questions} tongue={languages.tongue} />
        <TextField
          name="email"
          label={say("Your email address")}
          hint={say("We’ll send you a link. Your answers count once you press it.")}
          type="email"
          width="md"
          autoComplete="email"
        />
        <div className="hidden">
          <TextField name="company" label={say("Leave this empty")} autoComplete="off" optional />
        </div>
      </Form>
    </>
  )
}
