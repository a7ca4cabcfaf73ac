import { type Place, withQuery } from "@/app/_ui/address"
import { Selected } from "@/app/_ui/select-page"
import { CHANGES, NOTHING_CHOSEN } from "@/lib/bulk/input"
import { say, sayCount } from "@/lib/words"
import { BULK_FORM, BulkButton, BulkFrame } from "../../_parts/many-bar"

/** What of the list is selected at first: nothing, this page, or every group that matches; `none`: nothing was, and that was wrong. */
export type Selection = "page" | "all" | "none" | undefined

/** Reads the selection out of an address. */
export const selectionOf = (said: unknown): Selection =>
  said === "page" || said === "all" || said === "none" ? said : undefined

type Props = {
  lio: string
  place: Place
  /** The list's filters, as an address says them. */
  from: string
  page: number
  selection: Selection
  shown: number
  total: number
  /** The LIO has kinds of membership. */
  memberships: boolean
}

/** Over the list: how many groups are selected, how to select more, and what to do with them. */
export function BulkBar({ lio, place, from, page, selection, shown, total, memberships }: Props) {
  const here = (select: string | null) => withQuery(place, { select, page: page > 1 ? page : null })
  const first = selection === "page" ? shown : 0
  return (
    <BulkFrame
      action={`/${lio}/groups/change`}
      from={from}
      shown={selection !== undefined}
      wrong={selection === "none" ? NOTHING_CHOSEN : undefined}
      count={
        <>
          <p role="status" className="m-0 font-semibold">
            {selection === "all" ? (
              <>
                <input type="hidden" name="all" value="yes" />
                {sayCount(total, {
                  one: "The one group that matches is selected",
                  other: "All {count} groups that match are selected",
                })}
              </>
            ) : (
              <Selected
                name="id"
                form={BULK_FORM}
                first={first}
                words={{
                  none: say("No groups selected"),
                  one: say("1 group selected"),
                  many: say("groups selected"),
                }}
              />
            )}
          </p>
          {selection === "page" || selection === "all" ? (
            <a href={here(null)} className="bulk-link">
              {say("Select none")}
            </a>
          ) : (
            <a href={here("page")} className="bulk-link bulk-page">
              {say("Select all on this page")}
            </a>
          )}
          {selection === "all" || total <= shown ? null : (
            <a href={here("all")} className="bulk-link">
              {say("Select all {total} that match", { total })}
            </a>
          )}
        </>
      }
    >
      {memberships ? (
        <p className="bulk-acts">
          <BulkButton to={`/${lio}/memberships/many`} name="what" value="paid">
            {say("Mark as paid")}
          </BulkButton>
          <BulkButton to={`/${lio}/memberships/many`} name="what" value="renew">
            {say("Renew")}
          </BulkButton>
          <BulkButton to={`/${lio}/memberships/many`} name="what" value="begin">
            {say("Begin membership")}
          </BulkButton>
        </p>
      ) : null}
      <p className="bulk-acts">
        <BulkButton to={`/${lio}/emails/new`}>{say("Email them")}</BulkButton>
        <BulkButton to={`/${lio}/networks/many`}>{say("Add to a network")}</BulkButton>
        <BulkButton to={`/${lio}/consultations/new`}>{say("Consult them")}</BulkButton>
        <BulkButton to={`/${lio}/tasks/many`}>{say("Add a task")}</BulkButton>
        {selection === "all" ? null : (
          <BulkButton to={`/${lio}/groups/export`} name="format" value="xlsx">
            {say("Export")}
          </BulkButton>
        )}
      </p>
      <p className="bulk-act">
        <label htmlFor="bulk-kind" className="sr-only">
          {say("What to do with them")}
        </label>
        <select id="bulk-kind" name="kind" className="input">
          {Object.entries(CHANGES).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
        <button type="submit" className="button button-secondary">
          {say("Continue")}
        </button>
      </p>
    </BulkFrame>
  )
}
