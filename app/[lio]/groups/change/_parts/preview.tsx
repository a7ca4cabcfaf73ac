import type { ReactNode } from "react"
import { ButtonLink } from "@/app/_ui/button-link"
import { Form } from "@/app/_ui/form"
import type { Preview as Previewed } from "@/lib/bulk/queries"
import { alreadyInWords, heldInWords, willInWords } from "@/lib/bulk/words"
import { say, sayCount } from "@/lib/words"
import { changeManyForm } from "../actions"

type Props = { lio: string; list: string; preview: Previewed; children: ReactNode }

/** What the change would do, group by group in numbers, and the button that does it. Nothing has changed yet. */
export function Preview({ lio, list, preview, children }: Props) {
  const { named, will, already, closed, member } = preview
  const remove = named.change.kind === "remove"
  return (
    <section aria-labelledby="preview" className="mt-6 max-w-2xl">
      <h2 id="preview">{say("What will happen")}</h2>
      <div role="status">
        <ul className="space-y-3">
          <Line lio={lio} groups={will} strong>
            {will.number === 0 ? say("Nothing will change.") : willInWords(named, will.number)}
          </Line>
          {already.number > 0 ? (
            <Line lio={lio} groups={already}>
              {alreadyInWords(named, already.number)}
            </Line>
          ) : null}
          {closed.number > 0 ? (
            <Line lio={lio} groups={closed}>
              {heldInWords("closed", closed.number)}
            </Line>
          ) : null}
          {member.number > 0 ? (
            <Line lio={lio} groups={member}>
              {heldInWords("member", member.number)}
            </Line>
          ) : null}
        </ul>
      </div>
      {will.number === 0 ? (
        <ButtonLink href={list} kind="secondary">
          {say("Back to the list")}
        </ButtonLink>
      ) : (
        <>
          <p className="mt-4">
            {remove ? `${say("Their people, sessions and answers are kept, and come back with them.")} ` : ""}
            {say("You can undo this for 24 hours.")}
          </p>
          <Form
            action={changeManyForm}
            lio={lio}
            submit={
              remove
                ? sayCount(will.number, { one: "Remove {count} group", other: "Remove {count} groups" })
                : sayCount(will.number, { one: "Change {count} group", other: "Change {count} groups" })
            }
            kind={remove ? "danger" : undefined}
            secondary={<a href={list}>{say("Leave them as they are")}</a>}
          >
            {children}
            <input type="hidden" name="to" value={named.change.to} />
            <input type="hidden" name="seal" value={preview.seal} />
          </Form>
        </>
      )}
    </section>
  )
}

type LineProps = { lio: string; groups: Previewed["will"]; strong?: boolean; children: ReactNode }

function Line({ lio, groups: { number, some }, strong, children }: LineProps) {
  const more = number - some.length
  return (
    <li>
      <span className={strong ? "font-semibold" : undefined}>{children}</span>
      {some.length > 0 ? (
        <span className="block text-soft">
          {some.map(({ id, name }, at) => (
            <span key={id}>
              {at > 0 ? ", " : ""}
              <a href={`/${lio}/groups/${id}`}>{name}</a>
            </span>
          ))}
          {more > 0 ? ` ${sayCount(more, { one: "and {count} other", other: "and {count} others" })}` : ""}
        </span>
      ) : null}
    </li>
  )
}
