import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { countPeople } from "@/lib/consultations/individuals/queries"
import { audienceField } from "@/lib/consultations/input"
import { listAlsoAsked, listAudiences, listWouldAsk } from "@/lib/consultations/invitations/queries"
import { knowsWhose } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { isNextOn } from "@/lib/consultations/progress/words"
import { say, sayCount } from "@/lib/words"
import { sayRichCount } from "@/lib/words/rich"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { chooseAudienceForm } from "../../actions"
import { OneByOne } from "./_parts/one-by-one"
import { People } from "./_parts/people"

/** Who a draft would ask, chosen and kept before it opens; afterwards how many were asked. */
export default async function AudiencePage(props: PageProps) {
  const [frame, { of, audiences, groups, also, people, origin }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const of = await getProgress(ctx, id)
      const draft = of.consultation.state === "draft"
      const [audiences, groups, also] = await Promise.all([
        listAudiences(ctx, of.consultation),
        draft ? listWouldAsk(ctx, of.consultation) : [],
        draft ? listAlsoAsked(ctx, id) : [],
      ])
      return {
        ...{ of, audiences, groups, also },
        people: of.consultation.individuals ? await countPeople(ctx, id) : 0,
        origin: process.env.APP_URL ?? "",
      }
    },
  )
  const lio = frame.lio.slug
  const { id, state, individuals } = of.consultation
  const audience = audienceField(of.consultation)
  const chosen = audiences.find(({ value }) => value === audience)?.label ?? say("Groups from our list")
  return (
    <ConsultationFrame frame={frame} of={of} page="audience">
      <h2 className="sr-only">{say("Who to ask")}</h2>
      {state === "draft" && of.keeps ? (
        <Form
          action={chooseAudienceForm}
          lio={lio}
          values={{ audience }}
          submit={say("Save who to ask")}
          kind={isNextOn("audience", of) ? undefined : "secondary"}
          className="mb-6"
        >
          <HiddenField name="id" value={id} />
          <Select
            name="audience"
            label={say("Who should we ask?")}
            hint={say("All members, a network, or a view that you saved in the list of groups")}
            options={audiences}
            empty={null}
          />
        </Form>
      ) : (
        <p>
          <strong>{chosen}</strong>
        </p>
      )}
      {of.keeps && state === "draft" ? <OneByOne lio={lio} id={id} also={also} /> : null}
      {knowsWhose(of.consultation) && (individuals || state === "draft" || state === "open") ? (
        <People
          {...{ lio, id, asked: individuals, open: state !== "draft", answered: people }}
          changes={of.keeps && (state === "draft" || (state === "open" && people === 0))}
          address={`${origin}/${lio}/have-your-say/${id}`}
        />
      ) : null}
      {state === "draft" ? (
        <WouldAsk lio={lio} groups={groups} unreached={of.unreached} />
      ) : (
        <p>
          {sayRichCount(
            of.asked,
            {
              one: "{count} group was asked: <link>see who has answered</link>.",
              other: "{count} groups were asked: <link>see who has answered</link>.",
            },
            { link: (text) => <a href={addressOf(lio, id, "reach")}>{text}</a> },
          )}
        </p>
      )}
      {of.keeps && state === "open" ? <OneByOne lio={lio} id={id} open /> : null}
    </ConsultationFrame>
  )
}

type WouldAskProps = {
  lio: string
  groups: Awaited<ReturnType<typeof listWouldAsk>>
  unreached: number
}

function WouldAsk({ lio, groups, unreached }: WouldAskProps) {
  if (groups.length === 0)
    return <p>{say("No group fits. Choose something else, or add groups to it first.")}</p>
  return (
    <>
      <p>
        {sayCount(groups.length, {
          one: "{count} group would be asked if it opened now.",
          other: "{count} groups would be asked if it opened now.",
        })}
        {unreached > 0
          ? ` ${sayCount(unreached, { one: "We can’t email anybody at {count} of them: ring them, or enter their answers from paper.", other: "We can’t email anybody at {count} of them: ring them, or enter their answers from paper." })}`
          : ""}
      </p>
      <WorkList
        plain
        caption={say("The groups")}
        captionHidden
        rows={groups}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "group",
            label: say("Group"),
            main: true,
            share: 3,
            cell: (row) => <a href={`/${lio}/groups/${row.id}`}>{row.name}</a>,
          },
          { key: "who", label: say("Who gets the email"), share: 4, cell: (row) => row.readers.join(", ") },
          {
            key: "how",
            label: "",
            cell: (row) => (row.readers.length === 0 ? <Tag tone="wait">{say("Nobody to email")}</Tag> : ""),
          },
        ]}
      />
    </>
  )
}
