import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import type { State } from "@/lib/consultations/period"
import type { ConsultationRow } from "@/lib/consultations/queries"
import { leftInWords } from "@/lib/consultations/words"
import { formatDate, percent } from "@/lib/words"

const PARTS: { state: State; title: string; order: 1 | -1 }[] = [
  { state: "open", title: "Open", order: 1 },
  { state: "closed", title: "Closed, without an outcome yet", order: -1 },
  { state: "draft", title: "Drafts", order: 1 },
  { state: "finished", title: "Finished", order: -1 },
]

const whenOf = (row: ConsultationRow, now: Date) => {
  if (!row.closesAt) return "No closing day yet"
  if (row.state === "draft") return `Closes ${formatDate(row.closesAt)}`
  if (row.state === "open") return `${leftInWords(row.closesAt, now)} (${formatDate(row.closesAt)})`
  return `Closed ${formatDate(row.closedAt ?? row.closesAt)}`
}

type Props = { lio: string; rows: ConsultationRow[]; keeps: boolean; now: Date }

/** Every consultation, by where it stands: what needs doing first. */
export function StaffList({ lio, rows, keeps, now }: Props) {
  const start = keeps ? (
    <ButtonLink href={`/${lio}/consultations/new`}>New consultation</ButtonLink>
  ) : undefined
  return (
    <>
      <div className="title-row">
        <h1>Consultations</h1>
        {rows.length > 0 ? <p>{start}</p> : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState drawing="letters" title="No consultations yet" action={start}>
          Ask your groups what they think, so that you can speak for them with numbers and with their own
          words. Each group gives one answer, and hears what came of it.
        </EmptyState>
      ) : null}
      {PARTS.map(({ state, title, order }) => {
        const part = rows.filter((row) => row.state === state)
        if (part.length === 0) return null
        return (
          <DataTable
            key={state}
            caption={<span className="text-xl font-bold">{title}</span>}
            rows={order === 1 ? part : part.toReversed()}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "title",
                label: "Consultation",
                main: true,
                cell: (row) => <a href={`/${lio}/consultations/${row.id}`}>{row.title}</a>,
              },
              { key: "body", label: "About plans of", cell: (row) => row.body },
              { key: "when", label: "When", cell: (row) => whenOf(row, now) },
              {
                key: "answered",
                label: "Answered",
                number: true,
                tight: true,
                cell: (row) =>
                  state === "draft"
                    ? ""
                    : `${row.answered} of ${row.asked} (${percent(row.answered, row.asked)})`,
              },
            ]}
          />
        )
      })}
    </>
  )
}
