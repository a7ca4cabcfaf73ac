import { type PageProps, visit } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { ButtonLink } from "@/app/_ui/button-link"
import { Select } from "@/app/_ui/choices"
import { When } from "@/app/_ui/date"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { Tag } from "@/app/_ui/tag"
import { ENQUIRY_SOURCES } from "@/db/vocabulary"
import { personIdOf } from "@/lib/access/ctx"
import { listPathways } from "@/lib/enquiries/pathways/queries"
import { mayKeepEnquiries } from "@/lib/enquiries/policy"
import { type Enquiry, getEnquiry, listSteps, type Step } from "@/lib/enquiries/queries"
import { toChange } from "@/lib/enquiries/words"
import { listFiles } from "@/lib/files/queries"
import { listGuides } from "@/lib/guides/reading/queries"
import { type Colleague, listColleagues } from "@/lib/lios/queries"
import { listNeedsHeardIn } from "@/lib/needs/queries"
import { asSeen } from "@/lib/seen"
import { listSessionsOfEnquiry } from "@/lib/sessions/list/queries"
import { formatDate, formatMinutes, formatMoment, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { Seen } from "../../_parts/seen"
import { FilesOf, toldIn } from "../../files/_parts/files-of"
import { HeardHere } from "../../needs/_parts/heard-here"
import { SessionTable } from "../../sessions/_parts/session-table"
import { StepRow } from "../_parts/step-row"
import {
  addStepForm,
  beginPathwayForm,
  changeEnquiryForm,
  endEnquiryForm,
  reopenEnquiryForm,
} from "../actions"

/** One enquiry: who asks and what for, the steps to a group, the sessions and papers. For staff. */
export default async function EnquiryPage(props: PageProps) {
  const [
    frame,
    { enquiry, steps, sessions, files, pathways, guides, colleagues, needs, me, keeps, told, today, now },
  ] = await visit(props, async (ctx, query, { id = "" }) => {
    const [enquiry, steps, sessions, files, pathways, guides, colleagues, needs] = await Promise.all([
      getEnquiry(ctx, id),
      listSteps(ctx, id),
      listSessionsOfEnquiry(ctx, id),
      listFiles(ctx, "enquiry", id),
      listPathways(ctx),
      listGuides(ctx),
      listColleagues(ctx),
      listNeedsHeardIn(ctx, { enquiryId: id }),
    ])
    return {
      ...{ enquiry, steps, sessions, files, pathways, guides, colleagues, needs },
      me: personIdOf(ctx.actor) ?? "",
      keeps: mayKeepEnquiries(ctx.actor),
      told: toldIn(query),
      today: ctx.today,
      now: ctx.now,
    }
  })
  const lio = frame.lio.slug
  const { id, name, about, doneAt, begunAt } = enquiry
  const open = doneAt === null
  return (
    <Frame {...frame} title={say("Enquiry: {name}", { name })} at="enquiries">
      <BackLink href={`/${lio}/enquiries`}>{say("Enquiries")}</BackLink>
      <div className="title-row">
        <h1>{name}</h1>
        {keeps && open ? (
          <ButtonLink href={`/${lio}/sessions/new?enquiry=${id}`}>{say("Record a session")}</ButtonLink>
        ) : null}
      </div>
      <p className="max-w-2xl whitespace-pre-line text-lg">{about}</p>
      <Facts lio={lio} enquiry={enquiry} now={now} />
      {keeps ? <Acts lio={lio} enquiry={enquiry} /> : null}
      <section aria-labelledby="steps">
        <h2 id="steps">{say("The way to a group")}</h2>
        {begunAt ? (
          <>
            <p>
              {sayCount(
                steps.length,
                {
                  one: "{done} of {count} step done.",
                  other: "{done} of {count} steps done.",
                },
                { done: steps.filter(({ doneOn }) => doneOn).length },
              )}
            </p>
            <ol className="act-list">
              {steps.map((step: Step) => (
                <StepRow
                  key={step.id}
                  {...{ lio, step, colleagues, guides, today, now }}
                  keeps={keeps && open}
                />
              ))}
            </ol>
            {keeps && open ? (
              <Form
                action={addStepForm}
                lio={lio}
                id="add-step"
                kind="secondary"
                submit={say("Add the step")}
              >
                <input type="hidden" name="id" value={id} />
                <TextField name="title" label={say("Another step")} />
              </Form>
            ) : null}
          </>
        ) : keeps && open ? (
          <Begin {...{ lio, id, pathways, colleagues, me }} />
        ) : (
          <p className="text-soft">{say("Not begun.")}</p>
        )}
      </section>
      <section aria-labelledby="sessions" className="mt-8">
        <h2 id="sessions">{say("Sessions")}</h2>
        {sessions.rows.length > 0 ? (
          <>
            <p>
              {sayCount(
                sessions.rows.length,
                { one: "{count} session, {time}", other: "{count} sessions, {time} altogether" },
                { time: formatMinutes(sessions.minutes) },
              )}
            </p>
            <SessionTable lio={lio} rows={sessions.rows} cols={["session", "note", "by", "minutes"]} />
          </>
        ) : (
          <p className="text-soft">{say("None yet.")}</p>
        )}
      </section>
      <HeardHere lio={lio} from="enquiry" id={id} needs={needs} keeps={keeps && open} />
      <div className="my-8">
        <FilesOf lio={lio} on={{ kind: "enquiry", id }} {...files} {...{ told, today, now }} />
      </div>
    </Frame>
  )
}

function Facts({ lio, enquiry, now }: { lio: string; enquiry: Enquiry; now: Date }) {
  const { source, email, phone, wanted, place, askedAt, helper, group, groupId, becameOn } = enquiry
  const { doneAt, doneBy, endedBecause, lastOn, quiet } = enquiry
  return (
    <SummaryList
      missing={say("Not said")}
      items={[
        ...(groupId && becameOn
          ? [
              {
                label: say("Became a group"),
                value: sayRich("<link>{group}</link>, on {day}", {
                  group: group ?? "",
                  day: formatDate(becameOn),
                  link: (text) => <a href={`/${lio}/groups/${groupId}`}>{text}</a>,
                }),
              },
            ]
          : doneAt
            ? [
                {
                  label: say("Closed"),
                  value: [
                    say("On {day} by {name}", { day: formatDate(doneAt), name: doneBy ?? "" }),
                    endedBecause,
                  ]
                    .filter(Boolean)
                    .join(": "),
                },
              ]
            : []),
        { label: say("Looking for"), value: wanted },
        { label: say("Phone"), value: phone ? <a href={dialled(phone)}>{phone}</a> : null },
        { label: say("Email"), value: email ? <a href={`mailto:${email}`}>{email}</a> : null },
        { label: say("Postcode or place"), value: place },
        {
          label: say("Came in"),
          value: say("{source}, {moment}", {
            source: ENQUIRY_SOURCES[source],
            moment: formatMoment(askedAt),
          }),
        },
        { label: say("Who helps"), value: helper },
        {
          label: say("Last activity"),
          value: (
            <>
              <When at={lastOn} now={now} />{" "}
              {quiet && !doneAt ? <Tag tone="wait">{say("Gone quiet")}</Tag> : null}
            </>
          ),
        },
      ]}
    />
  )
}

/** What can be done with an enquiry as a whole. */
function Acts({ lio, enquiry }: { lio: string; enquiry: Enquiry }) {
  const { id, doneAt, groupId } = enquiry
  if (groupId) return null
  if (doneAt)
    return (
      <Form action={reopenEnquiryForm} lio={lio} submit={say("Open it again")} kind="secondary" id="reopen">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="back" value={`/${lio}/enquiries/${id}`} />
      </Form>
    )
  return (
    <div className="mb-6 flex flex-wrap items-start gap-x-5 gap-y-3">
      <ButtonLink href={`/${lio}/enquiries/${id}/become`} kind="secondary">
        {say("Make it a group")}
      </ButtonLink>
      <Form
        fold={say("Change their details")}
        action={changeEnquiryForm}
        lio={lio}
        submit={say("Save")}
        id="change"
        values={{ ...toChange(enquiry), seen: asSeen(toChange(enquiry)) }}
      >
        <input type="hidden" name="id" value={id} />
        <Seen />
        <TextField name="name" label={say("Name")} />
        <TextArea name="about" label={say("Their group or idea")} rows={3} />
        <TextArea name="wanted" label={say("What help are they looking for?")} rows={2} optional />
        <TextField name="phone" label={say("Phone")} type="tel" optional />
        <TextField name="email" label={say("Email")} type="email" optional />
        <TextField name="place" label={say("Postcode or place")} optional />
      </Form>
      <Form
        fold={say("They’re not taking it further")}
        action={endEnquiryForm}
        lio={lio}
        submit={say("Close the enquiry")}
        kind="secondary"
        id="end"
      >
        <input type="hidden" name="id" value={id} />
        <TextField
          name="because"
          label={say("Why?")}
          hint={say("For example: joined a group that does this already")}
          optional
        />
      </Form>
    </div>
  )
}

type BeginProps = {
  lio: string
  id: string
  pathways: { id: string; name: string }[]
  colleagues: Colleague[]
  me: string
}

/** Begins an enquiry on the steps to a group. */
function Begin({ lio, id, pathways, colleagues, me }: BeginProps) {
  return (
    <Form
      action={beginPathwayForm}
      lio={lio}
      id="begin"
      submit={say("Begin")}
      kind="secondary"
      values={{ helperId: me, pathwayId: pathways[0]?.id ?? "" }}
    >
      <input type="hidden" name="id" value={id} />
      <p className="max-w-2xl">
        {say("This lists the steps from an idea to a group, each with a guide. You tick them off together.")}
      </p>
      {pathways.length > 0 ? (
        <Select
          name="pathwayId"
          label={say("Pathway")}
          options={pathways.map((one) => ({ value: one.id, label: one.name }))}
          empty={say("The one that comes with Trellis")}
        />
      ) : null}
      <Select
        name="helperId"
        label={say("Who helps?")}
        options={colleagues.map((one) => ({ value: one.personId, label: one.name }))}
      />
    </Form>
  )
}
