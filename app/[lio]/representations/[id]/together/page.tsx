import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Tag } from "@/app/_ui/tag"
import { PAPER_PARTS } from "@/db/vocabulary"
import { differencesOf } from "@/lib/differences"
import { getStanding } from "@/lib/representations/standing/queries"
import { listParts } from "@/lib/representations/text/queries"
import { listRemarks, type Remark } from "@/lib/representations/together/queries"
import { formatDate, say, shortened } from "@/lib/words"
import { ChangedLines } from "../../../_parts/changed-lines"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { remarkForm, settleRemarkForm } from "../actions"

type Place = { askId: string | null; partId: string | null; label: string; text: string }

/** Where colleagues and trustees say what they think of a paper, and suggest other words for its paragraphs and asks. */
export default async function DraftingTogether(props: PageProps) {
  const [frame, { of, parts, remarks, wanted }] = await visit(props, async (ctx, query, { id = "" }) => {
    const of = await getStanding(ctx, id)
    const [parts, remarks] = await Promise.all([listParts(ctx, id), listRemarks(ctx, id)])
    return { of, parts, remarks, wanted: query.at }
  })
  const { whole, writes } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}/together`
  const open = !whole.closedAt
  const places: Place[] = [
    ...parts.map(({ id, text, kind }) => ({ askId: null, partId: id, label: PAPER_PARTS[kind], text })),
    ...whole.asks.map(({ id, text, position }) => ({
      ...{ askId: id, partId: null, text },
      label: say("Ask {number}", { number: position }),
    })),
  ]
  const chosen = places.find(({ askId, partId }) => (askId ?? partId) === wanted) ?? null
  return (
    <RepresentationFrame frame={frame} of={of} page="together" title={say("Working on it together")}>
      <h2>{say("Working on it together")}</h2>
      {open ? (
        <section aria-labelledby="say" className="max-w-3xl">
          <h3 id="say">
            {chosen ? say("About: {label}", { label: chosen.label }) : say("Comment on the paper")}
          </h3>
          {chosen ? <p className="whitespace-pre-line">{chosen.text}</p> : null}
          <Form
            action={remarkForm}
            lio={lio}
            submit={say("Add it")}
            kind="secondary"
            id="remark"
            values={{ rewording: chosen?.text ?? null }}
          >
            <input type="hidden" name="representationId" value={whole.id} />
            <input type="hidden" name="askId" value={chosen?.askId ?? ""} />
            <input type="hidden" name="partId" value={chosen?.partId ?? ""} />
            {chosen ? (
              <TextArea
                name="rewording"
                label={say("How would you put it?")}
                hint={say("Clear this if you only want to comment.")}
                rows={4}
                optional
              />
            ) : null}
            <TextArea
              name="text"
              label={chosen ? say("Why, or what you think") : say("What do you think?")}
              rows={3}
              optional={chosen !== null}
            />
          </Form>
          {places.length > 0 ? (
            <>
              <h3>{say("Or suggest a different wording for")}</h3>
              <ul>
                {places.map(({ askId, partId, label, text }) => (
                  <li key={askId ?? partId}>
                    <a href={`${at}?at=${askId ?? partId}`}>{label}</a>: {shortened(text, 120)}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      ) : null}
      <h3>{say("Comments and suggestions")}</h3>
      {remarks.length === 0 ? <p>{say("Nothing yet.")}</p> : null}
      {remarks.map((one) => (
        <RemarkCard key={one.id} lio={lio} one={one} places={places} decides={writes && open} />
      ))}
    </RepresentationFrame>
  )
}

type CardProps = { lio: string; one: Remark; places: Place[]; decides: boolean }

function RemarkCard({ lio, one, places, decides }: CardProps) {
  const place = places.find(({ askId, partId }) => (askId ?? partId) === (one.askId ?? one.partId))
  return (
    <div className="card mb-4 max-w-3xl">
      <p className="mb-1 text-soft">
        {say("{name}, {day}", { name: one.by ?? say("Somebody"), day: formatDate(one.madeAt) })}
        {place && (one.askId || one.partId) ? ` · ${place.label}` : ""}
      </p>
      {one.rewording ? <ChangedLines lines={differencesOf(one.about ?? "", one.rewording)} /> : null}
      {one.text ? <p className="mb-1 whitespace-pre-line">{one.text}</p> : null}
      {one.settledAt ? (
        <p className="mb-0">
          <Tag tone={one.accepted ? "good" : undefined}>
            {one.accepted === null ? say("Done") : one.accepted ? say("Used") : say("Declined")}
          </Tag>{" "}
          {say("{name}, {day}", { name: one.settledBy ?? say("Somebody"), day: formatDate(one.settledAt) })}
        </p>
      ) : decides ? (
        <Form action={settleRemarkForm} lio={lio} submit={null} id={`settle-${one.id}`}>
          <input type="hidden" name="id" value={one.id} />
          <div className="flex flex-wrap gap-3">
            {one.rewording ? (
              <>
                <SubmitButton kind="secondary" name="button" value="accept">
                  {say("Take it over")}
                </SubmitButton>
                <SubmitButton kind="plain" name="button" value="decline">
                  {say("Decline")}
                </SubmitButton>
              </>
            ) : (
              <SubmitButton kind="plain" name="button" value="done">
                {say("Mark as done")}
              </SubmitButton>
            )}
          </div>
        </Form>
      ) : null}
    </div>
  )
}
