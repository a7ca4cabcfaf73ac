import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { feeInWords, lengthWithDays } from "@/lib/membership-status/words"
import type { Type } from "@/lib/memberships/types/queries"
import { say, sayCount } from "@/lib/words"
import { beginManyForm } from "../actions"
import { HowLong } from "./how-long"

type Group = { groupId: string; group: string }

/** Ticks for the groups of a page. */
function Ticks({ groups }: { groups: Group[] }) {
  return (
    <details className="fold">
      <summary>
        {sayCount(groups.length, {
          one: "Leave some of these {count} group out",
          other: "Leave some of these {count} groups out",
        })}
      </summary>
      <div className="max-h-96 overflow-y-auto">
        {groups.map(({ groupId, group }) => (
          <label key={groupId} className="choice">
            <input type="checkbox" name="groups[]" value={groupId} defaultChecked />
            <span>{group}</span>
          </label>
        ))}
      </div>
    </details>
  )
}

/** Begins the same membership for many groups. */
export function BeginMany({
  lio,
  groups,
  types,
  today,
  back,
}: {
  lio: string
  groups: Group[]
  types: Type[]
  today: string
  /** The list to come back to. */
  back?: string
}) {
  return (
    <Form
      action={beginManyForm}
      lio={lio}
      submit={say("Begin their membership")}
      kind="secondary"
      id="begin-many"
      values={{ typeId: types[0]?.id }}
    >
      <Radios
        name="typeId"
        legend={say("Which membership?")}
        options={types.map((type) => ({
          value: type.id,
          label: type.name,
          hint: `${feeInWords(type.feePence, type)}. ${lengthWithDays(type, today, today)}.`,
        }))}
      />
      <DateFields name="startsOn" legend={say("When does it begin?")} quick />
      <HowLong kinds={types} today={today} />
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <Ticks groups={groups} />
    </Form>
  )
}
