import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { PROMISE_ENDINGS } from "@/db/vocabulary"
import { ensure, found } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { listNeedsToMeet, listPromises } from "@/lib/representations/replies/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { formatDate, say } from "@/lib/words"
import { Filed } from "../../../../_parts/filed"
import { RepresentationFrame } from "../../../../_parts/representation-frame"
import { askOutcomeForm } from "../../../../actions"

/** What then really happened to one ask: also after the representation was closed. */
export default async function AskOutcome(props: PageProps) {
  const [frame, { of, ask, needs, promise }] = await visit(
    props,
    async (ctx, _query, { id = "", askId = "" }) => {
      ensure(mayRepresent(ctx.actor))
      const of = await getStanding(ctx, id)
      const ask = found(of.whole.asks.find((one) => one.id === askId))
      const [needs, [promise]] = await Promise.all([
        listNeedsToMeet(ctx, ask.id),
        listPromises(ctx, { askId: ask.id }),
      ])
      return { of, ask, needs, promise: promise ?? null }
    },
  )
  const { whole } = of
  const asked = needs.filter((need) => need.asked)
  const others = needs.filter((need) => !need.asked)
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  if (!whole.sentOn) redirect(`${at}?ask=${ask.id}`)
  return (
    <RepresentationFrame
      frame={frame}
      of={of}
      page="happened"
      title={say("What happened: ask {position}", { position: ask.position })}
    >
      <h2>{say("What happened next")}</h2>
      <p className="mb-2 max-w-2xl">
        {ask.position}. {ask.text}
      </p>
      <div className="mb-6 max-w-2xl">
        <Filed lio={lio} ask={ask} today={of.today} />
      </div>
      <Form
        action={askOutcomeForm}
        lio={lio}
        submit={say("Save what happened")}
        kind={whole.closedAt ? undefined : "secondary"}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={ask.id} />
        {promise ? (
          <>
            <input type="hidden" name="promiseId" value={promise.id} />
            <Radios
              name="ending"
              legend={say("Did they keep their promise?")}
              hint={say("Promised by {by}, due {on}", {
                by: promise.promisedBy,
                on: formatDate(promise.promisedFor),
              })}
              value=""
              options={[
                { value: "", label: say("Not known yet") },
                ...Object.entries(PROMISE_ENDINGS).map(([value, label]) => ({ value, label })),
              ]}
            />
          </>
        ) : null}
        <TextArea name="outcome" label={say("What has changed?")} />
        <DateFields
          name="outcomeOn"
          legend={say("Since when?")}
          hint={say("Today, if you leave it empty")}
          optional
        />
        {asked.length > 0 ? (
          <Checkboxes
            name="needIds"
            legend={say("Which needs does this meet?")}
            options={asked.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
        ) : null}
        {others.length > 0 ? (
          <Select
            name="needId"
            label={asked.length > 0 ? say("Another need that this meets") : say("Which need does this meet?")}
            empty={say("None")}
            options={others.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
        ) : null}
      </Form>
    </RepresentationFrame>
  )
}
