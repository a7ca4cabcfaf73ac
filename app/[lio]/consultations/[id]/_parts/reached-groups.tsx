import type { Place } from "@/app/_ui/address"
import { dialled } from "@/app/_ui/address"
import { type Column, DataTable } from "@/app/_ui/data-table"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import type { Reach, Reached } from "@/lib/consultations/reach/queries"
import { pageIn } from "@/lib/input"
import { formatDate, percent, plural } from "@/lib/words"

type Props = { lio: string; id: string; reach: Reach; open: boolean; keeps: boolean; place: Place }

const PAGE_SIZE = 25
const FIRST = { drafting: 0, waiting: 1, answered: 2, nothing: 2 }

/** Who has not been heard, with whom to ring, and who has: one press apart. */
export function ReachedGroups({ lio, id, reach, open, keeps, place }: Props) {
  const page = pageIn(place.query?.page)
  const silent = reach.groups
    .filter(({ standing }) => standing === "waiting" || standing === "drafting")
    .sort((one, other) => FIRST[one.standing] - FIRST[other.standing])
  const heard = reach.groups.filter(({ standing }) => standing === "answered" || standing === "nothing")
  const showsHeard = place.query?.show === "heard"
  const [groups, columns] = showsHeard
    ? [heard, heardColumns(lio)]
    : [silent, silentColumns({ lio, id, open, keeps })]
  return (
    <section aria-label="The groups">
      <Tabs
        label="The groups"
        tabs={[
          {
            label: open ? "Not heard yet" : "Not heard",
            href: place.path,
            current: !showsHeard,
            count: silent.length,
          },
          { label: "Heard", href: `${place.path}?show=heard`, current: showsHeard, count: heard.length },
        ]}
      />
      {groups.length === 0 ? (
        <p>{showsHeard ? "No group has been heard yet." : "Every group that was asked has been heard."}</p>
      ) : (
        <>
          <DataTable
            plain
            caption={
              showsHeard
                ? `${plural(heard.length, "group")} heard`
                : `${plural(silent.length, "group")} to hear`
            }
            rows={groups.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
            rowKey={(row) => row.groupId}
            columns={columns}
          />
          <Pagination place={place} page={page} perPage={PAGE_SIZE} total={groups.length} />
        </>
      )}
    </section>
  )
}

const groupColumn = (lio: string): Column<Reached> => ({
  key: "group",
  label: "Group",
  main: true,
  cell: (row) => <a href={`/${lio}/groups/${row.groupId}`}>{row.group}</a>,
})

const heardColumns = (lio: string): Column<Reached>[] => [
  groupColumn(lio),
  {
    key: "how",
    label: "How",
    cell: (row) =>
      row.standing === "nothing" ? "Nothing to say" : row.onBehalf ? "Entered by staff" : "Sent an answer",
  },
]

function silentColumns({ lio, id, open, keeps }: Omit<Props, "reach" | "place">): Column<Reached>[] {
  const acting = open && keeps
  return [
    groupColumn(lio),
    {
      key: "standing",
      label: "Where it is",
      tight: true,
      cell: (row) =>
        row.standing === "drafting" ? (
          <Tag tone="wait">
            {row.ready ? "Ready, not sent" : "Writing"}: {percent(row.answered, row.questions)} answered
          </Tag>
        ) : (
          <Tag>{row.by ? "Not begun" : "Nobody to email"}</Tag>
        ),
    },
    { key: "reminded", label: "Reminded", cell: (row) => (row.remindedAt ? formatDate(row.remindedAt) : "") },
    { key: "contact", label: "Contact", cell: (row) => row.contact },
    {
      key: "phone",
      label: "Phone",
      tight: true,
      cell: (row) => (row.phone ? <a href={dialled(row.phone)}>{row.phone}</a> : ""),
    },
    {
      key: "email",
      label: "Email",
      cell: (row) => (row.email ? <a href={`mailto:${row.email}`}>{row.email}</a> : ""),
    },
    ...(acting
      ? [
          {
            key: "do",
            label: "Do",
            tight: true,
            cell: (row: Reached) => (
              <span className="flex gap-x-4">
                <a href={`/${lio}/sessions/new?group=${row.groupId}&kind=phone`}>
                  Record a call<span className="sr-only"> with {row.group}</span>
                </a>
                {row.standing === "waiting" || row.onBehalf ? (
                  <a href={addressOf(lio, id, "answer", { group: row.groupId })}>
                    Enter answers<span className="sr-only"> of {row.group}</span>
                  </a>
                ) : null}
              </span>
            ),
          },
        ]
      : []),
  ]
}
