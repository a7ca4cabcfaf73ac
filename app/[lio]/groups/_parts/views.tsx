import { Tick } from "@/app/_ui/choices"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Static } from "@/app/_ui/static"
import { READY_VIEWS } from "@/lib/views/input"
import type { View } from "@/lib/views/queries"
import { formatNumber } from "@/lib/words"
import { changeViewForm, lockViewForm, removeViewForm, saveViewForm, shareViewForm } from "../actions"

type Listed = {
  lio: string
  views: View[]
  current?: string
  query: string
  /** How many groups each list has, by its query; empty where nobody is choosing between them. */
  counts: Map<string, number>
}

/** Whose a saved view is, where that is not simply one's own. */
const whose = ({ shared, locked }: View) => (locked ? "team, locked" : shared ? "team" : null)
const inOrder = (views: View[]) =>
  [...views].sort((one, other) => Number(other.mine && !other.shared) - Number(one.mine && !one.shared))

/** The lists that the links lead to, so that their groups can be counted. */
export const countedLists = (views: View[]) => [
  "",
  ...READY_VIEWS.map(({ query }) => query),
  ...views.map(({ query }) => query),
]

/** Lists with their filters, one press away: those that are always there, one's own, and the team's. */
export function ViewLinks({ lio, views, current, query, counts }: Listed) {
  const all = [
    {
      key: "all",
      name: "Everything on the list",
      query: "",
      list: "",
      on: query === "" && !current,
      whose: null,
    },
    ...READY_VIEWS.map((view) => ({
      key: view.name,
      ...view,
      list: view.query,
      on: query === view.query && !current,
      whose: null,
    })),
    ...inOrder(views).map((view) => ({
      key: view.id,
      name: view.name,
      query: new URLSearchParams([...new URLSearchParams(view.query), ["view", view.id]]).toString(),
      list: view.query,
      on: current === view.id,
      whose: whose(view),
    })),
  ]
  return (
    <Static className="no-print mb-5">
      <nav aria-label="Views">
        <ul className="m-0 flex list-none flex-wrap gap-x-5 p-0">
          {all.map((view) => {
            const count = counts.get(view.list)
            return (
              <li key={view.key} className="inline-flex min-h-11 items-center gap-x-1.5">
                <a
                  className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                  href={`/${lio}/groups${view.query ? `?${view.query}` : ""}`}
                  aria-current={view.on ? "true" : undefined}
                >
                  {view.name}
                </a>
                {count === undefined ? null : <span className="text-soft">{formatNumber(count)}</span>}
                {view.whose ? <span className="text-soft">({view.whose})</span> : null}
              </li>
            )
          })}
        </ul>
      </nav>
    </Static>
  )
}

type Saving = { lio: string; query: string; view?: View; manager: boolean }

/** Keeps the present list under a name; a saved view can be changed, shared and removed. */
export function SaveView({ lio, query, view, manager }: Saving) {
  const changes = view && (manager || (view.mine && !view.locked))
  return (
    <Disclosure
      summary={view ? `The view “${view.name}”` : "Save this view"}
      open={Boolean(view && view.query !== query)}
    >
      {changes && view.query !== query ? (
        <Form
          action={changeViewForm}
          lio={lio}
          id="change-view"
          submit={`Update “${view.name}” to this list`}
          kind="secondary"
          className="mb-5"
        >
          <input type="hidden" name="id" value={view.id} />
          <input type="hidden" name="query" value={query} />
        </Form>
      ) : null}
      {view?.locked && !manager ? (
        <p>A manager has locked this view. You can save your own from it.</p>
      ) : null}
      {changes ? (
        <div className="mb-5 flex flex-wrap gap-4">
          <Form
            action={shareViewForm}
            lio={lio}
            id="share-view"
            submit={view.shared ? "Stop sharing it" : "Share it with the team"}
            kind="secondary"
          >
            <input type="hidden" name="id" value={view.id} />
          </Form>
          {manager && view.shared ? (
            <Form
              action={lockViewForm}
              lio={lio}
              id="lock-view"
              submit={view.locked ? "Let the team change it" : "Lock it: only managers change it"}
              kind="secondary"
            >
              <input type="hidden" name="id" value={view.id} />
            </Form>
          ) : null}
          <Form action={removeViewForm} lio={lio} id="remove-view" submit="Remove this view" kind="danger">
            <input type="hidden" name="id" value={view.id} />
          </Form>
        </div>
      ) : null}
      <Form
        action={saveViewForm}
        lio={lio}
        id="save-view"
        submit={view ? "Save as new" : "Save"}
        kind="secondary"
      >
        <input type="hidden" name="query" value={query} />
        <TextField name="name" label="Name of the view" width="md" />
        <Tick name="shared" label="Share it with the team" />
      </Form>
    </Disclosure>
  )
}
