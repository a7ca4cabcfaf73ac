import { DataTable } from "@/app/_ui/data-table"
import { Form } from "@/app/_ui/form"
import { mayTakeBack } from "@/lib/membership-status/period"
import { paidInWords, periodInWords } from "@/lib/membership-status/words"
import type { Period } from "@/lib/memberships/queries"
import { formatDate, say } from "@/lib/words"
import { StateTag } from "../../../../memberships/_parts/membership-tag"
import { takeBackPeriodForm } from "../../../../memberships/actions"

type Props = { lio: string; groupId: string; periods: Period[]; standing?: string; keeps: boolean; now: Date }

/** An earlier period that another followed is simply over. */
const OVER: ReadonlySet<Period["state"]> = new Set<Period["state"]>(["lapsed", "grace"])

/** The periods of a group's membership, newest first. */
export function Periods({ lio, groupId, periods, standing, keeps, now }: Props) {
  if (periods.length === 0) return null
  return (
    <section aria-labelledby="periods">
      <h3 id="periods">{say("Periods")}</h3>
      <DataTable
        caption={say("Periods of membership")}
        captionHidden
        rows={periods}
        rowKey={(period) => period.id}
        columns={[
          {
            key: "period",
            label: say("Period"),
            main: true,
            cell: (period) =>
              keeps ? (
                <a href={`/${lio}/groups/${groupId}/membership/change?period=${period.id}`}>
                  {periodInWords(period)}
                </a>
              ) : (
                periodInWords(period)
              ),
          },
          { key: "type", label: say("Kind"), cell: (period) => period.typeName },
          { key: "paid", label: say("Fee"), cell: paidInWords },
          {
            key: "state",
            label: say("State"),
            cell: (period) => (
              <>
                {keeps && mayTakeBack(period, now) ? (
                  <Form
                    action={takeBackPeriodForm}
                    lio={lio}
                    submit={say("Undo, it was a mistake")}
                    kind="plain"
                    id={period.id}
                  >
                    <input type="hidden" name="groupId" value={groupId} />
                    <input type="hidden" name="id" value={period.id} />
                  </Form>
                ) : null}
                {period.id !== standing && OVER.has(period.state) ? (
                  say("Over")
                ) : (
                  <StateTag state={period.state} />
                )}
                {period.cancelledOn
                  ? ` ${formatDate(period.cancelledOn)}: ${period.cancelledReason ?? ""}`
                  : ""}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
