import { Radios } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import type { Doubt } from "@/lib/imports/wizard/queries"
import { say } from "@/lib/words"
import { decideForm } from "../actions"

const DECISIONS = [
  { value: "skip", label: say("Leave this row out") },
  { value: "merge", label: say("It is the same: put it together with ours") },
  { value: "new", label: say("It is another group: add it") },
]
/** How many are shown at once; the rest follow when these are decided. */
const SHOWN = 40

/** Possible duplicates, both sides in sight, each to be decided. */
export function Doubts({ lio, importId, doubts }: { lio: string; importId: string; doubts: Doubt[] }) {
  return (
    <>
      <Form
        action={decideForm}
        lio={lio}
        submit={say("Do the same for all the rest")}
        kind="secondary"
        id="all"
        values={{ decision: "skip" }}
      >
        <input type="hidden" name="id" value={importId} />
        <Radios
          name="decision"
          legend={say("For all those you don’t decide one by one")}
          options={DECISIONS}
        />
      </Form>
      <ul className="list-none p-0">
        {doubts.slice(0, SHOWN).map((doubt) => (
          <li key={doubt.row} className="card mb-4 max-w-3xl">
            <p className="mb-2 text-soft">
              {say("Row {row} in your file: {because}", { row: doubt.row, because: doubt.because })}
            </p>
            <div className="grid gap-4 sm:grid-cols-2">
              <div>
                <p className="mb-0 font-bold">{say("In your file")}</p>
                {doubt.theirs.map((value) => (
                  <p key={value} className="mb-0">
                    {value}
                  </p>
                ))}
              </div>
              <div>
                <p className="mb-0 font-bold">
                  {doubt.ours.id ? say("What we have") : say("An earlier row")}
                </p>
                <p className="mb-0">
                  {doubt.ours.id ? (
                    <a href={`/${lio}/groups/${doubt.ours.id}`}>{doubt.ours.name}</a>
                  ) : (
                    doubt.ours.name
                  )}
                </p>
                {[doubt.ours.postcode, doubt.ours.email, doubt.ours.phone].filter(Boolean).map((value) => (
                  <p key={value} className="mb-0">
                    {value}
                  </p>
                ))}
              </div>
            </div>
            <Form
              action={decideForm}
              lio={lio}
              submit={say("Decide")}
              kind="secondary"
              id={`row-${doubt.row}`}
              values={{ decision: doubt.decision }}
            >
              <input type="hidden" name="id" value={importId} />
              <input type="hidden" name="row" value={doubt.row} />
              <Radios
                name="decision"
                legend={say("What is row {row}?", { row: doubt.row })}
                options={DECISIONS}
              />
            </Form>
          </li>
        ))}
      </ul>
      {doubts.length > SHOWN ? (
        <p>
          {say("And {doubts} more. The choice for all above is used for them.", {
            doubts: doubts.length - SHOWN,
          })}
        </p>
      ) : null}
    </>
  )
}
