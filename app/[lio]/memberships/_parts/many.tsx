import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { feeInWords, lengthWithDays, owedInWords, sumOf } from "@/lib/membership-status/words"
import type { Owed } from "@/lib/memberships/list/queries"
import type { Type } from "@/lib/memberships/types/queries"
import { formatMoney, plural } from "@/lib/words"
import { beginManyForm, doForManyForm } from "../actions"
import { HowLong } from "./how-long"

type Group = { groupId: string; group: string; owed: Owed[] }

/** Ticks for the groups of a page. */
function Ticks({ groups, fees }: { groups: Group[]; fees?: boolean }) {
  return (
    <details className="fold">
      <summary>Leave some of these {plural(groups.length, "group")} out</summary>
      <div className="max-h-96 overflow-y-auto">
        {groups.map(({ groupId, group, owed }) => (
          <label key={groupId} className="choice">
            <input type="checkbox" name="groups[]" value={groupId} defaultChecked />
            <span>
              {group}
              {fees ? <span className="block text-soft">{owedInWords(owed)}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </details>
  )
}

/** Renews many at once, or says that they paid. */
export function DoForMany({ lio, groups }: { lio: string; groups: Group[] }) {
  const owing = groups.filter(({ owed }) => owed.length > 0)
  const several = owing.filter(({ owed }) => owed.length > 1).length
  const all = owing.flatMap(({ owed }) => owed)
  const periods = all.length
  const total = sumOf(all)
  return (
    <details className="fold mb-6">
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
            {
              value: "paid",
              label: "Mark only the latest unpaid fee as paid",
              hint: several > 0 ? "What they owe for earlier periods stays unpaid." : undefined,
            },
            {
              value: "paidAll",
              label: "Mark everything they owe as paid",
              hint: `On this page ${plural(owing.length, "group owes", "groups owe")} ${formatMoney(total)} for ${plural(periods, "period")}${several > 0 ? `; ${plural(several, "of them owes", "of them owe")} for more than one` : ""}.`,
            },
          ]}
        />
        <DateFields name="paidOn" legend="When was it paid? (only for fees)" quick />
        <Ticks groups={groups} fees />
      </Form>
    </details>
  )
}

/** Begins the same membership for many groups. */
export function BeginMany({
  lio,
  groups,
  types,
  today,
}: {
  lio: string
  groups: Group[]
  types: Type[]
  today: string
}) {
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
          hint: `${feeInWords(type.feePence, type)}. ${lengthWithDays(type, today, today)}.`,
        }))}
      />
      <DateFields name="startsOn" legend="When does it begin?" quick />
      <HowLong kinds={types} today={today} />
      <Ticks groups={groups} />
    </Form>
  )
}
