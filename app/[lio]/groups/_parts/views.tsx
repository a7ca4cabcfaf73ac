import { Tick } from "@/app/_ui/choices"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { READY_VIEWS } from "@/lib/groups/views/input"
import type { View } from "@/lib/groups/views/queries"
import { changeViewForm, removeViewForm, saveViewForm, shareViewForm } from "../actions"

type Listed = { lio: string; views: View[]; current?: string; query: string }

/** Lists with their filters, one press away: those that are always there, and those that were saved. */
export function ViewLinks({ lio, views, current, query }: Listed) {
  const all = [
    { key: "all", name: "All groups", query: "", on: query === "" && !current },
    ...READY_VIEWS.map((view) => ({ key: view.name, ...view, on: query === view.query && !current })),
    ...views.map((view) => ({
      key: view.id,
      name: view.name,
      query: new URLSearchParams([...new URLSearchParams(view.query), ["view", view.id]]).toString(),
      on: current === view.id,
    })),
  ]
  return (
    <nav aria-label="Views" className="no-print mb-5">
      <ul className="m-0 flex list-none flex-wrap gap-x-5 p-0">
        {all.map((view) => (
          <li key={view.key}>
            <a
              className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
              href={`/${lio}/groups${view.query ? `?${view.query}` : ""}`}
              aria-current={view.on ? "true" : undefined}
            >
              {view.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Saving = { lio: string; query: string; view?: View; manager: boolean }

/** Keeps the present list under a name; a saved view can be changed, shared and removed. */
export function SaveView({ lio, query, view, manager }: Saving) {
  const changes = view && (view.mine || manager)
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
