import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { AboutAnswer } from "@/app/[lio]/consultations/_parts/about-answer"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/where"
import { getSeat } from "@/lib/consultations/answering/queries"
import { ChooseGroup } from "../_parts/choose-group"
import { declineForm } from "../answer/actions"

/** "We have nothing to say": counts as heard, and spares a reminder. */
export default async function NothingPage(props: PageProps) {
  const [frame, { consultation, yours, seat, group }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await getSeat(ctx, params.id ?? "", groupIn(query))),
      group: groupIn(query),
    }),
  )
  const { id, title } = consultation
  const lio = frame.lio.slug
  if (!seat) return <ChooseGroup frame={frame} consultation={consultation} groups={yours} page="nothing" />
  if (!seat.open) redirect(addressOf(lio, id, ""))
  const back = addressOf(lio, id, seat.behalf ? "reach" : "")
  return (
    <Frame {...frame} title="We have nothing to say" at="consultations">
      <BackLink href={back} />
      <h1>{seat.behalf ? `Has ${seat.group.name} nothing to say?` : "Have you nothing to say?"}</h1>
      <AboutAnswer title={title} group={seat.group.name} />
      <p className="max-w-2xl">
        That is an answer, too. It counts as heard, and we do not remind {seat.behalf ? "them" : "you"}. It
        can still be answered until it closes, if {seat.behalf ? "they change their" : "you change your"}{" "}
        mind.
      </p>
      {seat.lead ? (
        <Form
          action={declineForm}
          lio={lio}
          submit={seat.behalf ? "They have nothing to say" : "We have nothing to say"}
          secondary={<a href={back}>Cancel</a>}
        >
          <HiddenField name="id" value={id} />
          <HiddenField name="group" value={group ?? ""} />
        </Form>
      ) : (
        <p>Only the lead of {seat.group.name} can say so for the group.</p>
      )}
    </Frame>
  )
}
