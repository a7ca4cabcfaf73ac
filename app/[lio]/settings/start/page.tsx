import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getStart } from "@/lib/home/starting/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Areas } from "./_parts/areas"
import { Examples } from "./_parts/examples"
import { StarterLists } from "./_parts/starter-lists"
import { restoreChecklistForm } from "./actions"

/** What a new LIO begins with: its areas, the lists that most have, and example data to look round with. */
export default async function Start(props: PageProps) {
  const [frame, start] = await visit(props, getStart)
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Getting started")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Getting started")}</h1>
      {start.dismissed ? (
        <>
          <p>{say("The checklist on Today was dismissed before everything on it was done.")}</p>
          <Form
            action={restoreChecklistForm}
            lio={lio}
            submit={say("Bring it back")}
            kind="secondary"
            id="checklist"
          />
        </>
      ) : null}
      <Examples lio={lio} {...start} />
      <Areas lio={lio} areas={start.areas} />
      <StarterLists lio={lio} lists={start.lists} kinds={start.kinds} />
    </Frame>
  )
}
