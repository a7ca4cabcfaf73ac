import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Markdown } from "@/app/_ui/markdown"
import { Grip, MoveButtons } from "@/app/_ui/move-buttons"
import { Reorder } from "@/app/_ui/reorder"
import { PAPER_PARTS } from "@/db/vocabulary"
import { listPins, type Pinned } from "@/lib/representations/pins/queries"
import { pinInWords } from "@/lib/representations/pins/words"
import { getOpenRepresentation } from "@/lib/representations/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { listParts } from "@/lib/representations/text/queries"
import { asSeen } from "@/lib/seen"
import { say, sayCount } from "@/lib/words"
import { Seen } from "../../../_parts/seen"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { addPartForm, changePartForm, dropPartForm, movePartForm } from "../actions"

type Part = Awaited<ReturnType<typeof listParts>>[number]

/** The text of a paper before its asks: headings and paragraphs, each changed where it stands, with what is pinned to it. */
export default async function PaperText(props: PageProps) {
  const [frame, { of, parts, pins, wanted }] = await visit(props, async (ctx, query, { id = "" }) => {
    await getOpenRepresentation(ctx, id)
    const [of, parts, pins] = await Promise.all([getStanding(ctx, id), listParts(ctx, id), listPins(ctx, id)])
    return { of, parts, pins, wanted: query.part }
  })
  const lio = frame.lio.slug
  const { whole } = of
  const at = `/${lio}/representations/${whole.id}`
  return (
    <RepresentationFrame frame={frame} of={of} page="text" title={say("Text")}>
      <h2>{say("The text before the asks")}</h2>
      <p className="max-w-2xl">
        {say(
          "Headings and paragraphs, in the order the body will read them. They go between the introduction and the asks.",
        )}
      </p>
      <Reorder>
        <ol className="max-w-3xl list-none border-t border-line p-0">
          {parts.map((part, place) => (
            <li key={part.id} className="border-b border-line py-3">
              {part.id === wanted ? <ChangePart lio={lio} part={part} /> : <ReadPart part={part} />}
              <p className="my-1 flex flex-wrap gap-x-4">
                {part.id === wanted ? null : (
                  <a className="inline-flex min-h-6 items-center" href={`${at}/text?part=${part.id}#part`}>
                    {say("Change it")}
                  </a>
                )}
                <a href={`${at}/pin?part=${part.id}`}>
                  {pinsInWords(pins.filter(({ partId }) => partId === part.id))}
                </a>
              </p>
              {pins
                .filter(({ partId }) => partId === part.id)
                .map((pin) => (
                  <p key={pin.id} className="m-0 text-soft">
                    {pinInWords(pin.said)}
                  </p>
                ))}
              <div className="flex flex-wrap gap-x-4">
                <MoveButtons
                  action={movePartForm}
                  lio={lio}
                  id={part.id}
                  called={say("part {number}", { number: place + 1 })}
                  first={place === 0}
                  last={place === parts.length - 1}
                />
              </div>
            </li>
          ))}
        </ol>
      </Reorder>
      <section aria-labelledby="add" className="mt-6">
        <h3 id="add">{say("Add a heading or a paragraph")}</h3>
        <Form action={addPartForm} lio={lio} submit={say("Add it")} kind="secondary" id="new">
          <input type="hidden" name="representationId" value={whole.id} />
          <Radios
            name="kind"
            legend={say("Heading or paragraph?")}
            value="paragraph"
            options={Object.entries(PAPER_PARTS).map(([value, label]) => ({ value, label }))}
            inline
          />
          <TextArea name="text" label={say("What it says")} rows={5} />
        </Form>
      </section>
    </RepresentationFrame>
  )
}

const pinsInWords = (pins: Pinned[]) =>
  pins.length === 0
    ? say("Pin evidence")
    : sayCount(pins.length, { one: "{count} piece of evidence", other: "{count} pieces of evidence" })

function ReadPart({ part }: { part: Part }) {
  return (
    <div className="flex">
      <Grip />
      {part.kind === "heading" ? <h3 className="m-0">{part.text}</h3> : <Markdown text={part.text} />}
    </div>
  )
}

function ChangePart({ lio, part }: { lio: string; part: Part }) {
  return (
    <div id="part">
      <Form
        action={changePartForm}
        lio={lio}
        submit={say("Save changes")}
        kind="secondary"
        id="part-form"
        values={{ text: part.text, seen: asSeen({ text: part.text }) }}
      >
        <input type="hidden" name="id" value={part.id} />
        <Seen />
        <TextArea name="text" label={PAPER_PARTS[part.kind]} rows={part.kind === "heading" ? 1 : 8} />
      </Form>
      <Form
        fold={say("Remove it")}
        action={dropPartForm}
        lio={lio}
        submit={say("Remove it")}
        kind="danger"
        id="drop-part"
      >
        <p>{say("What’s pinned to it is removed too. It stays in published versions.")}</p>
        <input type="hidden" name="id" value={part.id} />
      </Form>
    </div>
  )
}
