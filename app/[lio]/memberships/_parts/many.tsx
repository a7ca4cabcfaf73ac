import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import type { Type } from "@/lib/memberships/types/queries"
import { feeInWords, lengthInWords } from "@/lib/memberships/words"
import { plural } from "@/lib/words"
import { beginManyForm, doForManyForm } from "../actions"

type Group = { groupId: string; group: string }

/** Ticks for the groups of a page. */
function Ticks({ groups }: { groups: Group[] }) {
  return (
    <details className="fold">
      <summary>Choose from these {plural(groups.length, "group")}: all are ticked</summary>
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

/** Renews many at once, or says that they paid. */
export function DoForMany({ lio, groups }: { lio: string; groups: Group[] }) {
  return (
    <details className="fold">
      <summary>Renew several at once, or mark their fees as paid</summary>
      <Form
        action={doForManyForm}
        lio={lio}
        submit="Do this for the ticked groups"
        kind="secondary"
        id="many"
      >
        <Radios
          name="what"
          legend="What should happen?"
          options={[
            {
              value: "renew",
              label: "Renew them",
              hint: "Each keeps its kind of membership, from the day after the last one ends.",
            },
            { value: "paid", label: "Mark the latest fee as paid" },
          ]}
        />
        <DateFields name="paidOn" legend="When was it paid? (only for fees)" quick />
        <Ticks groups={groups} />
      </Form>
    </details>
  )
}

/** Begins the same membership for many groups. */
export function BeginMany({ lio, groups, types }: { lio: string; groups: Group[]; types: Type[] }) {
  return (
    <Form
      action={beginManyForm}
      lio={lio}
      submit="Begin their membership"
      kind="secondary"
      id="begin-many"
      values={{ typeId: types[0]?.id }}
    >
      <Radios
        name="typeId"
        legend="Which membership?"
        options={types.map((type) => ({
          value: type.id,
          label: type.name,
          hint: `${feeInWords(type.feePence, type)}. ${lengthInWords(type)}`,
        }))}
      />
      <DateFields name="startsOn" legend="When does it begin?" quick />
      <Ticks groups={groups} />
    </Form>
  )
}
