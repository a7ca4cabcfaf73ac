import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import type { State } from "@/lib/consultations/period"
import type { ConsultationRow } from "@/lib/consultations/queries"
import { leftInWords } from "@/lib/consultations/words"
import { formatDate, percent, say } from "@/lib/words"

const PARTS: { state: State; title: string; order: 1 | -1 }[] = [
  { state: "open", title: say("Open"), order: 1 },
  { state: "closed", title: say("Closed, without an outcome yet"), order: -1 },
  { state: "draft", title: say("Drafts"), order: 1 },
  { state: "finished", title: say("Finished"), order: -1 },
  { state: "stopped", title: say("Stopped"), order: -1 },
]

const whenOf = (row: ConsultationRow, now: Date) => {
  if (!row.closesAt) return say("No closing day yet")
  if (row.state === "draft") return say("Closes {closesAt}", { closesAt: formatDate(row.closesAt) })
  if (row.state === "open") return `${leftInWords(row.closesAt, now)} (${formatDate(row.closesAt)})`
  return say("Closed {closedAt}", { closedAt: formatDate(row.closedAt ?? row.closesAt) })
}

type Props = { lio: string; rows: ConsultationRow[]; keeps: boolean; now: Date }

/** Every consultation, by where it stands: what needs doing first. */
export function StaffList({ lio, rows, keeps, now }: Props) {
  const start = keeps ? (
    <ButtonLink href={`/${lio}/consultations/new`}>{say("New consultation")}</ButtonLink>
  ) : undefined
  return (
    <>
      <div className="title-row">
        <h1>{say("Consultations")}</h1>
        {rows.length > 0 ? <p>{start}</p> : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState drawing="letters" title={say("No consultations yet")} action={start}>
          {say(
            "Ask your groups what they think, so that you can speak for them with numbers and with their own words. Each group gives one answer, and hears what came of it.",
          )}
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
                label: say("Consultation"),
                main: true,
                cell: (row) => <a href={`/${lio}/consultations/${row.id}`}>{row.title}</a>,
              },
              { key: "body", label: say("Whose plans"), cell: (row) => row.body },
              { key: "when", label: say("When"), cell: (row) => whenOf(row, now) },
              {
                key: "answered",
                label: say("Answered"),
                number: true,
                tight: true,
                cell: (row) =>
                  state === "draft"
                    ? ""
                    : say("{answered} of {asked} ({share})", {
                        answered: row.answered,
                        asked: row.asked,
                        share: percent(row.answered, row.asked),
                      }),
              },
            ]}
          />
        )
      })}
      <p>
        <a href={`/${lio}/consultations/blocks`}>{say("Question blocks")}</a>
      </p>
    </>
  )
}
