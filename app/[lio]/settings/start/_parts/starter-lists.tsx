import { Checkboxes } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { TERM_LISTS } from "@/db/vocabulary"
import type { Start } from "@/lib/home/starting/queries"
import { inWords, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { acceptStartersForm } from "../actions"

const HINTS: Record<keyof typeof TERM_LISTS | "kinds", string> = {
  theme: say("What groups work on."),
  client_group: say("The people groups are there for."),
  service: say("What groups offer."),
  tag: say("Anything else you want to find groups by. Only staff see tags."),
  kinds: say(
    "Free for now, and not on your page to join. Set the fee and open them under Kinds of membership.",
  ),
}

/** The words and kinds of membership that most LIOs have, to accept or strike. */
export function StarterLists({ lio, lists, kinds }: { lio: string } & Pick<Start, "lists" | "kinds">) {
  const at = `/${lio}/settings`
  const all = [
    ...lists.map((list) => ({ ...list, name: list.list, title: TERM_LISTS[list.list] })),
    { ...kinds, name: "kinds" as const, title: say("Kinds of membership") },
  ]
  const open = all.filter(({ offered }) => offered.length > 0)
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{say("Starter lists")}</h2>
      <p>
        {sayRich(
          "These are words that many local support organisations use. Untick what you don’t want, then add the rest to your lists. You can rename, merge or retire them later under <lists>Your own lists</lists> and <kinds>Kinds of membership</kinds>.",
          {
            lists: (text) => <a href={`${at}/lists`}>{text}</a>,
            kinds: (text) => <a href={`${at}/memberships`}>{text}</a>,
          },
        )}
      </p>
      {open.length === 0 ? <p>{say("You have all of them on your lists.")}</p> : null}
      {open.length > 0 ? (
        <Form action={acceptStartersForm} lio={lio} submit={say("Add to your lists")}>
          {open.map(({ name, title, here, offered }) => (
            <Checkboxes
              key={name}
              name={name}
              legend={title}
              hint={
                here.length > 0
                  ? say("{hint} Already on your list: {here}.", { hint: HINTS[name], here: inWords(here) })
                  : HINTS[name]
              }
              value={here.length > 0 ? [] : offered}
              options={offered.map((word) => ({ value: word, label: word }))}
            />
          ))}
        </Form>
      ) : null}
    </section>
  )
}
