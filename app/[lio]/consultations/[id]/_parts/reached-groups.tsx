import type { Place } from "@/app/_ui/address"
import { dialled } from "@/app/_ui/address"
import type { Column } from "@/app/_ui/data-table"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Selected } from "@/app/_ui/select-page"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import type { Reach, Reached } from "@/lib/consultations/reach/queries"
import { pageIn } from "@/lib/input"
import { formatShortDate, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { remindTickedForm } from "../../actions"

type Props = {
  lio: string
  id: string
  reach: Reach
  open: boolean
  keeps: boolean
  /** Staff may enter answers: not where they are named to nobody. */
  enters: boolean
  place: Place
}

/** The form that the ticks belong to. */
const REMIND_FORM = "remind-ticked"
const PAGE_SIZE = 25
const FIRST = { drafting: 0, waiting: 1, answered: 2, nothing: 2 }

/** Who has not been heard, with whom to ring, and who has: one press apart. */
export function ReachedGroups({ lio, id, reach, open, keeps, enters, place }: Props) {
  const page = pageIn(place.query?.page)
  const silent = reach.groups
    .filter(({ standing }) => standing === "waiting" || standing === "drafting")
    .sort((one, other) => FIRST[one.standing] - FIRST[other.standing])
  const heard = reach.groups.filter(({ standing }) => standing === "answered" || standing === "nothing")
  const showsHeard = place.query?.show === "heard"
  const [groups, columns] = showsHeard
    ? [heard, heardColumns(lio)]
    : [silent, silentColumns({ lio, id, open, keeps, enters })]
  const ticks = open && keeps && !showsHeard && reach.toRemind > 0
  return (
    <section aria-label={say("The groups")}>
      <Tabs
        label={say("The groups")}
        tabs={[
          {
            label: open ? say("Not answered yet") : say("Not answered"),
            href: place.path,
            current: !showsHeard,
            count: silent.length,
          },
          {
            label: say("Answered"),
            href: `${place.path}?show=heard`,
            current: showsHeard,
            count: heard.length,
          },
        ]}
      />
      {groups.length === 0 ? (
        <p>
          {showsHeard ? say("No group has answered yet.") : say("Every group that was asked has answered.")}
        </p>
      ) : (
        <>
          <WorkList
            plain
            captionHidden
            caption={
              showsHeard
                ? sayCount(heard.length, { one: "{count} group heard", other: "{count} groups heard" })
                : sayCount(silent.length, {
                    one: "{count} group to hear from",
                    other: "{count} groups to hear from",
                  })
            }
            select={ticks ? { name: "groupIds", form: REMIND_FORM, label: (row) => row.group } : undefined}
            rows={groups.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
            rowKey={(row) => row.groupId}
            columns={columns}
          />
          {ticks ? <RemindTicked lio={lio} id={id} /> : null}
          <Pagination place={place} page={page} perPage={PAGE_SIZE} total={groups.length} />
        </>
      )}
    </section>
  )
}

/** Reminds those that are ticked. */
const RemindTicked = ({ lio, id }: { lio: string; id: string }) => (
  <Form action={remindTickedForm} lio={lio} submit={null} id={REMIND_FORM} className="bulk no-print">
    <HiddenField name="id" value={id} />
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <p role="status" className="m-0 font-semibold">
        <Selected
          name="groupIds"
          form={REMIND_FORM}
          first={0}
          words={{ none: say("No group is ticked"), one: say("1 group ticked"), many: say("groups ticked") }}
        />
      </p>
      <button type="submit" className="bulk-button">
        {say("Remind these groups")}
      </button>
    </div>
  </Form>
)

const groupColumn = (lio: string): Column<Reached> => ({
  key: "group",
  label: say("Group"),
  main: true,
  share: 3,
  cell: (row) => <a href={`/${lio}/groups/${row.groupId}`}>{row.group}</a>,
})

const heardColumns = (lio: string): Column<Reached>[] => [
  groupColumn(lio),
  {
    key: "how",
    label: say("How"),
    cell: (row) =>
      row.standing === "nothing"
        ? say("Nothing to say")
        : row.onBehalf
          ? say("Entered by staff")
          : say("Sent an answer"),
  },
]

/** When they last heard from us: "Rung 26 Nov 2026". */
function chasedInWords({ rungOn, remindedAt, reminderDueAt }: Reached) {
  const reminded = remindedAt
    ? say("Emailed {remindedAt}", { remindedAt: formatShortDate(remindedAt) })
    : reminderDueAt
      ? say("Email goes out {day}", { day: formatShortDate(reminderDueAt) })
      : ""
  return rungOn
    ? say("Rung {rungOn}{reminded}", {
        rungOn: formatShortDate(rungOn),
        reminded: reminded ? `. ${reminded}` : "",
      })
    : reminded
}

function silentColumns({ lio, id, open, keeps, enters }: Omit<Props, "reach" | "place">): Column<Reached>[] {
  const acting = open && keeps
  return [
    groupColumn(lio),
    {
      key: "standing",
      label: say("State"),
      cell: (row) =>
        row.standing === "drafting" ? (
          <Tag tone="wait">
            {row.ready
              ? say("Ready to send")
              : say("Writing: {answered} of {questions}", {
                  answered: row.answered,
                  questions: row.questions,
                })}
          </Tag>
        ) : (
          <Tag>{row.opened ? say("Opened") : row.by ? say("Not opened") : say("Nobody to email")}</Tag>
        ),
    },
    { key: "contact", label: say("Who to ring"), cell: (row) => row.contact },
    {
      key: "phone",
      label: say("Telephone"),
      cell: (row) =>
        row.phone ? (
          <a className="inline-flex min-h-6 items-center" href={dialled(row.phone)}>
            {row.phone}
          </a>
        ) : (
          ""
        ),
    },
    { key: "chased", label: say("Last chased"), cell: chasedInWords },
    ...(acting
      ? [
          {
            key: "do",
            label: say("Actions"),
            share: 3,
            cell: (row: Reached) => (
              <span className="flex gap-x-4">
                <a
                  className="inline-flex min-h-6 items-center"
                  href={`/${lio}/sessions/new?group=${row.groupId}&kind=phone`}
                >
                  {sayRich("Log a call<span> with {group}</span>", {
                    group: row.group,
                    span: (text) => <span className="sr-only">{text}</span>,
                  })}
                </a>
                {enters && (row.standing === "waiting" || row.onBehalf) ? (
                  <a
                    className="inline-flex min-h-6 items-center"
                    href={addressOf(lio, id, "answer", { group: row.groupId })}
                  >
                    {sayRich("Enter answers<span> of {group}</span>", {
                      group: row.group,
                      span: (text) => <span className="sr-only">{text}</span>,
                    })}
                  </a>
                ) : null}
              </span>
            ),
          },
        ]
      : []),
  ]
}
