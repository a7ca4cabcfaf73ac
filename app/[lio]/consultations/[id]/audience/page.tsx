import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DataTable } from "@/app/_ui/data-table"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { audienceField } from "@/lib/consultations/input"
import { listAudiences, listWouldAsk } from "@/lib/consultations/invitations/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { isNextOn } from "@/lib/consultations/progress/words"
import { plural } from "@/lib/words"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { chooseAudienceForm } from "../../actions"

/** Who a draft would ask, chosen and kept before it opens; afterwards how many were asked. */
export default async function AudiencePage(props: PageProps) {
  const [frame, { of, audiences, groups }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const of = await getProgress(ctx, id)
    const draft = of.consultation.state === "draft"
    const [audiences, groups] = await Promise.all([
      listAudiences(ctx, of.consultation),
      draft ? listWouldAsk(ctx, of.consultation) : [],
    ])
    return { of, audiences, groups }
  })
  const lio = frame.lio.slug
  const { id, state } = of.consultation
  const audience = audienceField(of.consultation)
  const chosen = audiences.find(({ value }) => value === audience)?.label ?? "Groups from our list"
  return (
    <ConsultationFrame frame={frame} of={of} page="audience">
      <h2 className="sr-only">Who to ask</h2>
      {state === "draft" && of.keeps ? (
        <Form
          action={chooseAudienceForm}
          lio={lio}
          values={{ audience }}
          submit="Save who to ask"
          kind={isNextOn("audience", of) ? undefined : "secondary"}
          className="mb-6"
        >
          <HiddenField name="id" value={id} />
          <Select
            name="audience"
            label="Who should we ask?"
            hint="All members, a network, or a view that you saved in the list of groups"
            options={audiences}
            empty={null}
          />
        </Form>
      ) : (
        <p>
          <strong>{chosen}</strong>
        </p>
      )}
      {state === "draft" ? (
        <WouldAsk lio={lio} groups={groups} unreached={of.unreached} />
      ) : (
        <p>
          {plural(of.asked, "group was", "groups were")} asked. The list has stayed as it was when it opened:{" "}
          <a href={addressOf(lio, id, "reach")}>see who has answered</a>.
        </p>
      )}
    </ConsultationFrame>
  )
}

type WouldAskProps = {
  lio: string
  groups: Awaited<ReturnType<typeof listWouldAsk>>
  unreached: number
}

function WouldAsk({ lio, groups, unreached }: WouldAskProps) {
  if (groups.length === 0) return <p>No group fits. Choose something else, or add groups to it first.</p>
  return (
    <>
      <p>
        {plural(groups.length, "group")} would be asked if it opened now.
        {unreached > 0
          ? ` We can’t email anybody at ${plural(unreached, "of them", "of them")}: ring them, or enter their answers from paper.`
          : ""}
      </p>
      <DataTable
        dense
        plain
        caption="The groups"
        captionHidden
        rows={groups}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "group",
            label: "Group",
            main: true,
            share: 3,
            cell: (row) => <a href={`/${lio}/groups/${row.id}`}>{row.name}</a>,
          },
          { key: "who", label: "Who gets the email", share: 4, cell: (row) => row.readers.join(", ") },
          {
            key: "how",
            label: "",
            cell: (row) => (row.readers.length === 0 ? <Tag tone="wait">Nobody to email</Tag> : ""),
          },
        ]}
      />
    </>
  )
}
