import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { AboutAnswer } from "@/app/[lio]/consultations/_parts/about-answer"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { getOpenResponse } from "@/lib/consultations/answering/queries"
import { ChooseGroup } from "../_parts/choose-group"
import { declineForm } from "../answer/actions"

/** "We have nothing to say": counts as heard, and spares a reminder. */
export default async function NothingPage(props: PageProps) {
  const [frame, { consultation, yours, answering, group }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await getOpenResponse(ctx, params.id ?? "", groupIn(query))),
      group: groupIn(query),
    }),
  )
  const { id, title } = consultation
  const lio = frame.lio.slug
  if (!answering)
    return <ChooseGroup frame={frame} consultation={consultation} groups={yours} page="nothing" />
  if (!answering.open) redirect(addressOf(lio, id, ""))
  const back = addressOf(lio, id, answering.behalf ? "reach" : "")
  return (
    <Frame {...frame} title="We have nothing to say" at="consultations">
      <BackLink href={back} />
      <h1>{answering.behalf ? `Has ${answering.group.name} nothing to say?` : "Have you nothing to say?"}</h1>
      <AboutAnswer title={title} group={answering.group.name} />
      <p className="max-w-2xl">
        That is an answer, too. It counts as heard, and we do not remind {answering.behalf ? "them" : "you"}.
        It can still be answered until it closes, if{" "}
        {answering.behalf ? "they change their" : "you change your"} mind.
      </p>
      {answering.lead ? (
        <Form
          action={declineForm}
          lio={lio}
          submit={answering.behalf ? "They have nothing to say" : "We have nothing to say"}
          secondary={<a href={back}>Cancel</a>}
        >
          <HiddenField name="id" value={id} />
          <HiddenField name="group" value={group ?? ""} />
        </Form>
      ) : (
        <p>Only the lead of {answering.group.name} can say so for the group.</p>
      )}
    </Frame>
  )
}
