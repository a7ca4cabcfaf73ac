import type { Place } from "@/app/_ui/address"
import { type Column, DataTable } from "@/app/_ui/data-table"
import { Disclosure } from "@/app/_ui/disclosure"
import { Pagination } from "@/app/_ui/pagination"
import { Tag } from "@/app/_ui/tag"
import { addressOf } from "@/app/[lio]/consultations/_parts/where"
import type { Reach, Reached } from "@/lib/consultations/reach/queries"
import { pageIn } from "@/lib/input"
import { formatDate, percent, plural } from "@/lib/words"

type Props = { lio: string; id: string; reach: Reach; open: boolean; keeps: boolean; place: Place }

const PAGE_SIZE = 25
const FIRST = { drafting: 0, waiting: 1, answered: 2, nothing: 2 }

/** Who has not been heard, with whom to ring; then who has. */
export function ReachedGroups({ lio, id, reach, open, keeps, place }: Props) {
  const silent = reach.groups
    .filter(({ standing }) => standing === "waiting" || standing === "drafting")
    .sort((one, other) => FIRST[one.standing] - FIRST[other.standing])
  const page = pageIn(place.query?.page)
  const heard = reach.groups.filter(({ standing }) => standing === "answered" || standing === "nothing")
  return (
    <>
      <h2>{open ? "Not heard yet" : "Not heard"}</h2>
      {silent.length === 0 ? (
        <p>Every group that was asked has been heard.</p>
      ) : (
        <>
          <DataTable
            caption={`${plural(silent.length, "group")} to hear`}
            rows={silent.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
            rowKey={(row) => row.groupId}
            columns={silentColumns({ lio, id, open, keeps })}
          />
          <Pagination place={place} page={page} perPage={PAGE_SIZE} total={silent.length} />
        </>
      )}
      {heard.length > 0 ? (
        <Disclosure summary={`${plural(heard.length, "group")} heard`}>
          <ul>
            {heard.map((row) => (
              <li key={row.groupId}>
                <a href={`/${lio}/groups/${row.groupId}`}>{row.group}</a>
                {row.standing === "nothing" ? ": nothing to say" : row.onBehalf ? ": entered by staff" : ""}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  )
}

function silentColumns({ lio, id, open, keeps }: Omit<Props, "reach" | "place">): Column<Reached>[] {
  const acting = open && keeps
  return [
    {
      key: "group",
      label: "Group",
      main: true,
      cell: (row) => <a href={`/${lio}/groups/${row.groupId}`}>{row.group}</a>,
    },
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
      cell: (row) => (row.phone ? <a href={`tel:${row.phone.replaceAll(" ", "")}`}>{row.phone}</a> : ""),
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
