import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Select } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { Timeline } from "@/app/_ui/timeline"
import { ASK_REPLIES, EVIDENCE_STRENGTHS, NEED_ENDINGS, NEED_STATUSES } from "@/db/vocabulary"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { getNeed, listOpenAsks } from "@/lib/needs/queries"
import { listBodiesToTell, listFigures, listOtherNeeds, listTellings } from "@/lib/needs/speaking/queries"
import { listNeedSteps } from "@/lib/needs/steps/queries"
import { inWords, say, shortened } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { GroupPicker } from "../../_parts/group-picker"
import { ThreadLink } from "../../_parts/thread-link"
import { Figures } from "../_parts/figures"
import { heardInWords } from "../_parts/heard-in-words"
import { OnPublicPage, SameAsAnother } from "../_parts/need-settings"
import { StepsTaken } from "../_parts/steps-taken"
import { Tellings } from "../_parts/tellings"
import { answerNeedForm, putNeedForm, reopenNeedForm, stopAnsweringNeedForm } from "../actions"

/** One need, followed both ways along the thread. */
export default async function Need(props: PageProps) {
  const [frame, { need, keeps, asks, steps, figures, tellings, bodies, others, now }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const keeps = mayKeepNeeds(ctx.actor)
      const need = await getNeed(ctx, id)
      const [steps, figures, tellings, asks, bodies, others] = await Promise.all([
        listNeedSteps(ctx, id),
        listFigures(ctx, id),
        listTellings(ctx, id),
        keeps ? listOpenAsks(ctx) : [],
        keeps ? listBodiesToTell(ctx) : [],
        keeps ? listOtherNeeds(ctx, id) : [],
      ])
      return { need, keeps, asks, steps, figures, tellings, bodies, others, now: ctx.now }
    },
  )
  const changes = keeps && !need.closedAt
  const lio = frame.lio.slug
  const at = `/${lio}/needs/${need.id}`
  return (
    <Frame {...frame} title={need.title} at="needs">
      <BackLink href={`/${lio}/needs`}>{say("Needs")}</BackLink>
      <div className="title-row">
        <h1>{need.title}</h1>
        {keeps && !need.closedAt ? (
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${at}/edit`} kind="secondary">
              {say("Change")}
            </ButtonLink>
            <ButtonLink href={`${at}/close`} kind="secondary">
              {say("Close this need")}
            </ButtonLink>
          </div>
        ) : null}
      </div>
      {need.closedAt ? (
        <p>
          <Tag tone={need.ending === "met" ? "good" : "plain"}>
            {need.ending ? NEED_ENDINGS[need.ending] : say("Closed")}
          </Tag>{" "}
          <When at={need.closedAt} now={now} />:{" "}
          {need.mergedIntoId ? (
            <a href={`/${lio}/needs/${need.mergedIntoId}`}>{need.closedReason}</a>
          ) : (
            need.closedReason
          )}
        </p>
      ) : null}
      {need.about ? <p className="whitespace-pre-line">{need.about}</p> : null}
      <SummaryList
        items={[
          { label: say("Who is affected"), value: need.affected ?? undefined },
          {
            label: say("Evidence"),
            value: need.strength
              ? [EVIDENCE_STRENGTHS[need.strength], need.strengthWhy].filter(Boolean).join(". ")
              : undefined,
          },
          {
            label: say("Where"),
            value: inWords(need.areas.map(({ name }) => name)) || say("The whole district"),
          },
          {
            label: need.themes.length > 1 ? say("Themes") : say("Theme"),
            value: inWords(need.themes.map(({ name }) => name)) || undefined,
          },
          { label: say("What is being done"), value: need.response ?? undefined },
          ...(steps[0] && !need.closedAt
            ? [{ label: say("Where it stands"), value: NEED_STATUSES[steps[0].status] }]
            : []),
          { label: say("Written down"), value: <When at={need.openedAt} now={now} /> },
        ]}
        missing={say("Not said yet")}
      />
      <p>
        <ThreadLink lio={lio} kind="need" id={need.id} />
      </p>

      <StepsTaken lio={lio} needId={need.id} steps={steps} keeps={changes} />

      <h2>{say("Where it was heard")}</h2>
      {need.heard.length === 0 ? (
        <p>
          {say(
            "Nowhere yet. Open a session, a topic or a passage and choose “Raise a need” to join it to this one.",
          )}
        </p>
      ) : (
        <Timeline now={now} items={need.heard.map((heard) => heardInWords(lio, heard))} />
      )}

      <Figures lio={lio} needId={need.id} figures={figures} keeps={changes} />

      <h2>{say("Which groups answer it")}</h2>
      {need.answering.length === 0 ? <p>{say("None yet: this is a gap.")}</p> : null}
      <ul className="list-none p-0">
        {need.answering.map((group) => (
          <li key={group.id} className="mb-2 flex flex-wrap items-center gap-3">
            <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
            {keeps ? (
              <Form
                action={stopAnsweringNeedForm}
                lio={lio}
                submit={say("Take off")}
                kind="plain"
                id={`off-${group.id}`}
              >
                <input type="hidden" name="id" value={need.id} />
                <input type="hidden" name="groupId" value={group.id} />
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {keeps && !need.closedAt ? (
        <Form action={answerNeedForm} lio={lio} submit={say("They answer it")} kind="secondary" id="answer">
          <input type="hidden" name="id" value={need.id} />
          <GroupPicker lio={lio} chosen={[]} />
        </Form>
      ) : null}

      <h2>{say("Who was asked to do something")}</h2>
      {need.put.length + tellings.length === 0 ? (
        <p>{say("You haven’t told any public body about it yet.")}</p>
      ) : null}
      {need.put.map((put) => (
        <div key={put.askId} className="card mb-4 max-w-3xl">
          <p className="mb-1">
            {sayRich("{body}, in {representation}", {
              body: <strong>{put.body}</strong>,
              representation: (
                <a href={`/${lio}/representations/${put.representationId}`}>{put.representation}</a>
              ),
            })}
          </p>
          <p className="mb-1">{put.text}</p>
          <p className="mb-0">
            {put.reply ? (
              <Tag tone={put.reply === "accepted" ? "good" : put.reply === "partly" ? "wait" : "problem"}>
                {ASK_REPLIES[put.reply]}
              </Tag>
            ) : (
              <Tag>{say("Waiting for a reply")}</Tag>
            )}{" "}
            {put.replyText} {put.outcome ? say("What happened: {outcome}", { outcome: put.outcome }) : ""}
          </p>
        </div>
      ))}
      <Tellings lio={lio} needId={need.id} tellings={tellings} bodies={bodies} keeps={changes} />
      {keeps && !need.closedAt && asks.length > 0 ? (
        <Form
          action={putNeedForm}
          lio={lio}
          submit={say("Make it part of this ask")}
          kind="secondary"
          id="put"
        >
          <input type="hidden" name="id" value={need.id} />
          <Select
            name="askId"
            label={say("An ask of a representation")}
            options={asks.map((ask) => ({
              value: ask.id,
              label: shortened(ask.text, 90),
              group: ask.representation,
            }))}
          />
        </Form>
      ) : null}
      {keeps && !need.mergedIntoId ? <OnPublicPage lio={lio} need={need} /> : null}
      {changes ? <SameAsAnother lio={lio} id={need.id} others={others} /> : null}
      {keeps && need.closedAt && !need.mergedIntoId ? (
        <Form action={reopenNeedForm} lio={lio} submit={say("Open it again")} kind="secondary" id="reopen">
          <input type="hidden" name="id" value={need.id} />
        </Form>
      ) : null}
    </Frame>
  )
}
