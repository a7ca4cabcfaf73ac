import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { PROMISE_ENDINGS } from "@/db/vocabulary"
import { found } from "@/lib/errors"
import { mayKeepBoards, mayReadAllBoards } from "@/lib/partnerships/policy"
import { getPromise } from "@/lib/partnerships/promises/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { endPromiseForm } from "../../../actions"

/** One promise of a body, and what became of it. */
export default async function PromisePage(props: PageProps) {
  const [frame, { promise, keeps }] = await visit(props, async (ctx, _query, { promiseId = "" }) => {
    found(mayReadAllBoards(ctx.actor) || null)
    return { promise: await getPromise(ctx, promiseId), keeps: mayKeepBoards(ctx.actor) }
  })
  const lio = frame.lio.slug
  const board = `/${lio}/partnerships/${promise.boardId}`
  return (
    <Frame {...frame} title={say("A promise")} at="partnerships">
      <BackLink href={board}>{promise.board}</BackLink>
      <h1>{promise.words}</h1>
      <SummaryList
        missing={say("Not said")}
        items={[
          {
            label: say("By"),
            value: promise.promisedBy ? `${promise.promisedBy}, ${promise.body}` : promise.body,
          },
          { label: say("Promised on"), value: formatDate(promise.promisedOn) },
          { label: say("Due"), value: promise.dueOn ? formatDate(promise.dueOn) : null },
          {
            label: say("Answers the ask"),
            value: promise.askId ? <a href={`/${lio}/${promise.path}`}>{promise.ask}</a> : null,
          },
          {
            label: say("Would meet"),
            value:
              promise.needs.length > 0
                ? promise.needs.map(({ id, title }) => (
                    <a key={id} href={`/${lio}/needs/${id}`} className="block">
                      {title}
                    </a>
                  ))
                : null,
          },
          ...(promise.ending
            ? [
                {
                  label: PROMISE_ENDINGS[promise.ending],
                  value: `${promise.endedOn ? formatDate(promise.endedOn) : ""}\n${promise.outcome ?? ""}`,
                },
              ]
            : []),
        ]}
      />
      {promise.meetingId ? (
        <p>
          <a href={`/${lio}/board-meetings/${promise.meetingId}`}>
            {say("The meeting where it was promised")}
          </a>
        </p>
      ) : null}
      {keeps && !promise.ending && !promise.askId ? (
        <Form action={endPromiseForm} lio={lio} submit={say("Save what became of it")} id="end">
          <h2>{say("What became of it?")}</h2>
          <input type="hidden" name="id" value={promise.id} />
          <Radios
            name="ending"
            legend={say("Was it kept?")}
            options={Object.entries(PROMISE_ENDINGS).map(([value, label]) => ({ value, label }))}
          />
          <TextArea name="outcome" label={say("What happened?")} rows={3} />
          <DateFields name="endedOn" legend={say("When?")} hint={say("Leave it empty for today.")} optional />
        </Form>
      ) : null}
    </Frame>
  )
}
