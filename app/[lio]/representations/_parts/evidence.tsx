import { Form } from "@/app/_ui/form"
import type { Passage } from "@/lib/consultations/passages/queries"
import type { Evidence } from "@/lib/representations/queries"
import { inWords } from "@/lib/words"
import { pinForm, unpinForm } from "../actions"

type Props = {
  lio: string
  askId: string
  pinned: Evidence[]
  passages: Passage[]
  consultationId: string | null
}

/** The passages behind an ask, and those that could be. */
export function EvidenceToPin({ lio, askId, pinned, passages, consultationId }: Props) {
  const there = new Set(pinned.map((one) => one.passageId))
  const others = passages.filter((passage) => !there.has(passage.id))
  const hidden = (passageId: string) => (
    <>
      <input type="hidden" name="askId" value={askId} />
      <input type="hidden" name="passageId" value={passageId} />
    </>
  )
  return (
    <>
      <h2 id="evidence">Evidence</h2>
      {pinned.length === 0 ? <p>No words are pinned to this ask yet.</p> : null}
      {pinned.map((one) => (
        <blockquote key={one.passageId}>
          <p className="mb-0">{one.quote}</p>
          <p className="text-soft">{one.group}</p>
          <Form action={unpinForm} lio={lio} submit="Take it off" kind="plain" id={`off-${one.passageId}`}>
            {hidden(one.passageId)}
          </Form>
        </blockquote>
      ))}
      {consultationId ? (
        <p>
          <a href={`/${lio}/consultations/${consultationId}/passages`}>
            Read the answers and take more passages
          </a>
        </p>
      ) : (
        <p>
          This representation rests on no consultation. Choose one under “Change” to pin what groups said.
        </p>
      )}
      {others.length > 0 ? <h3>Passages to pin</h3> : null}
      {others.map((passage) => (
        <blockquote key={passage.id}>
          <p className="mb-0">{passage.quote}</p>
          <p className="text-soft">
            {passage.group}
            {passage.codes.length ? ` · ${inWords(passage.codes.map((code) => code.name))}` : ""}
          </p>
          <Form
            action={pinForm}
            lio={lio}
            submit="Pin it to this ask"
            kind="secondary"
            id={`pin-${passage.id}`}
          >
            {hidden(passage.id)}
          </Form>
        </blockquote>
      ))}
    </>
  )
}
