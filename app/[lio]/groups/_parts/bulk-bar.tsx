import { type Place, withQuery } from "@/app/_ui/address"
import { Selected } from "@/app/_ui/select-page"
import { CHANGES, NOTHING_CHOSEN } from "@/lib/bulk/input"
import { say, sayCount } from "@/lib/words"

/** The form that the tick boxes of the list belong to. */
export const BULK_FORM = "bulk"

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
    <form
      id={BULK_FORM}
      action={`/${lio}/groups/change`}
      method="get"
      className={selection ? "bulk no-print bulk-shown" : "bulk no-print"}
    >
      <input type="hidden" name="from" value={from} />
      {selection === "none" ? (
        <p role="alert" className="wrong">
          <span className="sr-only">{say("Error:")} </span>
          {NOTHING_CHOSEN}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <p role="status" className="m-0 font-semibold">
          {selection === "all" ? (
            <>
              <input type="hidden" name="all" value="yes" />
              {total === 1
                ? say("The one group that matches is selected")
                : sayCount(total, {
                    one: "All {count} group that match are selected",
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
        {memberships ? (
          <p className="m-0 flex flex-wrap gap-2">
            {[
              ["paid", say("Mark as paid")],
              ["renew", say("Renew")],
              ["begin", say("Begin membership")],
            ].map(([act, label]) => (
              <button
                key={act}
                type="submit"
                name="what"
                value={act}
                formAction={`/${lio}/memberships/many`}
                className="bulk-button"
              >
                {label}
              </button>
            ))}
          </p>
        ) : null}
        <p className="m-0 flex flex-wrap gap-2">
          <button type="submit" formAction={`/${lio}/networks/many`} className="bulk-button">
            {say("Add to a network")}
          </button>
          <button type="submit" formAction={`/${lio}/consultations/new`} className="bulk-button">
            {say("Consult them")}
          </button>
          <button type="submit" formAction={`/${lio}/tasks/many`} className="bulk-button">
            {say("Add a task")}
          </button>
          {selection === "all" ? null : (
            <button
              type="submit"
              name="format"
              value="xlsx"
              formAction={`/${lio}/groups/export`}
              className="bulk-button"
            >
              {say("Export")}
            </button>
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
      </div>
    </form>
  )
}
