import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes, Radios } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { DECISION_READERS } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { listNeedsToTouch } from "@/lib/partnerships/decisions/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { getBoard, listBoardChoices } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { addDecisionForm } from "../../actions"

/** Writes down something that a board decided. */
export default async function AddDecision(props: PageProps) {
  const [frame, { board, themes, needs }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    const board = await getBoard(ctx, id)
    const [{ themes }, needs] = await Promise.all([listBoardChoices(ctx), listNeedsToTouch(ctx)])
    return { board, themes, needs }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/partnerships/${board.id}`
  return (
    <Frame {...frame} title={say("Add a decision")} at="partnerships">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("Add a decision")}</h1>
      <p>{say("Only what matters to groups: the board’s own minutes have the rest.")}</p>
      <Form
        action={addDecisionForm}
        lio={lio}
        submit={say("Save the decision")}
        values={{ audience: board.shownAt ? "public" : "members" }}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="boardId" value={board.id} />
        <TextArea name="words" label={say("What was decided?")} rows={4} />
        <DateFields name="on" legend={say("When?")} quick />
        <Radios
          name="audience"
          legend={say("Who can read it?")}
          options={Object.entries(DECISION_READERS).map(([value, label]) => ({ value, label }))}
        />
        {themes.length > 0 ? (
          <Checkboxes
            name="themeIds"
            legend={say("Themes")}
            options={themes.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
        {needs.length > 0 ? (
          <Checkboxes
            name="needIds"
            legend={say("Needs it’s about")}
            options={needs.map(({ id, title }) => ({ value: id, label: title }))}
            optional
          />
        ) : null}
      </Form>
    </Frame>
  )
}
