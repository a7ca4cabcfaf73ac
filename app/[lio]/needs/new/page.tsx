import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { listNeedChoices } from "@/lib/needs/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { NeedFields } from "../_parts/need-fields"
import { addEvidenceForm, openNeedForm } from "../actions"

const SOURCES = {
  session: "sessionId",
  response: "responseId",
  passage: "passageId",
  topic: "topicId",
  enquiry: "enquiryId",
  health: "healthQuestionId",
  plan: "healthStepId",
  search: "searchId",
} as const
const CALLED = {
  session: say("a session"),
  response: say("a group’s answer"),
  passage: say("a passage"),
  topic: say("a topic"),
  enquiry: say("an enquiry"),
  health: say("a health check"),
  plan: say("the plan of a health check"),
  search: say("what a group needs money for"),
} as const

/** Writes down a need, heard in a session, an answer, a passage or a topic; or joins it to one that is there. */
export default async function NewNeed(props: PageProps) {
  const [frame, { choices, open, source }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepNeeds(ctx.actor))
    const kind = (Object.keys(SOURCES) as (keyof typeof SOURCES)[]).find(
      (key) => typeof query[key] === "string",
    )
    const [choices, open] = await Promise.all([listNeedChoices(ctx), listNeeds(ctx, readList(needList, {}))])
    return { choices, open, source: kind ? { kind, id: String(query[kind]) } : null }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Add a need")} at="needs">
      <BackLink href={`/${lio}/needs`}>{say("Needs")}</BackLink>
      <h1>{say("Add a need")}</h1>
      {source ? (
        <p>
          {say("Heard in {called}. It stays joined to it, both ways.", { called: CALLED[source.kind] })}{" "}
          {source.kind === "health" || source.kind === "plan"
            ? say(
                "If the group stops sharing its health check, its words disappear from the need. So don’t repeat them below.",
              )
            : null}
        </p>
      ) : null}
      {source && open.length > 0 ? (
        <details className="fold">
          <summary>{say("Is it in the register already?")}</summary>
          <ul className="list-none p-0">
            {open.slice(0, 30).map((need) => (
              <li key={need.id} className="mb-3 flex flex-wrap items-center gap-3">
                <a href={`/${lio}/needs/${need.id}`}>{need.title}</a>
                <Form
                  action={addEvidenceForm}
                  lio={lio}
                  submit={say("It is this one")}
                  kind="secondary"
                  id={need.id}
                >
                  <input type="hidden" name="id" value={need.id} />
                  <input type="hidden" name={SOURCES[source.kind]} value={source.id} />
                </Form>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <LongForm
        action={openNeedForm}
        frame={frame}
        submit={say("Save the need")}
        secondary={<a href={`/${lio}/needs`}>{say("Cancel")}</a>}
      >
        {source ? <HiddenField name={SOURCES[source.kind]} value={source.id} /> : null}
        <NeedFields choices={choices} />
      </LongForm>
    </Frame>
  )
}
