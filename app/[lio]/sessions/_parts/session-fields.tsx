import type { ReactNode } from "react"
import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { FUNCTIONS, SESSION_PLACES } from "@/db/vocabulary"
import { LENGTHS } from "@/lib/sessions/input"
import { say } from "@/lib/words"
import { GroupPicker } from "../../_parts/group-picker"
import { Fold } from "./fold"
import { WhoWasThere } from "./who-was-there"

type Props = {
  lio: string
  chosen: { id: string | null; name: string; hint?: string | null }[]
  /** People of the groups, to tick who was there. */
  people: { id: string; name: string }[]
  /** What kind of work it may have been. */
  kinds: { value: string; label: string }[]
  /** Guides and resources that may have been given. */
  toGive: { guides: { slug: string; title: string }[]; resources: { id: string; title: string }[] }
  /** Open cases that it may be part of. */
  cases: { id: string; title: string; names: string }[]
  focus?: boolean
  /** A clock for how long it takes. */
  clock?: ReactNode
  /** What else is said of the case. */
  children?: ReactNode
}

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const GIVEN_HOW = say("On paper, by email or with a link: it’s noted with each of the groups.")

/** What is said of a session: with whom, what happened, when, for how long. */
export function SessionFields({ lio, chosen, people, kinds, toGive, cases, focus, clock, children }: Props) {
  const { guides, resources } = toGive
  return (
    <>
      <GroupPicker lio={lio} chosen={chosen} focus={focus} next="note" />
      <TextArea name="note" label={say("What you did or talked about")} rows={4} />
      <Radios name="kind" legend={say("What kind of work")} options={kinds} inline />
      <div className="quick-date">
        <Radios
          name="minutes"
          legend={say("How long it took, in minutes")}
          options={[
            ...LENGTHS.map((length) => ({ value: length, label: length })),
            { value: "other", label: say("Other") },
          ]}
          inline
        />
        <div className="when-chosen">
          <TextField name="minutesOther" label={say("How many minutes")} inputMode="numeric" width="xs" />
        </div>
        {clock}
      </div>
      <DateFields name="on" legend={say("When")} quick />
      <WhoWasThere lio={lio} people={people} />
      {cases.length > 0 ? (
        <Fold summary={say("Part of a case")} names={["caseId", "confidential"]}>
          <Select
            name="caseId"
            label={say("Case")}
            options={cases.map(({ id, title, names }) => ({
              value: id,
              label: names ? say("{title} ({names})", { title, names }) : title,
            }))}
            empty={say("None")}
          />
          {children}
        </Fold>
      ) : null}
      {guides.length + resources.length > 0 ? (
        <Fold summary={say("What you sent or gave them")} names={["guides", "resources"]}>
          {guides.length > 0 ? (
            <Checkboxes
              name="guides"
              legend={say("Guides you gave them")}
              hint={GIVEN_HOW}
              options={guides.map(({ slug, title }) => ({ value: slug, label: title }))}
              optional
            />
          ) : null}
          {resources.length > 0 ? (
            <Checkboxes
              name="resources"
              legend={say("Resources you gave them")}
              hint={GIVEN_HOW}
              options={resources.map(({ id, title }) => ({ value: id, label: title }))}
              optional
            />
          ) : null}
        </Fold>
      ) : null}
      <Fold summary={say("Where it was, and what it counts for")} names={["place", "function"]}>
        <Select
          name="place"
          label={say("Where")}
          hint={say("If you leave this, a phone call was by phone, and a visit at their place.")}
          options={options(SESSION_PLACES)}
          empty={say("As the kind of work says")}
        />
        <Select
          name="function"
          label={say("Counts for")}
          hint={say(
            "If you leave this, it follows the kind of work: support for most, liaison for a meeting, development for outreach.",
          )}
          options={options(FUNCTIONS)}
          empty={say("As the kind of work says")}
        />
      </Fold>
    </>
  )
}
