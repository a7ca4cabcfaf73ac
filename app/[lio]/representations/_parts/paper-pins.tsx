import { BarChart } from "@/app/_ui/bar-chart"
import { Markdown } from "@/app/_ui/markdown"
import type { CodeCount } from "@/lib/consultations/codebook/counting/queries"
import { sameInWords } from "@/lib/consultations/codebook/words"
import {
  anchorOf,
  type PrintedAsk,
  type PrintedPart,
  type PrintedPin,
  type PrintedQuote,
} from "@/lib/representations/paper"
import { type PinSaid, pinInWords } from "@/lib/representations/pins/words"
import type { Numbers, Removed } from "@/lib/representations/versions/queries"
import { detailsOf, removedInWords, sameHeading, sourceOf } from "@/lib/representations/versions/words"
import { say } from "@/lib/words"

/** The published numbers that a paper rests on, and where they stand. */
export type NumbersAt = Numbers & { at: string }

/** The address of this very place: it stays the same in later versions. */
export const Here = ({ to, label }: { to: string; label: string }) => (
  <a className="no-print ml-2 text-base font-normal text-soft" href={`#${to}`} aria-label={label}>
    #
  </a>
)

/** A heading or a paragraph of a paper. */
export function Part({
  part,
  numbers,
}: {
  part: PrintedPart & { removed?: Removed[] }
  numbers?: NumbersAt
}) {
  const id = anchorOf.part(part.id)
  if (part.kind === "heading")
    return (
      <h2 id={id}>
        {part.text}
        <Here to={id} label={say("Link to “{heading}”", { heading: part.text })} />
      </h2>
    )
  return (
    <div id={id} className="max-w-3xl">
      <Markdown text={part.text} />
      <Pins pins={part.pins} place={part.id} numbers={numbers} />
      <RemovedQuotes removed={part.removed} />
      <Same counts={part.same} />
    </div>
  )
}

/** Who should do it, with what and by when. */
export function Details({ ask }: { ask: PrintedAsk }) {
  const said = detailsOf(ask)
  return said.length > 0 ? <p>{said.join(" · ")}</p> : null
}

/** Where quotations stood whose groups took back their consent. */
export const RemovedQuotes = ({ removed = [] }: { removed?: Removed[] }) =>
  removed.length > 0 ? (
    <p className="whitespace-pre-line text-soft">{removed.map(removedInWords).join("\n")}</p>
  ) : null

/** How many groups said what is quoted here. */
export const Same = ({ counts = [] }: { counts?: CodeCount[] }) =>
  counts.length > 0 ? (
    <>
      <p className="mb-1">{sameHeading()}</p>
      <ul>
        {counts.map((one) => (
          <li key={one.name}>
            {sameInWords(one)}
            {one.definition ? <span className="text-soft"> {one.definition}</span> : null}
          </li>
        ))}
      </ul>
    </>
  ) : null

/** Words of a group, at an address of their own. */
export function QuoteOf({ one, place, numbers }: { one: PrintedQuote; place: string; numbers?: NumbersAt }) {
  const code = numbers?.questions[one.passageId ?? ""]
  const id = one.passageId ? anchorOf.quote(one.passageId, place) : undefined
  return (
    <blockquote id={id}>
      <p className="mb-0">{one.quote}</p>
      <p className="mb-0 text-soft">
        {sourceOf(one)}
        {id ? <Here to={id} label={say("Link to this quotation")} /> : null}
        {numbers && code ? (
          <>
            {" "}
            <a href={`${numbers.at}#${code}`}>{say("The question and its results")}</a>
          </>
        ) : null}
      </p>
    </blockquote>
  )
}

/** What stands behind a paragraph or an ask, besides the passages of an ask. */
export function Pins({ pins, place, numbers }: { pins: PrintedPin[]; place: string; numbers?: NumbersAt }) {
  return pins.map(({ id, sentence, said }) => (
    <div key={id} className="my-2 border-l-4 border-line pl-4">
      {sentence ? <p className="m-0 text-soft">{say("On “{sentence}”:", { sentence })}</p> : null}
      {said.kind === "passage" ? (
        <QuoteOf one={said} place={place} numbers={numbers} />
      ) : said.kind === "question" && said.counts.length > 0 ? (
        <Counts said={said} />
      ) : (
        <p className="m-0">
          {pinInWords(said)}
          {said.kind === "figure" && said.website ? (
            <>
              {" "}
              <a href={said.website} rel="noopener noreferrer" className="break-all">
                {said.website}
              </a>
            </>
          ) : null}
        </p>
      )}
    </div>
  ))
}

const Counts = ({ said }: { said: PinSaid & { kind: "question" } }) => (
  <BarChart
    finding={said.finding}
    about={pinInWords(said)}
    rows={said.counts.map(({ label, count }) => ({ label, values: [count] }))}
    most={Math.max(1, said.answered)}
  />
)
