import { Tick } from "@/app/_ui/choices"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Static } from "@/app/_ui/static"
import { isNarrowed, listQuery, readList } from "@/lib/lists/input"
import { unreadIn } from "@/lib/lists/words"
import type { OpenList, View } from "@/lib/views/queries"
import { formatNumber, say } from "@/lib/words"
import { queryNow } from "./list-head"
import { changeViewForm, lockViewForm, removeViewForm, saveViewForm, shareViewForm } from "./view-actions"

/** Whose a saved view is, where that is not simply one's own. */
const whose = ({ shared, locked }: View) => (locked ? say("team, locked") : shared ? "team" : null)
const inOrder = (views: View[]) =>
  [...views].sort((one, other) => Number(other.mine && !other.shared) - Number(one.mine && !one.shared))

/** Lists with their filters, one press away: those that are always there, one's own, and the team's. */
export function ViewLinks({ lio, head }: { lio: string; head: OpenList }) {
  const { list, views, view: current, counts } = head
  const now = queryNow(head)
  const ready = [{ name: list.everything, query: "" }, ...(list.ready ?? [])].map(({ name, query }) => ({
    key: name,
    name,
    query,
    list: query,
    on: now === listQuery(list, readList(list, query)) && !current,
    whose: null,
  }))
  const all = [
    ...ready,
    ...inOrder(views).map((view) => ({
      key: view.id,
      name: view.name,
      query: new URLSearchParams([...new URLSearchParams(view.query), ["view", view.id]]).toString(),
      list: view.query,
      on: current?.id === view.id,
      whose: whose(view),
    })),
  ]
  if (all.length === 1) return null
  return (
    <Static className="no-print">
      <nav aria-label={say("Views")} className="view-tabs">
        <ul>
          {all.map((view) => {
            const count = counts.get(view.list)
            return (
              <li key={view.key}>
                <a
                  className="tab"
                  href={`/${lio}/${list.name}${view.query ? `?${view.query}` : ""}`}
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

/** Keeps the present list under a name; a saved view can be changed, shared and removed. Nothing for who keeps no views. */
export function SaveView({ lio, head }: { lio: string; head: OpenList }) {
  const { list, view, manages: manager } = head
  const query = queryNow(head)
  const other = isNarrowed(list, head.listing) || query !== listQuery(list, readList(list, ""))
  const readable = unreadIn(head.filters, head.listing).length === 0
  if (!head.keeps || !(view || (other && readable))) return null
  const changes = view && (manager || (view.mine && !view.locked))
  return (
    <div className="no-print">
      <Disclosure
        summary={view ? say("The view “{view}”", { view: view.name }) : say("Save this view")}
        open={Boolean(view && view.query !== query)}
      >
        {changes && view.query !== query ? (
          <Form
            action={changeViewForm}
            lio={lio}
            id="change-view"
            submit={say("Update “{view}” to this list", { view: view.name })}
            kind="secondary"
            className="mb-5"
          >
            <input type="hidden" name="id" value={view.id} />
            <input type="hidden" name="list" value={list.name} />
            <input type="hidden" name="query" value={query} />
          </Form>
        ) : null}
        {view?.locked && !manager ? (
          <p>{say("A manager has locked this view. You can save your own from it.")}</p>
        ) : null}
        {changes ? (
          <div className="mb-5 flex flex-wrap gap-4">
            <Form
              action={shareViewForm}
              lio={lio}
              id="share-view"
              submit={view.shared ? say("Stop sharing it") : say("Share it with the team")}
              kind="secondary"
            >
              <input type="hidden" name="id" value={view.id} />
            </Form>
            {manager && view.shared ? (
              <Form
                action={lockViewForm}
                lio={lio}
                id="lock-view"
                submit={
                  view.locked
                    ? say("Let the team change it")
                    : say("Lock it so that only managers can change it")
                }
                kind="secondary"
              >
                <input type="hidden" name="id" value={view.id} />
              </Form>
            ) : null}
            <Form
              action={removeViewForm}
              lio={lio}
              id="remove-view"
              submit={say("Remove this view")}
              kind="danger"
            >
              <input type="hidden" name="id" value={view.id} />
            </Form>
          </div>
        ) : null}
        <Form
          action={saveViewForm}
          lio={lio}
          id="save-view"
          submit={view ? say("Save as new") : say("Save")}
          kind="secondary"
        >
          <input type="hidden" name="list" value={list.name} />
          <input type="hidden" name="query" value={query} />
          <TextField name="name" label={say("Name of the view")} width="md" />
          <Tick name="shared" label={say("Share it with the team")} />
        </Form>
      </Disclosure>
    </div>
  )
}
