import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { found } from "@/lib/errors"
import { listPins, listToPin } from "@/lib/representations/pins/queries"
import { pinInWords } from "@/lib/representations/pins/words"
import { getOpenRepresentation } from "@/lib/representations/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { listParts } from "@/lib/representations/text/queries"
import { say } from "@/lib/words"
import { PinForms } from "../../_parts/pin-forms"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { dropPinForm } from "../actions"

/** What stands behind a paragraph, a sentence of it, or an ask: what is pinned, and what can be. */
export default async function PinEvidence(props: PageProps) {
  const [frame, { of, place, pins, choices }] = await visit(props, async (ctx, query, { id = "" }) => {
    const { consultationId } = await getOpenRepresentation(ctx, id)
    const [of, parts, pins, choices] = await Promise.all([
      getStanding(ctx, id),
      listParts(ctx, id),
      listPins(ctx, id),
      listToPin(ctx, consultationId),
    ])
    const part = parts.find((one) => one.id === query.part)
    const place = part
      ? { partId: part.id, askId: null, text: part.text }
      : { partId: null, ...askIn(found(of.whole.asks.find((one) => one.id === query.ask))) }
    return {
      of,
      place,
      choices,
      pins: pins.filter((pin) => pin.partId === place.partId && pin.askId === place.askId),
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${of.whole.id}`
  return (
    <RepresentationFrame frame={frame} of={of} page="pin" title={say("Pin evidence")}>
      <BackLink href={place.partId ? `${at}/text?part=${place.partId}#part` : `${at}?ask=${place.askId}`}>
        {place.partId ? say("The text") : say("The ask")}
      </BackLink>
      <h2>{say("Evidence")}</h2>
      <p className="max-w-2xl whitespace-pre-line">{place.text}</p>
      {pins.map((pin) => (
        <div key={pin.id} className="card mb-3 max-w-2xl">
          {pin.sentence ? (
            <p className="mb-1 text-soft">{say("On “{sentence}”:", { sentence: pin.sentence })}</p>
          ) : null}
          <p className="mb-1">
            {pinInWords(pin.said)}
            {pin.group && !pin.printed
              ? ` ${say("({group} can’t be quoted, so this won’t be printed.)", { group: pin.group })}`
              : ""}
          </p>
          <Form action={dropPinForm} lio={lio} submit={say("Take it off")} kind="plain" id={`off-${pin.id}`}>
            <input type="hidden" name="id" value={pin.id} />
          </Form>
        </div>
      ))}
      <PinForms lio={lio} place={place} passages={of.passages} choices={choices} />
    </RepresentationFrame>
  )
}

const askIn = ({ id, text }: { id: string; text: string }) => ({ askId: id, text })
