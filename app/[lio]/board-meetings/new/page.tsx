import { isId } from "@/app/_http/address"
import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure, NotFound } from "@/lib/errors"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getBoard, listBoards } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { MeetingFields } from "../_parts/meeting-fields"
import { planMeetingForm } from "../actions"

/** Plans a meeting of a board (?board=; the first one where none is named). */
export default async function NewMeeting(props: PageProps) {
  const [frame, board] = await visit(props, async (ctx, query) => {
    ensure(mayKeepBoards(ctx.actor))
    const named = typeof query.board === "string" ? query.board : (await listBoards(ctx))[0]?.id
    if (!named || !isId(named)) throw new NotFound()
    return getBoard(ctx, named)
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}`
  return (
    <Frame {...frame} title={say("Plan a meeting")} at="partnerships">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("Plan a meeting")}</h1>
      <p>
        {say(
          "Two weeks before, groups are asked what to raise. One week before, the brief is made for you to look at.",
        )}
      </p>
      <Form
        action={planMeetingForm}
        lio={lio}
        submit={say("Save the meeting")}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="boardId" value={board.id} />
        <MeetingFields />
      </Form>
    </Frame>
  )
}
