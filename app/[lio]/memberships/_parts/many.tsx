import { Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Form } from "@/app/_ui/form"
import { feeInWords, lengthWithDays, owedInWords, sumOf } from "@/lib/membership-status/words"
import type { Owed } from "@/lib/memberships/list/queries"
import type { Type } from "@/lib/memberships/types/queries"
import { formatMoney, say, sayCount } from "@/lib/words"
import { beginManyForm, doForManyForm } from "../actions"
import { HowLong } from "./how-long"

type Group = { groupId: string; group: string; owed: Owed[] }

/** Ticks for the groups of a page. */
function Ticks({ groups, fees }: { groups: Group[]; fees?: boolean }) {
  return (
    <details className="fold">
      <summary>
        {sayCount(groups.length, {
          one: "Leave some of these {count} group out",
          other: "Leave some of these {count} groups out",
        })}
      </summary>
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
      <summary>{say("Renew several at once, or mark their fees as paid")}</summary>
      <Form
        action={doForManyForm}
        lio={lio}
        submit={say("Do this for the ticked groups")}
        kind="secondary"
        id="many"
      >
        <Radios
          name="what"
          legend={say("What should happen?")}
          options={[
            {
              value: "renew",
              label: say("Renew them"),
              hint: say("Each keeps its kind of membership, from the day after the last one ends."),
            },
            {
              value: "paid",
              label: say("Mark only the latest unpaid fee as paid"),
              hint: several > 0 ? say("What they owe for earlier periods stays unpaid.") : undefined,
            },
            {
              value: "paidAll",
              label: say("Mark everything they owe as paid"),
              hint: allOwed({ groups: owing.length, total, periods, several }),
            },
          ]}
        />
        <DateFields name="paidOn" legend={say("When was it paid? (only for fees)")} quick />
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
      <Ticks groups={groups} />
    </Form>
  )
}

type Sums = { groups: number; total: number; periods: number; several: number }

function allOwed({ groups, total, periods, several }: Sums): string {
  const owed = sayCount(
    groups,
    {
      one: "On this page {count} group owes {total} for {periods}.",
      other: "On this page {count} groups owe {total} for {periods}.",
    },
    {
      total: formatMoney(total),
      periods: sayCount(periods, { one: "{count} period", other: "{count} periods" }),
    },
  )
  if (several === 0) return owed
  return `${owed} ${sayCount(several, {
    one: "{count} of them owes for more than one.",
    other: "{count} of them owe for more than one.",
  })}`
}
