import { Form } from "@/app/_ui/form"
import type { Passage } from "@/lib/consultations/passages/queries"
import type { Pinned } from "@/lib/representations/pins/words"
import type { Representation } from "@/lib/representations/queries"
import { inWords, say } from "@/lib/words"
import { pinForm, unpinForm } from "../actions"
import { evidenceInWords } from "./ask-rows"
import { NeedsIn, Quoted } from "./quoted"

type Props = {
  lio: string
  ask: Representation["asks"][number] | null
  passages: Passage[]
  consultationId: string | null
  sent: boolean
  /** What else is pinned to the ask. */
  pins: Pinned[]
  /** Where what isn’t a passage is pinned. */
  pinsAt?: string
}

/** Beside the asks: the passages behind the one that is open, and those that could be. */
export function EvidenceBeside({ lio, ask, passages, consultationId, sent, pins, pinsAt }: Props) {
  const pinned = new Set(ask?.evidence.map(({ passageId }) => passageId))
  const others = sent || !ask ? [] : passages.filter(({ id }) => !pinned.has(id))
  return (
    <aside aria-labelledby="evidence" className="no-print">
      <h2 id="evidence" className="mt-0">
        {ask ? say("Evidence for ask {position}", { position: ask.position }) : say("Evidence")}
      </h2>
      {ask ? <p>{evidenceInWords(ask)}</p> : <p>{say("Choose an ask to see what it’s based on.")}</p>}
      {ask?.evidence.map((one) => (
        <Quoted key={one.passageId} lio={lio} one={one}>
          {sent ? null : (
            <Form
              action={unpinForm}
              lio={lio}
              submit={say("Take it off")}
              kind="plain"
              id={`off-${one.passageId}`}
            >
              <input type="hidden" name="askId" value={ask.id} />
              <input type="hidden" name="passageId" value={one.passageId} />
            </Form>
          )}
        </Quoted>
      ))}
      {pins.map((pin) => (
        <p key={pin.id} className="border-l-4 border-line pl-4">
          {pin.words}
          {pin.why ? ` ${say("(Not printed: {why}.)", { why: pin.why })}` : ""}
        </p>
      ))}
      <NeedsIn lio={lio} needs={ask?.needs ?? []} />
      {ask && pinsAt ? (
        <p>
          <a href={`${pinsAt}?ask=${ask.id}`}>
            {say("Pin a figure, a question’s results, a need or a topic")}
          </a>
        </p>
      ) : null}
      {others.length > 0 ? <h3>{say("Passages to pin")}</h3> : null}
      {others.map((passage) => (
        <blockquote key={passage.id}>
          <p className="mb-0">{passage.quote}</p>
          <p className="mb-1 text-soft">
            {passage.group}
            {passage.codes.length ? ` · ${inWords(passage.codes.map((code) => code.name))}` : ""}
          </p>
          <Form
            action={pinForm}
            lio={lio}
            submit={say("Pin it to this ask")}
            kind="secondary"
            id={`pin-${passage.id}`}
          >
            <input type="hidden" name="askId" value={ask?.id} />
            <input type="hidden" name="passageId" value={passage.id} />
          </Form>
        </blockquote>
      ))}
      <p>
        {consultationId ? (
          <a href={`/${lio}/consultations/${consultationId}/passages`}>
            {say("Read the answers and mark more passages")}
          </a>
        ) : (
          say(
            "This representation rests on no consultation. Choose one under “Details” to pin what groups said.",
          )
        )}
      </p>
    </aside>
  )
}
