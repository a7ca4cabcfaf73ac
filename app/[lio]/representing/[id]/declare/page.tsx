import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { getOwnDeclaration } from "@/lib/partnerships/declarations/queries"
import { getBoard } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { declareForm } from "../../actions"

/** A representative declares their interests for the year. */
export default async function DeclareInterests(props: PageProps) {
  const [frame, { board, last }] = await visit(props, async (ctx, query, { id = "" }) => {
    const last = await getOwnDeclaration(ctx, id, query.term)
    return { board: await getBoard(ctx, id), last }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representing/${board.id}`
  return (
    <Frame {...frame} title={say("Declare your interests")} at="representing">
      <BackLink href={at}>{board.name}</BackLink>
      <h1>{say("Declare your interests")}</h1>
      <p>
        {say(
          "An interest is anything that could sway you, or look as if it did: a job, a contract, money or a post of yours or your family’s that the board might decide about. You declare once a year, and whenever something changes.",
        )}
      </p>
      <Form
        action={declareForm}
        lio={lio}
        submit={say("Save your declaration")}
        values={last.declaredOn ? { interests: last.words ? "some" : "none", words: last.words } : {}}
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="termId" value={last.termId} />
        <Radios
          name="interests"
          legend={say("Do you have anything to declare for this board?")}
          options={[
            { value: "none", label: say("No") },
            { value: "some", label: say("Yes") },
          ]}
        />
        <TextArea
          name="words"
          label={say("What do you declare?")}
          hint={say("Only if you said yes. Staff and the other representatives on this board read it.")}
        />
      </Form>
    </Frame>
  )
}
