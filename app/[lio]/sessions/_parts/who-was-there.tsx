"use client"

import { useEffect, useRef, useState } from "react"
import { Checkboxes } from "@/app/_ui/choices"
import { say } from "@/lib/words/say"
import { GROUP_CHOSEN, type GroupChosen } from "../../_parts/group-picker"
import { Fold } from "./fold"

type Person = { id: string; name: string }

/** The people of the groups that are chosen, to tick who was there; those of a group chosen by typing come as it is chosen. */
export function WhoWasThere({ lio, people: first }: { lio: string; people: Person[] }) {
  const [people, setPeople] = useState(first)
  const mark = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const form = mark.current?.closest("form")
    const onChosen = async (event: Event) => {
      const { id } = (event as CustomEvent<GroupChosen>).detail
      const answer = await fetch(`/${lio}/sessions/people?group=${id}`).catch(() => null)
      if (!answer?.ok) return
      const { people: more } = (await answer.json()) as { people: Person[] }
      setPeople((before) => [...before, ...more.filter((one) => !before.some(({ id }) => id === one.id))])
    }
    form?.addEventListener(GROUP_CHOSEN, onChosen)
    return () => form?.removeEventListener(GROUP_CHOSEN, onChosen)
  }, [lio])

  return (
    <>
      <span ref={mark} hidden />
      {people.length > 0 ? (
        <Fold summary={say("Who was there")} names={["personIds"]}>
          <Checkboxes
            name="personIds"
            legend={say("Who was there")}
            optional
            options={people.map((person) => ({ value: person.id, label: person.name }))}
          />
        </Fold>
      ) : null}
    </>
  )
}
