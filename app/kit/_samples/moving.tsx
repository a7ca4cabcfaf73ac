import { Grip, MoveButtons } from "@/app/_ui/move-buttons"
import { Reorder } from "@/app/_ui/reorder"
import { Timeline } from "@/app/_ui/timeline"
import { refuseForm } from "../actions"
import { Group, LONG, Sample } from "./sample"

const NOW = new Date("2026-06-07T10:00:00Z")
const QUESTIONS = ["Do you need a bus after six?", LONG, "What else?"]

/** Rows that have an order, rows to act on, and what happened when. */
export function MovingSamples() {
  return (
    <Group id="rows" title="Rows">
      <Sample state="Rows that move: by buttons, by Alt and the arrow keys, by dragging">
        <Reorder>
          <ol className="list-none p-0">
            {QUESTIONS.map((words, at) => (
              <li key={words} className="flex flex-wrap items-center gap-x-4 border-b border-line py-2">
                <Grip />
                <span className="min-w-0 grow">{words}</span>
                <MoveButtons
                  action={refuseForm}
                  lio="kit"
                  id={String(at)}
                  called={`question ${at + 1}`}
                  first={at === 0}
                  last={at === QUESTIONS.length - 1}
                />
              </li>
            ))}
          </ol>
        </Reorder>
      </Sample>
      <Sample state="Rows to act on">
        <ul className="act-list">
          <li className="act-row">
            <div className="act-words">Ring about the boiler fund</div>
            <div className="acts">
              <button type="button" className="button button-secondary">
                Done
              </button>
              <button type="button" className="button button-plain">
                Tomorrow
              </button>
            </div>
          </li>
        </ul>
      </Sample>
      <Sample state="What happened, newest first; and once">
        <Timeline
          now={NOW}
          older="/kit?before=1"
          items={[
            {
              id: "a",
              at: new Date("2026-06-07T08:32:00Z"),
              title: "Advice about a lease",
              href: "/kit",
              author: "Samira Okonkwo-Featherstonehaugh",
              icon: "talk",
              text: "They must leave the hall by autumn. The landlord offers another at twice the rent. We went through the break clause, and wrote to the council’s property team together. They will ring on Friday, and the trustees meet on the 20th to decide. If nothing comes of it there is the chapel, which has no ramp.",
            },
            {
              id: "b",
              at: new Date("2026-06-04T13:00:00Z"),
              title: "Answered “Buses after six”",
              author: "Gwenllian Rhys",
              icon: "answer",
              notes: "Signed off",
            },
            {
              id: "c",
              at: new Date("2025-11-19T13:00:00Z"),
              title: "Changed: phone and address",
              author: "Tom",
              icon: "change",
            },
          ]}
        />
        <Timeline now={NOW} items={[{ id: "d", at: NOW, title: LONG, author: "Tom", icon: "change" }]} />
      </Sample>
    </Group>
  )
}
