import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { formatMoment } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { FieldsFrom } from "@/app/_ui/fields-from"
import { SubmitButton } from "@/app/_ui/submit-button"
import { historyPlace } from "@/lib/groups/history/input"
import { type HistoryRow, listChangedFields, listHistory } from "@/lib/groups/history/queries"
import { erasedInWords, VIA_WORDS } from "@/lib/groups/history/words"
import { mayKeepGroups } from "@/lib/groups/policy"
import { getGroupHeader } from "@/lib/groups/queries"
import { placeWord } from "@/lib/groups/timeline/input"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { GroupFrame } from "../_parts/group-frame"

/** Who changed what of a group, when and from what; staff may put a field back. */
export default async function GroupHistory(props: PageProps) {
  const [frame, { header, history, fields, place, keeps, now }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      const place = historyPlace(query)
      return {
        place,
        header: await getGroupHeader(ctx, id),
        history: await listHistory(ctx, id, place),
        fields: await listChangedFields(ctx, id),
        keeps: mayKeepGroups(ctx.actor),
        now: ctx.now,
      }
    },
  )
  const lio = frame.lio.slug
  const group = `/${lio}/groups/${header.id}`
  const at = `${group}/history`
  const staff = frame.actor.kind === "staff"
  const older =
    history.older &&
    `${at}?${new URLSearchParams({ ...(place.field ? { field: place.field } : {}), before: placeWord(history.older) })}`
  return (
    <Frame {...frame} title={say("{header}: history", { header: header.name })} at="groups">
      <GroupFrame lio={lio} group={header} keeps={keeps} staff={staff} now={now}>
        <h2>{say("History of changes")}</h2>
        {fields.length > 0 ? (
          <FieldsFrom values={{ field: place.field ?? "" }}>
            <form action={at} method="get" className="flex flex-wrap items-end gap-x-4">
              <Select
                name="field"
                label={say("Show changes of")}
                empty={say("Everything")}
                options={fields.map(({ name, label }) => ({ value: name, label }))}
              />
              <p className="mb-6">
                <SubmitButton kind="secondary">{say("Show")}</SubmitButton>
              </p>
            </form>
          </FieldsFrom>
        ) : null}
        {history.rows.length === 0 ? (
          <EmptyState
            drawing="calendar"
            title={place.field ? say("That was never changed") : say("Nothing was changed yet")}
          >
            <p className="mb-0">
              {say("Each change is listed here, with who made it and what it said before.")}
            </p>
          </EmptyState>
        ) : (
          <ol className="m-0 max-w-4xl list-none p-0">
            {history.rows.map((row) => (
              <Change key={row.id} row={row} lio={lio} at={at} keeps={keeps} />
            ))}
          </ol>
        )}
        {older ? (
          <p>
            <a className="inline-flex min-h-11 items-center" href={older}>
              {say("Show older")}
            </a>
          </p>
        ) : null}
      </GroupFrame>
    </Frame>
  )
}

type Props = { row: HistoryRow; lio: string; at: string; keeps: boolean }

function Change({ row, lio, at, keeps }: Props) {
  const fromImport = row.subjectKind === "import" && row.subjectId
  return (
    <li className="border-t border-line py-4">
      <p className="m-0 font-semibold">{row.summary}</p>
      <p className="m-0 text-soft">
        {formatMoment(row.at)}, {row.who}, {VIA_WORDS[row.via] ?? row.via}
        {fromImport && keeps ? (
          <>
            .{" "}
            <a href={`/${lio}/groups/import/${row.subjectId}/report`}>
              {say("See this import. You can undo it for 7 days")}
            </a>
          </>
        ) : null}
      </p>
      {row.erasedAt ? <p className="m-0 text-soft">{erasedInWords(row.erasedAt)}.</p> : null}
      {row.changes.length > 0 ? (
        <dl className="mt-2 mb-0">
          {row.changes.map(({ name, label, from, to, back }) => (
            <div key={name} className="flex flex-wrap items-baseline gap-x-4 py-1">
              <dt className="font-semibold">{label}</dt>
              <dd className="m-0 min-w-0 break-words whitespace-pre-line">
                {from ?? say("Not known")} <span aria-hidden="true">→</span>
                <span className="sr-only"> {say("became")} </span> <strong>{to ?? say("Not known")}</strong>
              </dd>
              {keeps && back ? (
                <dd className="m-0">
                  <a
                    className="inline-flex min-h-6 items-center"
                    href={`${at}/${row.id}?${new URLSearchParams({ field: name })}`}
                  >
                    {sayRich("Restore{label}", {
                      label: <span className="sr-only"> {label.toLowerCase()}</span>,
                    })}
                  </a>
                </dd>
              ) : null}
            </div>
          ))}
        </dl>
      ) : null}
    </li>
  )
}
