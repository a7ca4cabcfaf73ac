import { Form } from "@/app/_ui/form"
import type { Standing } from "@/lib/partnerships/elections/nominations/queries"
import { say, sayCount } from "@/lib/words"
import { endorseForm } from "../actions"
import { type ByLink, LinkFields } from "./link"
import { WhichGroup } from "./put-up"

type Props = {
  link: ByLink
  groups: { id: string; name: string }[]
  nominations: Standing[]
  needed: number
}

/** Who was put up so far, and whom a group can still endorse. */
export function Endorse({ link, groups, nominations, needed }: Props) {
  if (nominations.length === 0) return null
  return (
    <section aria-labelledby="endorse">
      <h2 id="endorse">{say("Put up so far")}</h2>
      {needed > 0 ? (
        <p className="max-w-2xl">
          {sayCount(needed, {
            one: "Each of them needs {count} other group to endorse them. You can endorse more than one.",
            other: "Each of them needs {count} other groups to endorse them. You can endorse more than one.",
          })}
        </p>
      ) : null}
      {nominations.map((one) => {
        const free = groups.filter(
          ({ id }) => id !== one.groupId && !one.endorsedBy.some((by) => by.groupId === id && !by.network),
        )
        const [only] = free.length === 1 && groups.length > 1 ? free : []
        return (
          <div key={one.id} className="card mb-3">
            <h3 className="mt-0 mb-1 text-lg">{one.name}</h3>
            <p className="mt-0 mb-2 text-soft">{one.group}</p>
            {one.statement ? <p className="whitespace-pre-line">{one.statement}</p> : null}
            <p className="text-soft">
              {sayCount(one.endorsedBy.length, {
                one: "{count} endorsement so far",
                other: "{count} endorsements so far",
              })}
            </p>
            {free.length > 0 ? (
              <Form
                action={endorseForm}
                submit={
                  only
                    ? say("Endorse {name} for {group}", { name: one.name, group: only.name })
                    : say("Endorse {name}", { name: one.name })
                }
                kind="secondary"
                id={`endorse-${one.id}`}
              >
                <LinkFields {...link} />
                <input type="hidden" name="nominationId" value={one.id} />
                <WhichGroup groups={free} />
              </Form>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}
