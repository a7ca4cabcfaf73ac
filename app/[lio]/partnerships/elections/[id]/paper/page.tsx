import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes } from "@/app/_ui/choices"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { getForPaper } from "@/lib/partnerships/elections/paper/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { addPaperForm } from "../../actions"

/** Adds ballots that came on paper, with the groups that cast them. */
export default async function Paper(props: PageProps) {
  const [frame, { election, candidates, groups }] = await visit(props, (ctx, _query, { id = "" }) => {
    ensure(mayKeepBoards(ctx.actor))
    return getForPaper(ctx, id)
  })
  const lio = frame.lio.slug
  const back = `/${lio}/partnerships/elections/${election.id}`
  return (
    <Frame {...frame} title={say("Ballots on paper")} at="partnerships">
      <BackLink href={back}>{election.title}</BackLink>
      <h1>{say("Ballots on paper")}</h1>
      <p className="max-w-3xl">
        {say(
          "Tick the groups whose ballots you have, and type the ballots below, in any order. Several at once are better than one by one: then nobody can tell which is whose, you included.",
        )}
      </p>
      <ol>
        {candidates.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ol>
      <Form
        action={addPaperForm}
        lio={lio}
        submit={say("Put them into the box")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={election.id} />
        <Checkboxes
          name="rollIds"
          legend={say("Which groups voted on paper?")}
          options={groups.map(({ id, group }) => ({ value: id, label: group }))}
        />
        <TextArea
          name="blt"
          label={say("The ballots")}
          hint={say(
            "One line a ballot: the numbers of those chosen, in order, such as 2 3 1. For an empty ballot, write: blank. You can also paste a BLT file.",
          )}
          rows={12}
        />
      </Form>
    </Frame>
  )
}
