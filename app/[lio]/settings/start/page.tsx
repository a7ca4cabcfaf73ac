import { type PageProps, visit } from "@/app/_http/visit"
import { Checkboxes } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { TERM_LISTS } from "@/db/vocabulary"
import { getStarters } from "@/lib/home/starting/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../_parts/frame"
import { acceptStartersForm } from "./actions"

const HINTS: Record<keyof typeof TERM_LISTS | "kinds", string> = {
  theme: say("What groups work on."),
  client_group: say("The people groups are there for."),
  service: say("What groups offer."),
  tag: say("Anything else you want to find groups by. Only staff see tags."),
  kinds: say(
    "Free for now, and not on your page to join. Set the fee and open them under Kinds of membership.",
  ),
}

/** The words and kinds of membership that most LIOs have, to accept or strike before the first group is there. */
export default async function Start(props: PageProps) {
  const [frame, { lists, kinds }] = await visit(props, getStarters)
  const at = `/${frame.lio.slug}/settings`
  const all = [
    ...lists.map((list) => ({ ...list, name: list.list, title: TERM_LISTS[list.list] })),
    { ...kinds, name: "kinds" as const, title: say("Kinds of membership") },
  ]
  const open = all.filter(({ offered }) => offered.length > 0)
  return (
    <Frame {...frame} title={say("Starter lists")} at="settings">
      <BackLink href={at}>{say("Settings")}</BackLink>
      <h1>{say("Starter lists")}</h1>
      <p>
        {sayRich(
          "These are words that many local support organisations use. Untick what you don’t want, then add the rest to your lists. You can rename, merge or retire them later under <link>Your own lists</link> and <link2>Kinds of membership</link2>.",
          {
            link: (text) => <a href={`${at}/lists`}>{text}</a>,
            link2: (text) => <a href={`${at}/memberships`}>{text}</a>,
          },
        )}
      </p>
      {open.length === 0 ? <p>{say("You have all of them on your lists.")}</p> : null}
      {open.length > 0 ? (
        <Form action={acceptStartersForm} lio={frame.lio.slug} submit={say("Add to your lists")}>
          {open.map(({ name, title, here, offered }) => (
            <Checkboxes
              key={name}
              name={name}
              legend={title}
              hint={
                here.length > 0
                  ? say("{hints} Already on your list: {here}.", {
                      hints: HINTS[name],
                      here: here.join(", "),
                    })
                  : HINTS[name]
              }
              value={here.length > 0 ? [] : offered}
              options={offered.map((word) => ({ value: word, label: word }))}
            />
          ))}
        </Form>
      ) : null}
    </Frame>
  )
}
