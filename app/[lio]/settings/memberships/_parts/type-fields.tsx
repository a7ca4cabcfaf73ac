import { Radios, Tick } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { RowFields } from "@/app/_ui/row-fields"
import { lineValues } from "@/app/_ui/rows"
import { ShownWhen } from "@/app/_ui/shown-when"
import { MEMBERSHIP_PERIODS, MEMBERSHIP_STANDINGS } from "@/db/vocabulary"
import { poundsTyped } from "@/lib/membership-status/words"
import { MOST_LINES } from "@/lib/memberships/types/input"
import type { Type } from "@/lib/memberships/types/queries"
import { say } from "@/lib/words"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))

const USUAL = {
  standing: "member",
  period: "rolling",
  months: 12,
  yearDay: 1,
  yearMonth: 4,
  graceDays: 30,
  renewalDays: 30,
  openToJoin: true,
}

/** What the form of an LIO's first membership offers. */
export const FIRST_TYPE = {
  ...USUAL,
  name: "Full member",
  about: say("For voluntary and community groups that work here."),
  ...lineValues("entitlements", [
    say("A vote at the annual meeting"),
    say("Advice and training"),
    say("A place in our networks"),
    say("A say in what we tell the council"),
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
      <TextField name="name" label={say("Name")} width="md" />
      <TextArea name="about" label={say("Who is it for?")} rows={2} optional />
      <RowFields
        name="entitlements"
        legend={say("What do they get?")}
        one="benefit"
        hint={say("Groups see it on the page where they ask to join.")}
        parts={[{ name: "line", label: say("Benefit") }]}
        most={MOST_LINES}
        optional
      />
      <Radios
        name="standing"
        legend={say("What does the group become?")}
        options={options(MEMBERSHIP_STANDINGS)}
        inline
      />
      <Radios name="period" legend={say("How long does it last?")} options={options(MEMBERSHIP_PERIODS)} />
      <ShownWhen name="period" is={["rolling"]}>
        <TextField
          name="months"
          label={say("Months")}
          hint={say("When it lasts from the day of joining")}
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
        label={say("Fee")}
        hint={say("For one period, in pounds. Leave it empty when there is none.")}
        prefix="£"
        inputMode="decimal"
        width="sm"
        optional
      />
      <TextField
        name="graceDays"
        label={say("Grace period, in days")}
        hint={say("How long a membership still counts after it has ended")}
        inputMode="numeric"
        width="xs"
        suffix="days"
      />
      <TextField
        name="renewalDays"
        label={say("Renewal email")}
        hint={say(
          "We email the group’s leads and main contact this many days before it ends, and once more in the grace period.",
        )}
        inputMode="numeric"
        width="xs"
        suffix={say("days before")}
      />
      <Tick
        name="openToJoin"
        label={say("Groups may ask for it on your public page")}
        hint={say("You decide about each request.")}
      />
      <Tick
        name="renewsAtOnce"
        label={say("Renew automatically when someone asks")}
        hint={say("Only where there is no fee. Otherwise each renewal waits for you to approve it.")}
      />
    </>
  )
}

/** When the year begins that is the same for everybody, and from when a new member has the next one as well. */
function FixedYear() {
  return (
    <>
      <fieldset className="field">
        <legend className="font-semibold">{say("First day of the fixed year")}</legend>
        <span className="hint">
          {say("When it is the same year for everybody. For example, 1 4 for 1 April")}
        </span>
        <div className="flex flex-wrap gap-4">
          <TextField name="yearDay" label={say("Day")} inputMode="numeric" width="xs" />
          <TextField name="yearMonth" label={say("Month")} inputMode="numeric" width="xs" />
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="font-semibold">{say("Include the next year from (optional)")}</legend>
        <span className="hint">
          {say(
            "Only for a fixed year: a group that joins on or after this day stays a member until the end of the next year. For example, 1 2 for 1 February",
          )}
        </span>
        <div className="flex flex-wrap gap-4">
          <TextField name="rollDay" label={say("Day")} inputMode="numeric" width="xs" />
          <TextField name="rollMonth" label={say("Month")} inputMode="numeric" width="xs" />
        </div>
      </fieldset>
    </>
  )
}
