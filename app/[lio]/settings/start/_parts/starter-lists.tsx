import { Checkboxes } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { TERM_LISTS } from "@/db/vocabulary"
import type { Start } from "@/lib/home/starting/queries"
import { say } from "@/lib/words"
import { acceptStartersForm } from "../actions"

const HINTS: Record<keyof typeof TERM_LISTS | "kinds", string> = {
  theme: say("What groups work on."),
  client_group: "The people groups are there for.",
  service: "What groups offer.",
  tag: "Anything else you want to find groups by. Only staff see tags.",
  kinds: "Free for now, and not on your page to join. Set the fee and open them under Kinds of membership.",
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
        These are words that many local support organisations use. Untick what you don’t want, then add the
        rest to your lists. You can rename, merge or retire them later under{" "}
        <a href={`${at}/lists`}>{say("Your own lists")}</a> and{" "}
        <a href={`${at}/memberships`}>{say("Kinds of membership")}</a>.
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
                here.length > 0 ? `${HINTS[name]} Already on your list: ${here.join(", ")}.` : HINTS[name]
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
