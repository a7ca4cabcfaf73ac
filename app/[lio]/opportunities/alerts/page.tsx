import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { isStaff } from "@/lib/access/may"
import { MOST_ALERTS } from "@/lib/opportunities/alerts/input"
import { listAlerts, searchInWords, searchQuery } from "@/lib/opportunities/alerts/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { OpportunityTabs } from "../_parts/opportunity-tabs"
import { removeAlertForm, saveAlertForm } from "./actions"

const EVERYTHING = say("Everything that is new")

/** What somebody wants to hear of: kept searches, and the one that they came with. */
export default async function OpportunityAlerts(props: PageProps) {
  const [frame, { alerts, words, query, asks, staff }] = await visit(props, async (ctx, asked) => {
    const { save, done: _, ...search } = asked
    const [alerts, words] = await Promise.all([listAlerts(ctx), searchInWords(ctx, search)])
    return { alerts, words, query: searchQuery(search), asks: save === "yes", staff: isStaff(ctx.actor) }
  })
  const lio = frame.lio.slug
  const list = `/${lio}/opportunities`
  const searched = words.length > 0 ? words.join(", ") : EVERYTHING
  return (
    <Frame {...frame} title={say("Alerts")} at="opportunities">
      <h1>{say("Alerts")}</h1>
      <OpportunityTabs lio={lio} current="alerts" staff={staff} />
      <p className="max-w-3xl">
        {say(
          "What’s new and fits one of your searches comes in your digest, each opportunity once. You can have up to {most}. If you stop the digest, these stop too.",
          { most: MOST_ALERTS },
        )}
      </p>
      {asks ? (
        <Form
          action={saveAlertForm}
          lio={lio}
          id="save"
          submit={say("Tell me of new ones")}
          values={{ name: searched.slice(0, 100) }}
          className="card mb-6 max-w-3xl"
        >
          <p className="mt-0">
            {say("You looked for:")} <strong>{searched}</strong>
          </p>
          <input type="hidden" name="query" value={query} />
          <TextField name="name" label={say("What should we call it?")} />
        </Form>
      ) : null}
      {alerts.length > 0 ? (
        <ul className="list-none p-0">
          {alerts.map((alert) => (
            <li key={alert.id} className="card mb-4 max-w-3xl">
              <h2 className="mt-0">
                <a href={alert.query ? `${list}?${alert.query}` : list}>{alert.name}</a>
              </h2>
              <p>{alert.words.length > 0 ? alert.words.join(", ") : EVERYTHING}</p>
              <Form
                action={removeAlertForm}
                lio={lio}
                id={`remove-${alert.id}`}
                submit={say("Remove {name}", { name: alert.name })}
                kind="secondary"
              >
                <input type="hidden" name="id" value={alert.id} />
              </Form>
            </li>
          ))}
        </ul>
      ) : asks ? null : (
        <EmptyState drawing="search" title={say("No alerts yet")}>
          <p>
            {say(
              "Narrow the list of opportunities to what’s of use to you, then press “Tell me of new ones”.",
            )}
          </p>
          <p>
            <a href={list}>{say("See all opportunities")}</a>
          </p>
        </EmptyState>
      )}
    </Frame>
  )
}
