import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getBoard } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { endBoardForm } from "../../actions"

/** Says that a board is no more, and why. */
export default async function EndBoard(props: PageProps) {
  const [frame, board] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return getBoard(ctx, id)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}`
  return (
    <Frame {...frame} title={say("The board has ended")} at="partnerships">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("The board has ended")}</h1>
      <p>
        {say(
          "Its seats end with it, and so do the terms of the people who hold them. What was written down stays.",
        )}
      </p>
      <Form
        action={endBoardForm}
        lio={lio}
        submit={say("End this board")}
        kind="danger"
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={board.id} />
        <TextArea name="reason" label={say("Why did it end?")} rows={3} />
      </Form>
    </Frame>
  )
}
