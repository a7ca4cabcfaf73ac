import { Radios, Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { lineValues } from "@/app/_ui/rows"
import { ShownWhen } from "@/app/_ui/shown-when"
import { MEMBERSHIP_PERIODS, MEMBERSHIP_STANDINGS } from "@/db/vocabulary"
import { poundsTyped } from "@/lib/membership-status/words"
import { MOST_LINES } from "@/lib/memberships/types/input"
import type { Type } from "@/lib/memberships/types/queries"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))

const USUAL = {
  standing: "member",
  period: "rolling",
  months: 12,
  graceDays: 30,
  renewalDays: 30,
  openToJoin: true,
}

/** What the form of an LIO's first membership offers. */
export const FIRST_TYPE = {
  ...USUAL,
  name: "Full member",
  about: "For voluntary and community groups that work here.",
  ...lineValues("entitlements", [
    "A vote at the annual meeting",
    "Advice and training",
    "A place in our networks",
    "A say in what we tell the council",
  ]),
}

/** What the form of each other membership offers. */
export const NEXT_TYPE = { ...USUAL, ...lineValues("entitlements") }

/** A kind of membership as its form holds it. */
export function valuesOf(type: Type) {
  const [month = "", day = ""] = (type.yearStarts ?? "").split("-")
  const [rollMonth = "", rollDay = ""] = (type.rollsOver ?? "").split("-")
  return {
    ...type,
    retiredAt: undefined,
    createdAt: undefined,
    entitlements: undefined,
    ...lineValues("entitlements", type.entitlements),
    yearDay: day && Number(day),
    yearMonth: month && Number(month),
    rollDay: rollDay && Number(rollDay),
    rollMonth: rollMonth && Number(rollMonth),
    fee: poundsTyped(type.feePence),
  }
}

/** What is said of a kind of membership. */
export function TypeFields() {
  return (
    <>
      <TextField name="name" label="Name" width="md" />
      <TextArea name="about" label="Who is it for?" rows={2} optional />
      <RowFields
        name="entitlements"
        legend="What do they get?"
        one="benefit"
        hint="Groups see it on the page where they ask to join."
        parts={[{ name: "line", label: "Benefit" }]}
        most={MOST_LINES}
        optional
      />
      <Radios
        name="standing"
        legend="What is a group that has it?"
        options={options(MEMBERSHIP_STANDINGS)}
        inline
      />
      <Radios name="period" legend="How long does it last?" options={options(MEMBERSHIP_PERIODS)} />
      <ShownWhen name="period" is={["rolling"]}>
        <TextField
          name="months"
          label="Months"
          hint="When it lasts from the day of joining"
          inputMode="numeric"
          width="xs"
          optional
        />
      </ShownWhen>
      <ShownWhen name="period" is={["fixed"]}>
        <FixedYear />
      </ShownWhen>
      <TextField
        name="fee"
        label="Fee"
        hint="For one period, in pounds. Leave it empty when there is none."
        prefix="£"
        inputMode="decimal"
        width="sm"
        optional
      />
      <TextField
        name="graceDays"
        label="Days of grace"
        hint="For so many days after its end a membership still counts"
        inputMode="numeric"
        width="xs"
        suffix="days"
      />
      <TextField
        name="renewalDays"
        label="Renewal letter"
        hint="So many days before the end, the group’s leads and main contact are asked to renew. A second letter goes in the days of grace."
        inputMode="numeric"
        width="xs"
        suffix="days before"
      />
      <Tick
        name="openToJoin"
        label="Groups may ask for it on your public page"
        hint="You decide about each request."
      />
      <Tick
        name="renewsAtOnce"
        label="Renew automatically when someone asks"
        hint="Only without a fee. Else each renewal waits until you have looked."
      />
    </>
  )
}

/** When the year begins that is the same for everybody, and from when a new member has the next one as well. */
function FixedYear() {
  return (
    <>
      <fieldset className="field">
        <legend className="font-semibold">First day of the fixed year</legend>
        <span className="hint">When it is the same year for everybody. For example, 1 4 for 1 April</span>
        <div className="flex flex-wrap gap-4">
          <TextField name="yearDay" label="Day" inputMode="numeric" width="xs" />
          <TextField name="yearMonth" label="Month" inputMode="numeric" width="xs" />
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="font-semibold">Include the next year from (optional)</legend>
        <span className="hint">
          Only for a fixed year: a group that joins on or after this day stays a member until the end of the
          next year. For example, 1 2 for 1 February
        </span>
        <div className="flex flex-wrap gap-4">
          <TextField name="rollDay" label="Day" inputMode="numeric" width="xs" />
          <TextField name="rollMonth" label="Month" inputMode="numeric" width="xs" />
        </div>
      </fieldset>
    </>
  )
}
