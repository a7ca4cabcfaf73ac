import { RELEASE_TAGS } from "@/db/vocabulary"
import type { Step } from "@/lib/opportunities/history/queries"
import type { Opportunity } from "@/lib/opportunities/queries"
import { formatMoment, formatSum, say } from "@/lib/words"

/** What the buyer writes: the text, its lots, and where more can be read. */
export function Notice({ its }: { its: Opportunity }) {
  const { description, lots, documents, link } = its
  return (
    <>
      {description ? (
        <section aria-labelledby="text">
          <h2 id="text">{say("In the buyer’s own words")}</h2>
          <p className="max-w-3xl whitespace-pre-line wrap-anywhere">{description}</p>
        </section>
      ) : null}
      {lots.length > 1 ? (
        <section aria-labelledby="lots">
          <h2 id="lots">{say("Lots")}</h2>
          <ol className="max-w-3xl space-y-4">
            {lots.map((lot, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lots have no name of their own
              <li key={at}>
                <p className="m-0 font-semibold">
                  {lot.title ?? say("Lot {number}", { number: at + 1 })}
                  {lot.value === null
                    ? null
                    : ` (${say("worth up to {sum}", { sum: formatSum(lot.value, lot.currency) })})`}
                </p>
                {lot.description && lot.description !== description ? (
                  <p className="m-0 whitespace-pre-line wrap-anywhere">{lot.description}</p>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      {link || documents.length > 0 ? (
        <section aria-labelledby="documents">
          <h2 id="documents">{say("Where to read more")}</h2>
          <ul className="max-w-3xl">
            {link ? (
              <li>
                <a href={link} rel="noreferrer" className="wrap-anywhere">
                  {say("The published notice")}
                </a>
              </li>
            ) : null}
            {documents.map((document) => (
              <li key={document.link}>
                <a href={document.link} rel="noreferrer" className="wrap-anywhere">
                  {document.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** What has been published, the last first, each with what it changed. */
export function Steps({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say("What has been published")}</h2>
      <ol className="max-w-3xl list-none space-y-3 p-0">
        {steps.map(({ id, at, tags, changed }) => (
          <li key={id}>
            <p className="m-0 font-semibold">
              {say("{what}, {when}", {
                what: tags.map((tag) => RELEASE_TAGS[tag]).join(", "),
                when: formatMoment(at),
              })}
            </p>
            {changed.map((sentence) => (
              <p key={sentence} className="m-0">
                {sentence}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
