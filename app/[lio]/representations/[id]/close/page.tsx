import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { Disclosure } from "@/app/_ui/disclosure"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { openRepresentation } from "@/lib/representations/commands"
import { listContributors } from "@/lib/representations/outcomes/queries"
import { plural } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { closeForm } from "../../actions"

/** Ends a representation: what came of it goes to every group that spoke. */
export default async function CloseRepresentation(props: PageProps) {
  const [frame, { whole, groups }] = await visit(props, async (ctx, _query, { id = "" }) => ({
    whole: await openRepresentation(ctx, id),
    groups: await listContributors(ctx, id),
  }))
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  return (
    <Frame {...frame} title="Close it and tell the groups" at="representations">
      <BackLink href={at}>{whole.title}</BackLink>
      <h1>Close it and tell the groups</h1>
      <p>
        {plural(groups.length, "group")} spoke. Each will get a letter: you said, we said, they decided, with
        its own words in it.
      </p>
      <Disclosure summary="Which groups?">
        <ul>
          {groups.map((group) => (
            <li key={group.id}>{group.name}</li>
          ))}
        </ul>
      </Disclosure>
      <Form
        action={closeForm}
        lio={lio}
        submit={`Close it and tell ${plural(groups.length, "group")}`}
        secondary={<Link href={at}>Cancel</Link>}
      >
        <input type="hidden" name="id" value={whole.id} />
        <TextArea
          name="outcome"
          label="What came of it?"
          hint="In two or three sentences. If nothing changed, say so and why."
        />
      </Form>
    </Frame>
  )
}
