import { ButtonLink } from "@/app/_ui/button-link"
import type { MemberHome as Home } from "@/lib/home/queries"
import { formatDate } from "@/lib/words"
import { toDo } from "./to-do"

/** At most three things to do, then what came of what was said. */
export function MemberHome({ lio, home }: { lio: string; home: Home }) {
  const things = toDo(lio, home)
  const more = home.waiting.length > 3
  return (
    <>
      {things.length === 0 ? (
        <p className="max-w-2xl">You’re up to date. We’ll email you when there’s something new.</p>
      ) : null}
      <ol className="mb-8 max-w-3xl list-none space-y-4 p-0">
        {things.map((thing) => (
          <li key={thing.key} className="card">
            <h2 className="mt-0 mb-1 text-xl">{thing.title}</h2>
            <p>{thing.about}</p>
            <ButtonLink href={thing.href}>
              {thing.action}
              <span className="sr-only">: {thing.title}</span>
            </ButtonLink>
          </li>
        ))}
      </ol>
      {more ? (
        <p>
          <a href={`/${lio}/consultations`}>All consultations that wait for you</a>
        </p>
      ) : null}
      {home.services > 0 ? (
        <p>
          <a href={`/${lio}/services`} className="inline-flex min-h-11 items-center">
            How we can help your group
          </a>
        </p>
      ) : null}
      <Outcomes lio={lio} outcomes={home.outcomes} />
    </>
  )
}

function Outcomes({ lio, outcomes }: { lio: string; outcomes: Home["outcomes"] }) {
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">What came of what you said</h2>
      {outcomes.length === 0 ? (
        <p className="max-w-2xl">
          When you have answered a consultation, this says where your words went and what was decided.
        </p>
      ) : (
        <ul className="max-w-3xl list-none p-0">
          {outcomes.map((one) => (
            <li key={`${one.title} ${one.groupId}`} className="border-b border-line py-3">
              <p className="m-0 font-semibold">
                <a
                  href={one.toldId ? `/${lio}/outcomes#${one.toldId}` : `/${lio}/groups/${one.groupId}/said`}
                >
                  {one.title}
                </a>
              </p>
              <p className="m-0">{inSentences(one)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function inSentences(one: Home["outcomes"][number]) {
  const sent = one.sentOn ? `We put it to ${one.body} on ${formatDate(one.sentOn)}. ` : ""
  const replied = one.repliedOn
    ? `They replied on ${formatDate(one.repliedOn)}. `
    : sent
      ? "They have not replied yet. "
      : ""
  return one.outcome ? `${sent}${one.repliedOn ? replied : ""}${one.outcome}` : `${sent}${replied}`
}
