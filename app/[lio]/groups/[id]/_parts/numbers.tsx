import type { ReactNode } from "react"
import { REGISTERS } from "@/db/vocabulary"
import type { SharedNumber } from "@/lib/groups/identifiers/queries"
import { numberInWords, registerPage } from "@/lib/groups/identifiers/words"
import type { Group } from "@/lib/groups/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

/** A group's numbers, each with its page on the public register and the other groups that have it. */
export function numberRows(
  lio: string,
  group: Group,
  shared: SharedNumber[],
): { label: string; value: ReactNode }[] {
  if (group.identifiers.length === 0)
    return [{ label: say("Numbers"), value: group.unregistered ? say("On no register") : "" }]
  return group.identifiers.map(({ register, value }) => {
    const page = registerPage(register, value)
    const others = shared.filter((one) => one.register === register && one.value === value)
    return {
      label: REGISTERS[register],
      value: (
        <>
          {numberInWords(register, value)}
          {page ? (
            <>
              {" "}
              <a href={page.href} rel="noreferrer" className="inline-flex min-h-6 items-center">
                {page.label}
              </a>
            </>
          ) : null}
          {others.map((one) => (
            <span key={one.id} className="hint block">
              {sayRich("Also the number of {name}", {
                name: <a href={`/${lio}/groups/${one.id}`}>{one.name}</a>,
              })}
            </span>
          ))}
        </>
      ),
    }
  })
}
