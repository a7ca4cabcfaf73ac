import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { listBoardChoices } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { BoardFields } from "../_parts/board-fields"
import { openBoardForm } from "../actions"

/** Adds a board. */
export default async function NewBoard(props: PageProps) {
  const [frame, choices] = await visit(props, async (ctx) => {
    ensure(mayKeepBoards(ctx.actor))
    return listBoardChoices(ctx)
  })
  const at = `/${frame.lio.slug}/partnerships`
  return (
    <Frame {...frame} title={say("Add a board")} at="partnerships">
      <BackLink href={at}>{say("Boards and seats")}</BackLink>
      <h1>{say("Add a board")}</h1>
      <Form
        action={openBoardForm}
        lio={frame.lio.slug}
        submit={say("Save the board")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <BoardFields choices={choices} />
      </Form>
    </Frame>
  )
}
