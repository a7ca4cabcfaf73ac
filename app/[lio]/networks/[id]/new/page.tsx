import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepNetworks } from "@/lib/networks/policy"
import { enterNetwork } from "@/lib/networks/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { SpeakFor } from "../../_parts/speak-for"
import { topicForm } from "../../actions"

/** Begins a topic. */
export default async function NewTopic(props: PageProps) {
  const [frame, { network, staff }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const network = await enterNetwork(ctx, id)
    const staff = mayKeepNetworks(ctx.actor)
    ensure(staff || network.joined.length > 0)
    return { network, staff }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/networks/${network.id}`
  return (
    <Frame {...frame} title={say("Begin a topic")} at="networks">
      <BackLink href={at}>{network.name}</BackLink>
      <h1>{say("Begin a topic")}</h1>
      <Form action={topicForm} lio={lio} submit={say("Post it")} secondary={<a href={at}>{say("Cancel")}</a>}>
        <input type="hidden" name="networkId" value={network.id} />
        <SpeakFor ownGroups={network.joined} lioName={frame.lio.name} staff={staff} />
        <TextField
          name="title"
          label={say("Title")}
          hint={say("What it is about, so that others know whether to open it")}
        />
        <TextArea
          name="body"
          label={say("What do you want to say?")}
          rows={8}
          hint={say("An empty line begins a new paragraph. @ and a name tells that person or group.")}
        />
      </Form>
    </Frame>
  )
}
