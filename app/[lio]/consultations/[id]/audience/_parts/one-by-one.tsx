import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { GroupPicker } from "@/app/[lio]/_parts/group-picker"
import { say } from "@/lib/words"
import { askAlsoForm, dontAskForm } from "../actions"

type Props = { lio: string; id: string; open?: boolean; also?: { id: string; name: string }[] }

/** Groups that are asked one by one, besides the audience: kept for a draft, asked at once while it is open. */
export function OneByOne({ lio, id, open = false, also = [] }: Props) {
  return (
    <section aria-labelledby="also" className="mb-8 max-w-2xl">
      <h3 id="also">{open ? say("Ask another group") : say("Groups to ask as well")}</h3>
      <p>
        {open
          ? say("They’ll get the email now, with the same closing date as everybody else.")
          : say("Add groups by name, whether or not they’re among those chosen above.")}
      </p>
      {also.length > 0 ? (
        <ul className="mb-4 list-none p-0">
          {also.map((group) => (
            <li key={group.id} className="flex flex-wrap items-center justify-between gap-x-4">
              <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
              <Form
                action={dontAskForm}
                lio={lio}
                submit={say("Leave out {group}", { group: group.name })}
                kind="plain"
                id={`out-${group.id}`}
              >
                <HiddenField name="id" value={id} />
                <HiddenField name="groupId" value={group.id} />
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Form
        action={askAlsoForm}
        lio={lio}
        submit={open ? say("Ask them now") : say("Add them")}
        kind="secondary"
        id="also-form"
      >
        <HiddenField name="id" value={id} />
        <GroupPicker lio={lio} chosen={[]} />
      </Form>
    </section>
  )
}
