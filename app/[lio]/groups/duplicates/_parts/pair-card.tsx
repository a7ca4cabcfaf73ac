import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { REGISTERS, STAGES } from "@/db/vocabulary"
import type { PairShown } from "@/lib/duplicates/queries"
import { REASONS } from "@/lib/groups/similarity/weigh"
import { say } from "@/lib/words"
import { askAgainForm, setApartForm } from "../actions"

const SURE = 0.85

type Side = PairShown["one"]

function Facts({ lio, side, other }: { lio: string; side: Side; other: Side }) {
  const numbers = side.numbers
    .map(({ register, value }) => `${REGISTERS[register as keyof typeof REGISTERS]} ${value}`)
    .join("; ")
  const facts = [
    [
      say("Address"),
      [side.address, side.postcode].filter(Boolean).join(", "),
      [other.address, other.postcode].filter(Boolean).join(", "),
    ],
    [say("Email"), side.email, other.email],
    [say("Phone"), side.phone, other.phone],
    [say("Website"), side.website, other.website],
    [say("Numbers"), numbers, ""],
    [say("Last contact"), side.lastContactOn ? formatDate(side.lastContactOn) : null, ""],
  ] as const
  return (
    <div className="min-w-0">
      <p className="mb-1 font-bold">
        <a href={`/${lio}/groups/${side.id}`}>{side.name}</a>
      </p>
      <dl className="m-0">
        <div>
          <dt className="sr-only">{say("Stage")}</dt>
          <dd className="m-0">{STAGES[side.stage as keyof typeof STAGES]}</dd>
        </div>
        {facts.map(([label, value, theirs]) =>
          value ? (
            <div key={label} className="break-words">
              <dt className="inline text-soft">{label}: </dt>
              <dd className="m-0 inline">{value === theirs ? <strong>{value}</strong> : value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </div>
  )
}

/** The one that more is known of is the one to keep. */
const factCount = (side: Side) =>
  Number(side.stage === "member" || side.stage === "affiliate") * 4 +
  Number(side.lastContactOn !== null) * 2 +
  Number(side.numbers.length > 0)

/** Two groups that may be one, what speaks for it, and what to do. */
export function PairCard({ lio, pair, keeps }: { lio: string; pair: PairShown; keeps: boolean }) {
  const { one, other, reasons, score, apartBy } = pair
  const [kept, gone] = factCount(other) > factCount(one) ? [other, one] : [one, other]
  const two = (
    <>
      <input type="hidden" name="oneId" value={one.id} />
      <input type="hidden" name="otherId" value={other.id} />
    </>
  )
  const both = say("{name} and {other}", { name: one.name, other: other.name })
  const about = <span className="sr-only">: {both}</span>
  return (
    <li className="card mb-5 max-w-4xl">
      <h2 className="mt-0 mb-1 text-base">
        {apartBy
          ? say("Two groups, says {apartBy}", { apartBy })
          : score >= SURE
            ? say("Very likely one group")
            : say("Perhaps one group")}
        {about}
      </h2>
      <p className="text-soft">
        {reasons
          .map(({ kind, value }) => (value ? `${REASONS[kind]} (${value})` : REASONS[kind]))
          .join(" · ")}
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        <Facts lio={lio} side={one} other={other} />
        <Facts lio={lio} side={other} other={one} />
      </div>
      {keeps ? (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          {apartBy ? (
            <Form
              action={askAgainForm}
              lio={lio}
              submit={say("Offer them again")}
              kind="secondary"
              id={`${one.id}-${other.id}`}
            >
              {two}
            </Form>
          ) : (
            <>
              <ButtonLink href={`/${lio}/groups/${kept.id}/merge?with=${gone.id}`}>
                {say("Look and merge")}
                {about}
              </ButtonLink>
              <Form
                action={setApartForm}
                lio={lio}
                submit={say("They are two")}
                kind="secondary"
                id={`${one.id}-${other.id}`}
              >
                {two}
              </Form>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
