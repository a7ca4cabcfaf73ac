import { Tag } from "@/app/_ui/tag"
import type { Attendee } from "@/lib/events/booking/queries"
import { say } from "@/lib/words"

const Press = ({
  press,
  name,
  kind,
  children,
}: {
  press: string
  name: string
  kind: string
  children: string
}) => (
  <button type="submit" name="press" value={press} className={`button ${kind}`}>
    {children}
    <span className="sr-only">: {name}</span>
  </button>
)

/** Somebody on the list at the door, with a big button each for whether they came. */
export const CameRow = ({ person: { id, name, groupName, came } }: { person: Attendee }) => (
  <li className="card mb-3">
    <p className="mb-2 text-lg">
      <strong>{name}</strong> {came === true ? <Tag tone="good">{say("Came")}</Tag> : null}
      {came === false ? <Tag tone="problem">{say("Didn’t come")}</Tag> : null}
      {groupName ? <span className="block text-soft">{groupName}</span> : null}
    </p>
    <div className="flex flex-wrap gap-3">
      {came === null ? (
        <>
          <Press press={`came ${id}`} name={name} kind="">
            {say("They’re here")}
          </Press>
          <Press press={`missed ${id}`} name={name} kind="button-secondary">
            {say("Didn’t come")}
          </Press>
        </>
      ) : (
        <Press press={`clear ${id}`} name={name} kind="button-plain">
          {say("Undo")}
        </Press>
      )}
    </div>
  </li>
)
