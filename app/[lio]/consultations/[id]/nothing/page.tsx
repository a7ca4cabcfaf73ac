import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { AboutAnswer } from "@/app/[lio]/consultations/_parts/about-answer"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/paths"
import { say } from "@/lib/words"
import { responseAt } from "../../_parts/chosen-language"
import { ChooseGroup } from "../_parts/choose-group"
import { declineForm } from "../answer/actions"

/** "We have nothing to say": counts as heard, and spares a reminder. */
export default async function NothingPage(props: PageProps) {
  const [frame, { consultation, yours, answering, languages, group }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await responseAt(ctx, query, params)),
      group: groupIn(query),
    }),
  )
  const { id, title } = consultation
  const lio = frame.lio.slug
  if (!answering)
    return (
      <ChooseGroup
        frame={frame}
        consultation={consultation}
        groups={yours}
        tongue={languages.tongue}
        page="nothing"
      />
    )
  if (!answering.open) redirect(addressOf(lio, id, ""))
  const back = addressOf(lio, id, answering.behalf ? "reach" : "")
  return (
    <Frame {...frame} title={say("We have nothing to say")} at="consultations">
      <BackLink href={back} />
      <h1>
        {answering.behalf
          ? say("Has {group} nothing to say?", { group: answering.group.name })
          : say("Have you nothing to say?")}
      </h1>
      <AboutAnswer title={title} group={answering.group.name} tongue={languages.tongue} />
      <p className="max-w-2xl">
        {answering.behalf
          ? say(
              "That is an answer, too. It counts as heard, and we do not remind them. They can still answer until it closes, if they change their mind.",
            )
          : say(
              "That is an answer, too. It counts as heard, and we do not remind you. You can still answer until it closes, if you change your mind.",
            )}
      </p>
      {answering.lead ? (
        <Form
          action={declineForm}
          lio={lio}
          submit={answering.behalf ? say("They have nothing to say") : say("We have nothing to say")}
          secondary={<a href={back}>{say("Cancel")}</a>}
        >
          <HiddenField name="id" value={id} />
          <HiddenField name="group" value={group ?? ""} />
        </Form>
      ) : (
        <p>{say("Only the lead of {group} can say so for the group.", { group: answering.group.name })}</p>
      )}
    </Frame>
  )
}
